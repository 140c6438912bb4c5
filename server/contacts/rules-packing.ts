// What packing changes of one neighborhood: which rows of evidence go, which runs are written anew, which stay as they are.

import { type EvidenceId, pack, type Run, type SeenTogether, unpack } from '@throughline/identity';
import type { StoredRun } from './load.ts';

export interface Packing {
  /** Rows that are in a run now. */
  packed: EvidenceId[];
  drop: StoredRun['id'][];
  add: Run[];
}

/** A full run that nothing was put into comes out the same, and its row is left alone. */
export function planPacking(stored: readonly StoredRun[], loose: readonly SeenTogether[]): Packing {
  const packed = loose.map(({ id }) => id);
  const runs = pack([...unpack(stored), ...loose]);
  const kept = new Set(stored.filter((old) => runs.some((run) => same(old, run))));
  return {
    packed,
    drop: stored.filter((old) => !kept.has(old)).map((old) => old.id),
    add: runs.filter((run) => ![...kept].some((old) => same(old, run))),
  };
}

/** The ids are among the bytes, so equal bytes from an equal beginning are the same evidence. */
function same(a: Run, b: Run): boolean {
  return (
    a.count === b.count &&
    a.first.at === b.first.at &&
    a.first.tie === b.first.tie &&
    a.positions.length === b.positions.length &&
    a.positions.every((byte, i) => byte === b.positions[i])
  );
}
