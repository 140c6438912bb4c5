// An export is made: its file counts as room that is taken, and is to be had. Where it was called off meanwhile, or somebody was erased who may
// be in it, it is removed instead.

import type { Transaction } from '../db/connect.ts';
import type { ExportKey } from '../exports/shapes.ts';
import { type ExportFile, keepFile } from '../exports/store.ts';
import { countBytes, queueRemoval } from '../media/blobs.ts';

export async function keepExport(
  tx: Transaction,
  key: ExportKey,
  made: { by: string; at: Date; rows: number; file: ExportFile },
): Promise<boolean> {
  const kept = await keepFile(tx, key, made);
  if (kept) await countBytes(tx, key.portfolioId, made.file.size);
  else await queueRemoval(tx, key.portfolioId, made.file);
  return kept;
}
