// How fast a business number may send, learned: a bucket of turns that fills at the allowed rate, a rate that comes down when Meta
// says too fast and climbs back, pauses where nothing would get through. Pure: the clock is given, in milliseconds.

import type { ErrorKind } from '@throughline/whatsapp';
import type { WaitingReason } from './rules-waiting.ts';

export interface Pace {
  /** Messages a second: what Meta's level of this number allows, and what it takes at the moment. */
  ceiling: number;
  rate: number;
  /** Turns not used, as of `at`. */
  turns: number;
  at: number;
  slowedAt: number;
  /** Nothing goes before `until`. `times` in a row: each pause is twice as long. */
  pause: Pause & { times: number };
  /** Nothing but answers goes before `until`. */
  begunPause: Pause & { times: number };
}

export interface Pause {
  until: number;
  why: WaitingReason | null;
}

/** What a call told about the number itself. */
export type Heard =
  | { kind: 'accepted' }
  | { kind: 'refused'; code: number; about: ErrorKind }
  | { kind: 'unreached' }
  | { kind: 'unknown' };

/** A bucket holds this much of a second: more would be a burst Meta counts against the second. */
const bucketS = 0.1;
/** After slowing down the rate stays for this long, then climbs by this part of the ceiling every second. */
const steadyMs = 2_000;
const climbPerS = 0.04;
const slowest = 1;
const pauseMs: Partial<Record<WaitingReason, { first: number; most: number }>> = {
  // Meta, "Throughput", read 2026-09: an upgrade takes up to a minute, with 131057 meanwhile.
  maintenance: { first: 2_000, most: 30_000 },
  unreachable: { first: 1_000, most: 30_000 },
  messaging_limit: { first: 3_600_000, most: 86_400_000 },
  account: { first: 900_000, most: 3_600_000 },
};

export function paceFrom(known: { rate?: number | null; ceiling: number }, now: number): Pace {
  const rate = Math.min(known.rate ?? known.ceiling, known.ceiling);
  const none = { until: 0, why: null, times: 0 };
  return { ceiling: known.ceiling, rate, turns: 1, at: now, slowedAt: 0, pause: none, begunPause: none };
}

/** The pace as of `now`: turns gained, the rate climbed. */
export function refilled(pace: Pace, now: number): Pace {
  const seconds = Math.max(0, now - pace.at) / 1000;
  const climbing = Math.max(0, now - Math.max(pace.at, pace.slowedAt + steadyMs)) / 1000;
  const rate = Math.min(pace.ceiling, pace.rate + pace.ceiling * climbPerS * climbing);
  return { ...pace, rate, turns: Math.min(bucketOf(rate), pace.turns + rate * seconds), at: now };
}

/** How many may go now. */
export function roomIn(pace: Pace): number {
  return isPaused(pace) ? 0 : Math.floor(pace.turns);
}

/** How long until it is worth asking again: half a bucket, so that turns are taken together. */
export function roomAfterMs(pace: Pace): number {
  const wanted = Math.max(1, bucketOf(pace.rate) / 2);
  return Math.max(1, Math.ceil(((wanted - pace.turns) / pace.rate) * 1000), pace.pause.until - pace.at);
}

export function isPaused(pace: Pace): boolean {
  return pace.pause.until > pace.at;
}

export function spent(pace: Pace, turns: number): Pace {
  return { ...pace, turns: pace.turns - turns };
}

/** The pace after an answer. Answers to calls made before a slowing or a pause do not slow or lengthen it again. */
export function paceAfter(before: Pace, heard: Heard, now: number): Pace {
  const pace = refilled(before, now);
  switch (heard.kind) {
    case 'accepted': {
      const over = (pause: Pace['pause']) => (pause.until <= now ? { until: 0, why: null, times: 0 } : pause);
      return { ...pace, pause: over(pace.pause), begunPause: over(pace.begunPause) };
    }
    case 'unreached':
      return { ...pace, pause: longer(pace.pause, 'unreachable', now) };
    case 'unknown':
      return pace;
    case 'refused':
      return afterRefusal(pace, heard, now);
  }
}

function afterRefusal(pace: Pace, { code, about }: Extract<Heard, { kind: 'refused' }>, now: number): Pace {
  if (code === 131057) return { ...pace, pause: longer(pace.pause, 'maintenance', now) };
  if (code === 131048 || code === 131064)
    return { ...pace, begunPause: longer(pace.begunPause, 'messaging_limit', now) };
  if (isTooFast(code)) {
    if (now - pace.slowedAt < 1000) return pace;
    return { ...pace, rate: Math.max(slowest, pace.rate * 0.7), turns: 0, slowedAt: now };
  }
  if (about === 'access' || about === 'account')
    return { ...pace, begunPause: longer(pace.begunPause, 'account', now) };
  return pace;
}

/** Throughput of the number, calls of the app or of the WABA (Meta, "Error codes", read 2026-09). */
function isTooFast(code: number): boolean {
  return code === 130429 || code === 4 || code === 80007;
}

function longer(pause: Pace['pause'], why: WaitingReason, now: number): Pace['pause'] {
  if (pause.until > now) return pause;
  const { first, most } = pauseMs[why] ?? { first: 1_000, most: 1_000 };
  return { until: now + Math.min(most, first * 2 ** pause.times), why, times: Math.min(pause.times + 1, 20) };
}

function bucketOf(rate: number): number {
  return Math.max(1, rate * bucketS);
}
