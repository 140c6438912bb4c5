// How many sends a campaign may hand over now. The pace is kept as a time up to which what was handed over uses it up, so that it
// holds over restarts and whoever feeds; a campaign that was held up may make up for some seconds only.

export interface Pace {
  perMinute: number | null;
  /** Milliseconds since the epoch; null: nothing handed over yet. */
  pacedUntil: number | null;
}

export interface Turn {
  /** Sends owed already, and how many may be. */
  owed: number;
  mostOwed: number;
  /** In one transaction. */
  batch: number;
  catchUpMs: number;
  now: number;
}

export interface Allowance {
  count: number;
  /** What holds it up, where anything does. */
  heldBy: 'pace' | 'sender' | null;
}

export function allowance({ perMinute, pacedUntil }: Pace, turn: Turn): Allowance {
  const room = Math.max(0, turn.mostOwed - turn.owed);
  if (room === 0) return { count: 0, heldBy: 'sender' };
  const most = Math.min(room, turn.batch);
  if (perMinute === null) return { count: most, heldBy: null };
  const interval = intervalOf(perMinute);
  const paced = Math.floor((turn.now - begin(pacedUntil, interval, turn)) / interval + 1e-6);
  return paced < most ? { count: Math.max(0, paced), heldBy: 'pace' } : { count: most, heldBy: null };
}

/** After handing over so many. */
export function pacedUntil(pace: Pace, count: number, turn: Pick<Turn, 'now' | 'catchUpMs'>): number | null {
  if (pace.perMinute === null) return null;
  const interval = intervalOf(pace.perMinute);
  return begin(pace.pacedUntil, interval, turn) + count * interval;
}

const intervalOf = (perMinute: number) => 60_000 / perMinute;

function begin(until: number | null, interval: number, { now, catchUpMs }: Pick<Turn, 'now' | 'catchUpMs'>): number {
  return Math.max(until ?? now - interval, now - interval - catchUpMs);
}
