// A thread is resolved or opened again; the customer's next message opens it by itself.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { setState } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function setConversationState(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, contactId, state }: { id: string; contactId: string; state: 'open' | 'resolved' },
): Promise<void> {
  await setState(tx, portfolioId, id, state);
  await record(tx, portfolioId, [{ kind: 'conversation', subjectId: id, contactId }]);
}
