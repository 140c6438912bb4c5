// The conversations room, the order of locks. A portfolio's lane comes first where somebody holds it, then threads in the order of their ids,
// all that are to be written at once, then their messages.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';

/**
 * Whoever writes several threads, or a thread and its messages, locks the threads first: the inbound walk, the recording of sends and
 * what agents do to many at once meet here, and one waits for the other instead of both for ever.
 */
export async function lockThreads(tx: Transaction, portfolioId: PortfolioId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql`
    select from conversations where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) order by id for no key update`;
}
