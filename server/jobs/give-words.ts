// Time's door to the messages and notes from before words were kept: some at a time, until all are found.

import { backlogs, workOffBacklog } from '../conversations/words.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { wordNotes } from '../flows/word-notes.ts';
import { limits } from '../limits.ts';

/** Answers how much there may be left: while there are any, the loop comes back at once. */
export async function giveWords({ db }: { db: Database }): Promise<number> {
  let left = await inTransaction(db, (tx) => wordNotes(tx, limits.backlogBatch));
  for (const portfolioId of await backlogs(db))
    if (await inTransaction(db, (tx) => workOffBacklog(tx, portfolioId, limits.backlogBatch))) left += 1;
  return left;
}
