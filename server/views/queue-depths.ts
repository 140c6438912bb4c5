// How much is waiting, for whoever watches.

import type { Reader } from '../db/connect.ts';
import { depth as inboxDepth } from '../inbox/store.ts';
import { depth as outboundDepth } from '../outbound/store.ts';

/** Counts of rows, and the age of the oldest in seconds. */
export async function queueDepths(db: Reader) {
  const [inbox, outbound] = await Promise.all([inboxDepth(db), outboundDepth(db)]);
  return { inbox, outbound };
}
