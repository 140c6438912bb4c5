// Rate limits, when a test switches them on: per business number, and per pair of business number and customer.
// Meta answers with HTTP 400 and a code, not with 429 (Meta, "Throughput", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import type { Knobs } from './knobs.ts';
import type { BusinessNumber } from './state.ts';

export class Limits {
  readonly #knobs: Knobs;
  readonly #clock: () => number;
  readonly #seconds = new Map<string, { second: number; count: number }>();
  /** By pair: the moment by which everything sent so far is paid for. */
  readonly #paidUntil = new Map<string, number>();

  constructor(knobs: Knobs, clock: () => number) {
    this.#knobs = knobs;
    this.#clock = clock;
  }

  /** Counts one send, or says why it is too many. */
  check(number: BusinessNumber, address: string): MetaFault | undefined {
    const now = this.#clock();
    return this.#throughput(number.phoneNumberId, now) ?? this.#pair(`${number.phoneNumberId} ${address}`, now);
  }

  #throughput(phoneNumberId: string, now: number): MetaFault | undefined {
    const limit = this.#knobs.throughput;
    if (limit === null) return undefined;
    const second = Math.floor(now / 1000);
    const seen = this.#seconds.get(phoneNumberId);
    const count = seen?.second === second ? seen.count + 1 : 1;
    this.#seconds.set(phoneNumberId, { second, count });
    return count > limit ? faultOf(130429, 'Cloud API message throughput has been reached') : undefined;
  }

  /** A burst is borrowed from the future: each message costs `everyMs`, and the debt may not exceed the burst. */
  #pair(pair: string, now: number): MetaFault | undefined {
    const limit = this.#knobs.pairLimit;
    if (limit === null) return undefined;
    const paid = Math.max(this.#paidUntil.get(pair) ?? now, now) + limit.everyMs;
    if (paid - now > limit.burst * limit.everyMs) {
      return faultOf(131056, 'Too many messages sent from this phone number to the same phone number in a short time');
    }
    this.#paidUntil.set(pair, paid);
    return undefined;
  }
}
