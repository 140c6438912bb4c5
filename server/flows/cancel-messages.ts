// Messages taken back before they are sent. A message somebody has claimed is under way, and cannot be.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { lockThreads } from '../conversations/locking.ts';
import { cancelMessages as markCancelled } from '../conversations/statuses.ts';
import type { Transaction } from '../db/connect.ts';
import { threadsOwing, withdraw } from '../outbound/store.ts';
import type { Tools } from './tools.ts';

/** Of one portfolio. Answers which were still to be sent, and are not sent any more. */
export async function cancelMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly string[],
  tools: Tools,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  // Threads before debts, as everybody locks them.
  await lockThreads(tx, portfolioId, await threadsOwing(tx, portfolioId, ids));
  const withdrawn = await withdraw(tx, portfolioId, ids);
  const threads = await markCancelled(tx, portfolioId, { ids: [...withdrawn], at: tools.clock() });
  await record(
    tx,
    portfolioId,
    threads.map((subjectId) => ({ kind: 'conversation' as const, subjectId })),
  );
  return withdrawn;
}
