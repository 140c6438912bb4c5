// Time's door to forgetting.

import { type Database, inTransaction } from '../db/connect.ts';
import { forgetExpired } from '../flows/forget-expired.ts';
import type { Tools } from '../flows/tools.ts';

/** Answers how many rows went: while there are any, the loop comes back at once. */
export async function sweepRetention({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  return await inTransaction(db, (tx) => forgetExpired(tx, new Date(tools.clock())));
}
