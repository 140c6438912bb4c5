// Trying something out: all of it is done as in earnest, looked at, and undone.

import { type Database, inTransaction, type Transaction } from './connect.ts';

/** Holds what `work` locks until it has ended, so it should be short. */
export async function inRehearsal<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let seen: { result: T } | undefined;
  const over = new Error('The rehearsal is over.');
  try {
    await inTransaction(db, async (tx) => {
      seen = { result: await work(tx) };
      throw over;
    });
  } catch (error) {
    if (error !== over) throw error;
  }
  if (!seen) throw new Error('A rehearsal ended before it was over.');
  return seen.result;
}
