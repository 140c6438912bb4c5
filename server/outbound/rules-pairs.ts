// The pair limit: from one number of ours to one person, a message every six seconds, with a burst borrowed from the future (Meta,
// "Throughput", read 2026-09). Kept in memory by whoever sends for the number; deterministic, the clock is given.

import { limits } from '../limits.ts';

export interface Pairs {
  /** 0 where a message may go now, which is then counted; else how many milliseconds it has to wait. */
  admit(address: string, now: number): number;
  readonly size: number;
}

export function createPairs(): Pairs {
  /** The moment by which everything sent so far is paid for. */
  const paidUntil = new Map<string, number>();
  const debtMs = limits.pairBurst * limits.pairEveryMs;

  function forgetPaid(now: number): void {
    for (const [address, until] of paidUntil) if (until <= now) paidUntil.delete(address);
  }

  return {
    get size() {
      return paidUntil.size;
    },
    admit: (address, now) => {
      const paid = Math.max(paidUntil.get(address) ?? now, now) + limits.pairEveryMs;
      if (paid - now > debtMs) return paid - now - debtMs;
      if (paidUntil.size >= limits.pairsRemembered) forgetPaid(now);
      // Still full: then this one is not remembered, and Meta itself says when it is too much.
      if (paidUntil.size < limits.pairsRemembered || paidUntil.has(address)) paidUntil.set(address, paid);
      return 0;
    },
  };
}
