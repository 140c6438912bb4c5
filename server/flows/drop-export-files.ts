// Files of exports go: their objects are put on the list of removals, and their room is given back, in the transaction that forgets their keys.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { removeSchedule } from '../exports/schedules.ts';
import type { ExportKey } from '../exports/shapes.ts';
import { type Dropped, endExport, outdatedFiles, withdrawExports } from '../exports/store.ts';
import { countBytes, queueRemoval } from '../media/blobs.ts';

export async function dropExportFiles(tx: Transaction, files: readonly Dropped[]): Promise<void> {
  for (const { portfolioId, size, ...file } of files) {
    await queueRemoval(tx, portfolioId, file);
    await countBytes(tx, portfolioId, -size);
  }
}

/** Somebody called it off, or deleted its file. */
export async function cancelExport(tx: Transaction, key: ExportKey, at: Date): Promise<void> {
  const file = await endExport(tx, key, { state: 'cancelled', at });
  if (file) await dropExportFiles(tx, [file]);
}

/** Files that have had their time. Answers how many. */
export async function expireExports(tx: Transaction, now: Date, limit: number): Promise<number> {
  const outdated = await outdatedFiles(tx, now, limit);
  for (const key of outdated) {
    const file = await endExport(tx, key, { state: 'expired', at: now });
    if (file) await dropExportFiles(tx, [file]);
  }
  return outdated.length;
}

/** It is made no more, and what it made is destroyed. */
export async function dropSchedule(tx: Transaction, key: ExportKey, at: Date): Promise<void> {
  await dropExportFiles(tx, await removeSchedule(tx, key, at));
}

/** Nobody who is erased stays in a file. Answers how many went. */
export async function withdrawFiles(tx: Transaction, portfolioId: PortfolioId, at: Date): Promise<number> {
  const files = await withdrawExports(tx, portfolioId, at);
  await dropExportFiles(tx, files);
  return files.length;
}
