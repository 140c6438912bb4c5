// An export is taken up by a process: the one that waits longest, or one whose process died, as often as that may be tried.

import type { Transaction } from '../db/connect.ts';
import { claimExport, type ExportRow, type Lending, noteFailure } from '../exports/store.ts';
import { limits } from '../limits.ts';
import { usedBytes } from '../media/blobs.ts';

/** `used`: bytes that files take already. */
export type Begun = { kind: 'begun'; row: ExportRow; used: number } | { kind: 'given_up' };

export async function beginExport(tx: Transaction, lending: Lending): Promise<Begun | undefined> {
  const row = await claimExport(tx, lending);
  if (!row) return undefined;
  if (row.attempts <= limits.exportAttempts) return { kind: 'begun', row, used: await usedBytes(tx) };
  await noteFailure(tx, row, { by: lending.by, at: lending.now, problem: 'broken_off', again: false });
  return { kind: 'given_up' };
}
