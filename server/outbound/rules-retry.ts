// Whether a message Meta did not take goes out again, when, and what it waits for meanwhile. Pure.

import type { ErrorExplanation } from '@throughline/whatsapp';
import { limits } from '../limits.ts';
import { type Priority, priorities } from './rules-turns.ts';
import type { WaitingReason } from './rules-waiting.ts';

export type Verdict =
  | { kind: 'end' }
  /** Once to the address the person has now, where that is another. */
  | { kind: 'readdress' }
  | { kind: 'again'; afterMs: number; waitsFor: WaitingReason };

export interface Tried {
  /** Calls made so far, this one included. */
  attempts: number;
  priority: Priority;
  /** Since it was queued. */
  ageMs: number;
  /** 0 up to 1, another for every message and attempt: spreads what would come back together. */
  spread: number;
}

const secondMs = 1_000;
const dayMs = 86_400_000;

export function afterUnreached(tried: Tried): Verdict {
  return again(tried, { afterMs: doubling(tried, 600 * secondMs), waitsFor: 'unreachable', most: limits.sendAttempts });
}

/** By the error table: never, later, in a day, or to a newer address. */
export function afterRefusal({ code, kind, retry }: ErrorExplanation, tried: Tried): Verdict {
  const hurried = tried.priority === priorities.answer;
  if (code === 131048 || code === 131064)
    return hurried
      ? { kind: 'end' }
      : again(tried, { ...patient(tried, 3_600 * secondMs), waitsFor: 'messaging_limit' });
  // A campaign of thousands does not fail for a token that ran out: it waits for whoever mends it. An agent is told at once.
  if ((kind === 'access' || kind === 'account') && tried.priority === priorities.campaign)
    return again(tried, { ...patient(tried, 900 * secondMs), waitsFor: 'account' });
  switch (retry) {
    case 'never':
      return { kind: 'end' };
    case 'reresolve':
      return tried.attempts >= limits.sendAttempts ? { kind: 'end' } : { kind: 'readdress' };
    case 'wait_a_day':
      return hurried ? { kind: 'end' } : again(tried, { ...patient(tried, dayMs), waitsFor: 'tomorrow' });
    case 'backoff':
      return again(tried, backoffOf(code, kind, tried));
  }
}

interface Wait {
  afterMs: number;
  waitsFor: WaitingReason;
  /** Calls at most. */
  most: number;
}

function backoffOf(code: number, kind: ErrorExplanation['kind'], tried: Tried): Wait {
  // Meta, "Throughput", read 2026-09: after a pair limit wait 4^n seconds.
  if (code === 131056)
    return {
      afterMs: secondMs * 4 ** Math.min(tried.attempts, 6) * (1 + tried.spread / 10),
      waitsFor: 'pair',
      most: limits.sendAttempts,
    };
  if (code === 131057)
    return { afterMs: doubling(tried, 30 * secondMs), waitsFor: 'maintenance', most: limits.rateAttempts };
  if (kind === 'rate') return { afterMs: doubling(tried, 60 * secondMs), waitsFor: 'rate', most: limits.rateAttempts };
  return { afterMs: doubling(tried, 600 * secondMs), waitsFor: 'retry', most: limits.sendAttempts };
}

/** 1, 2, 4 ... seconds, half of it fixed and half spread. */
function doubling({ attempts, spread }: Tried, mostMs: number): number {
  return Math.min(mostMs, secondMs * 2 ** Math.min(attempts - 1, 20)) * (0.5 + spread / 2);
}

function patient({ spread }: Tried, ms: number): Pick<Wait, 'afterMs' | 'most'> {
  return { afterMs: ms * (1 + spread / 10), most: limits.rateAttempts };
}

/** Not more often than `most`, and not so late that nobody would expect it any more. */
function again(tried: Tried, { afterMs, waitsFor, most }: Wait): Verdict {
  if (tried.attempts >= most || tried.ageMs + afterMs > oldestMs(tried.priority)) return { kind: 'end' };
  return { kind: 'again', afterMs: Math.round(afterMs), waitsFor };
}

/** A message older than this is refused instead of sent late. */
export function oldestMs(priority: Priority): number {
  const { answer, begun } = priorities;
  const hours = limits.sendAgeHours;
  return 3_600_000 * (priority === answer ? hours.answer : priority === begun ? hours.begun : hours.campaign);
}
