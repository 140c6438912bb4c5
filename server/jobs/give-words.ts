// Time's door to the messages from before words were kept: each portfolio's, some at a time, until all are found.

import { backlogs, workOffBacklog } from '../conversations/words.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';

/** Answers how many portfolios have more of them: while there are any, the loop comes back at once. */
export async function giveWords({ db }: { db: Database }): Promise<number> {
  let left = 0;
  for (const portfolioId of await backlogs(db))
    if (await inTransaction(db, (tx) => workOffBacklog(tx, portfolioId, limits.backlogBatch))) left += 1;
  return left;
}
