// How much is waiting, for whoever watches.

import { openReviews } from '../contacts/reviews.ts';
import { orphanCount } from '../conversations/statuses.ts';
import type { Reader } from '../db/connect.ts';
import { depth as inboxDepth } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { depth as outboundDepth } from '../outbound/store.ts';
import { templatesByStatus } from '../templates/store.ts';
import { syncAge } from '../templates/syncs.ts';

/** Counts of rows, and the age of the oldest in seconds. */
export async function queueDepths(db: Reader) {
  const [inbox, outbound, orphans, reviews, templates, templateSync] = await Promise.all([
    inboxDepth(db),
    outboundDepth(db),
    orphanCount(db, limits.orphanAfterMs),
    openReviews(db),
    templatesByStatus(db),
    syncAge(db),
  ]);
  return { inbox, outbound, orphans, reviews, templates, templateSync };
}
