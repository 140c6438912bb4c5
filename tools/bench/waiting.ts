// How much of the inbox is still to be applied.

import type { Database } from '../../server/db/connect.ts';
import { depth } from '../../server/inbox/store.ts';

const lookEveryMs = 50;
const longestMs = 300_000;

/** Resolves with how long it took, in milliseconds. */
export async function waitUntilApplied(db: Database): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { waiting, parked } = await depth(db);
    if (parked > 0) throw new Error(`${parked} items were parked instead of applied.`);
    if (waiting === 0) return performance.now() - started;
    if (performance.now() - started > longestMs) throw new Error(`${waiting} webhooks are still not applied.`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
