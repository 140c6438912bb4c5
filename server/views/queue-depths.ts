// How much is waiting, for whoever watches.

import { openReviews } from '../contacts/reviews.ts';
import { orphanCount } from '../conversations/statuses.ts';
import type { Reader } from '../db/connect.ts';
import { errandDepth } from '../errands/store.ts';
import { depth as inboxDepth } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { mediaDepth } from '../media/sweeping.ts';
import { type Depth, depths, unresolved } from '../outbound/depths.ts';
import { laneStates } from '../outbound/lanes.ts';
import { templatesByStatus } from '../templates/store.ts';
import { syncAge } from '../templates/syncs.ts';

/** Counts of rows, and the age of the oldest in seconds. */
export async function queueDepths(db: Reader) {
  const [inbox, owed, unknown, lanes, errands, orphans, reviews, media, templates, templateSync] = await Promise.all([
    inboxDepth(db),
    depths(db, 'all'),
    unresolved(db, 'all'),
    laneStates(db, 'all'),
    errandDepth(db),
    orphanCount(db, limits.orphanAfterMs),
    openReviews(db),
    mediaDepth(db),
    templatesByStatus(db),
    syncAge(db),
  ]);
  return {
    inbox,
    outbound: { ...totalOf(owed), owed, unknown, lanes },
    errands,
    orphans,
    reviews,
    media,
    templates,
    templateSync,
  };
}

function totalOf(owed: readonly Depth[]): { waiting: number; oldestS: number } {
  return {
    waiting: owed.reduce((sum, one) => sum + one.count, 0),
    oldestS: Math.max(0, ...owed.map((one) => one.oldestS)),
  };
}
