// A reply taken back in the seconds its author left for it: it never goes, and the thread is as it was before.

import type { PortfolioId } from '@throughline/identity';
import { markUndone, resummarize } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { waitsToBeUndone } from '../outbound/store.ts';
import { cancelMessages } from './cancel-messages.ts';
import type { Tools } from './tools.ts';

/** Answers whether it was taken back; and whether nobody needs to see that it was there. */
export async function undoMessage(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, conversationId }: { id: string; conversationId: string },
  tools: Tools,
): Promise<'too_late' | 'cancelled' | 'undone'> {
  const early = await waitsToBeUndone(tx, portfolioId, id);
  const cancelled = await cancelMessages(tx, portfolioId, [id], tools);
  if (!cancelled.has(id)) return 'too_late';
  if (!early) return 'cancelled';
  await markUndone(tx, portfolioId, id);
  await resummarize(tx, portfolioId, [conversationId]);
  return 'undone';
}
