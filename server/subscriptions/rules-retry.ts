// When a delivery is tried again, and when an address is left in peace or given up. Pure.

import { limits } from '../limits.ts';

interface Tried {
  /** This try included. */
  attempts: number;
  firstTriedAt: number;
  now: number;
  /** What the address asked for, where it did. */
  retryAfterMs: number | null;
  /** 0 up to 1: those that failed together come again apart. */
  spread: number;
}

/**
 * In how many milliseconds; null: not any more. 1 s, 2 s, 4 s and so on up to 8 hours, half more or less, for three days: some 22 tries, half of
 * them in the first hour.
 */
export function redeliveryDelayMs({ attempts, firstTriedAt, now, retryAfterMs, spread }: Tried): number | null {
  if (now - firstTriedAt >= limits.deliveryGiveUpMs) return null;
  const grown = Math.min(limits.deliveryFirstWaitMs * 2 ** Math.min(attempts - 1, 15), limits.deliveryLongestWaitMs);
  const asked = Math.min(retryAfterMs ?? 0, limits.deliveryAskedWaitMs);
  return Math.max(Math.round(grown * (0.5 + spread)), asked);
}

/**
 * Failures one after the other, once more failed and nothing was taken. Those under way together count as one more where it is about whether
 * the address is there at all: they began before any of them could tell.
 */
export function failuresAfter(before: number, more: number): number {
  const enough = limits.deliveryFailuresUntilRest;
  return before >= enough ? before + 1 : Math.min(before + more, enough);
}

export function isResting(failures: number): boolean {
  return failures >= limits.deliveryFailuresUntilRest;
}

/** How long an address that took none of so many is left in peace. 0: not at all yet. */
export function restMs(failures: number): number {
  if (!isResting(failures)) return 0;
  return Math.min(1_000 * 2 ** Math.min(failures - limits.deliveryFailuresUntilRest, 12), limits.deliveryLongestRestMs);
}

/** How many lanes may be under way: of an address that takes nothing, one, to see whether it does again. */
export function slotsFor(failures: number): number {
  return isResting(failures) ? 1 : limits.deliveriesInFlight;
}

export function isGivenUp(failingSince: number | null, now: number): boolean {
  return failingSince !== null && now - failingSince >= limits.subscriptionGiveUpMs;
}
