// Reading one moment: many statements that all see the database as it was at the first of them, and hold nobody up.

import { type Database, inTransaction, type Transaction } from './connect.ts';

/** Writes in it fail. */
export function inSnapshot<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await tx.sql`set transaction isolation level repeatable read, read only`;
    return await work(tx);
  });
}
