// When a file is tried again, and when it is given up: soon at first, then ever more rarely, until WhatsApp has it no more.

import { limits } from '../limits.ts';

/** Why a try came to nothing, where another may succeed. */
export type Trouble = 'meta_busy' | 'unreachable' | 'denied' | 'damaged' | 'storage' | 'storage_full';

export type NextTry = { kind: 'again'; delayMs: number } | { kind: 'over' };

export interface Tried {
  /** How often it was tried, this time included. */
  attempts: number;
  /** When it came, and now: milliseconds. */
  since: number;
  now: number;
  /** 0 to 1: spreads those that failed together. */
  chance: number;
}

/** Full room is not a failure of the file: it waits, however long. */
export function nextTry(trouble: Trouble, { attempts, since, now, chance }: Tried): NextTry {
  const left = since + limits.mediaAtMetaMs - now;
  if (left <= 0) return { kind: 'over' };
  if (trouble === 'storage_full') return { kind: 'again', delayMs: limits.mediaFullPauseMs };
  const step = Math.min(limits.mediaRetryMostMs, limits.mediaRetryMs * 2 ** Math.min(attempts - 1, 20));
  // The last try is made while there is still a chance, rather than after it.
  return { kind: 'again', delayMs: Math.round(Math.min(step * (0.5 + chance / 2), left * 0.9)) };
}
