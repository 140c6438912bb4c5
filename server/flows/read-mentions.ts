// Somebody has seen the notes that called them in a thread.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { readMentions as markRead } from '../notes/store.ts';

export async function readMentions(
  tx: Transaction,
  portfolioId: PortfolioId,
  seen: { userId: string; conversationId: string; at: number },
): Promise<void> {
  const read = await markRead(tx, portfolioId, seen);
  if (read > 0) await record(tx, portfolioId, [{ kind: 'mention', subjectId: seen.userId }]);
}
