// Time's door to forgetting: what may no longer be kept, a bounded number at a time.

import { forget as forgetChanges } from '../changes/store.ts';
import { forgetEarly } from '../conversations/statuses.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { forget as forgetInbox } from '../inbox/store.ts';
import { limits } from '../limits.ts';

const rowsAtOnce = 5_000;

/** Answers how many rows went. */
export async function sweepRetention(db: Database): Promise<number> {
  const inbox = await forgetInbox(db, limits.inboxRetentionDays, rowsAtOnce);
  const changes = await forgetChanges(db, limits.changesRetentionHours);
  const early = await inTransaction(db, (tx) => forgetEarly(tx, limits.earlyStatusRetentionDays));
  return inbox + changes + early;
}
