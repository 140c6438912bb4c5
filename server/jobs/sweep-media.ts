// Time's door to what is kept of files: what has had its time goes, its bytes go after it, and book and store are compared.

import type { Logger } from 'pino';
import type { Blobs } from '../blobs/blobs.ts';
import type { StoreKind } from '../blobs/store.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { compareObjects } from '../flows/compare-objects.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { removals, removed } from '../media/blobs.ts';
import { mediaPortfolios, sweepOld, sweepUnused } from '../media/sweeping.ts';

export interface Sweeping {
  db: Database;
  blobs: Blobs;
  tools: Tools;
  log: Logger;
}

/** Removes objects nothing refers to any more. Answers how many. */
export async function removeBlobs({ db, blobs }: Sweeping): Promise<number> {
  let count = 0;
  for (const one of await removals(db, limits.mediaSweepRows)) {
    const store = blobs.storeOf(one.store);
    // Kept in a store that is not configured any more: it stays on the list until that is.
    if (!store) continue;
    await store.remove(one);
    await inTransaction(db, (tx) => removed(tx, one));
    count += 1;
  }
  return count;
}

/** Takes away uploads nobody sent, files kept long enough, and what dead processes left. Answers how many. */
export async function sweepMedia({ db, blobs, tools }: Sweeping): Promise<number> {
  await blobs.tidy(tools.clock());
  const unused = await inTransaction(db, (tx) => sweepUnused(tx, limits.unusedUploadHours, limits.mediaSweepRows));
  const { retentionDays } = blobs;
  if (retentionDays === undefined) return unused;
  return unused + (await inTransaction(db, (tx) => sweepOld(tx, retentionDays, limits.mediaSweepRows)));
}

const beginnings = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'));

/** Compares all that stands in the stores with the book, a small part at a time. Answers what it found. */
export async function compareStores(sweeping: Sweeping): Promise<{ removed: number; missing: number }> {
  const total = { removed: 0, missing: 0 };
  for (const portfolioId of await mediaPortfolios(sweeping.db))
    for (const kind of ['disk', 's3'] as const)
      for (const beginning of sweeping.blobs.storeOf(kind) ? beginnings : []) {
        const found = await comparePart(sweeping, { portfolioId, kind, beginning });
        total.removed += found.removed;
        total.missing += found.missing;
      }
  if (total.removed + total.missing > 0) sweeping.log.warn({ event: 'media_compared', ...total });
  return total;
}

interface PartOfStore {
  portfolioId: Awaited<ReturnType<typeof mediaPortfolios>>[number];
  kind: StoreKind;
  beginning: string;
}

async function comparePart(
  { db, blobs, tools }: Sweeping,
  { portfolioId, kind, beginning }: PartOfStore,
): Promise<{ removed: number; missing: number }> {
  const store = blobs.storeOf(kind);
  if (!store) return { removed: 0, missing: 0 };
  const before = tools.clock() - limits.orphanObjectMs;
  const found = await store.list(portfolioId, beginning);
  const { missing, unknown } = await inTransaction(db, (tx) =>
    compareObjects(tx, portfolioId, { store: kind, beginning, found, before }),
  );
  // A row is written within minutes of its object; one that has none after a day never will.
  for (const object of unknown) await store.remove({ portfolioId, object });
  return { removed: unknown.length, missing };
}
