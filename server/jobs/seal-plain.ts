// Time's door to what was kept as it came, before bodies were sealed.

import { type Database, inTransaction } from '../db/connect.ts';
import { sealPlain } from '../inbox/raw-keys.ts';
import { limits } from '../limits.ts';

/** Answers how many were sealed: while there are any, the loop comes back at once. */
export async function sealPlainBodies({ db }: { db: Database }): Promise<number> {
  return await inTransaction(db, (tx) => sealPlain(tx, limits.resealedAtOnce));
}
