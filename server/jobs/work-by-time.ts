// Time's door to the work on conversations.

import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { handOutWaiting, noteBreaches, wakeSnoozed } from '../flows/work-by-time.ts';

/** Answers how much there was to do. */
export async function workByTime({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const woke = await inTransaction(db, (tx) => wakeSnoozed(tx, tools));
  const broken = await inTransaction(db, (tx) => noteBreaches(tx, tools));
  const handed = await inTransaction(db, (tx) => handOutWaiting(tx, tools));
  return woke + broken + handed;
}
