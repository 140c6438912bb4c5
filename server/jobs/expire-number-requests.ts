// Time's door to questions nobody answered.

import { type Database, inTransaction } from '../db/connect.ts';
import { expireNumberRequests } from '../flows/expire-number-requests.ts';
import type { Tools } from '../flows/tools.ts';

/** Answers how many were given up. */
export async function expireAsked({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  return await inTransaction(db, (tx) => expireNumberRequests(tx, tools));
}
