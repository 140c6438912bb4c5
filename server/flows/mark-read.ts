// Somebody has read a thread: nothing in it is new any more, on any desk.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { clearUnread } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function markRead(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, contactId }: { id: string; contactId: string },
): Promise<void> {
  if (await clearUnread(tx, portfolioId, id))
    await record(tx, portfolioId, [{ kind: 'conversation', subjectId: id, contactId }]);
}
