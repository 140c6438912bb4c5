// Threads for these people on these numbers, those there are and new ones; other systems are told of the new.

import type { PortfolioId } from '@throughline/identity';
import type { ThreadKey } from '../conversations/shapes.ts';
import { openThreads as open } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { append } from '../events/store.ts';
import type { Tools } from './tools.ts';

/** By holder and number, with a space between. */
export async function openThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  keys: readonly ThreadKey[],
  tools: Tools,
): Promise<Map<string, string>> {
  const offered = new Set<string>();
  const threads = await open(tx, portfolioId, keys, () => {
    const id = tools.newId();
    offered.add(id);
    return id;
  });
  const at = tools.clock();
  append(
    tx,
    portfolioId,
    [...threads.values()].flatMap((conversationId) =>
      offered.has(conversationId) ? [{ type: 'conversation.created', at, conversationId }] : [],
    ),
  );
  return threads;
}
