// Rate limits: per business number and second, per pair of business number and customer, and per portfolio and day.
// Meta answers with HTTP 400 and a code, not with 429 (Meta, "Throughput", "Messaging limits", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import type { Registry } from './registry.ts';
import { type BusinessNumber, type MessagingTier, pairKey } from './state.ts';
import type { Send } from './template-sends.ts';

const DAY_MS = 86_400_000;
/** Pairs remembered before those that owe nothing any more are looked for. */
const MANY_PAIRS = 50_000;

/** People to whom a portfolio may begin in 24 hours. */
const TIERS: Record<MessagingTier, number> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1000,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
};

export function tierOf(text: string): MessagingTier {
  if (text in TIERS) return text as MessagingTier;
  throw new Error(`a messaging limit is one of ${Object.keys(TIERS).join(', ')}`);
}

export class Limits {
  readonly #world: Registry;
  readonly #seconds = new Map<string, { second: number; count: number }>();
  /** By pair: the moment by which everything sent so far is paid for. */
  readonly #paidUntil = new Map<string, number>();
  /** By portfolio: the people begun with, and when, oldest first. Not kept between runs. */
  readonly #begun = new Map<string, Map<string, number>>();

  constructor(world: Registry) {
    this.#world = world;
  }

  /** Counts one send, or says why it is too many. */
  check(send: Send): MetaFault | undefined {
    const { number, address } = send;
    const now = this.#world.now();
    return (
      this.#throughput(number, now) ??
      this.#pair(pairKey(number.phoneNumberId, address.person?.id ?? address.input), now) ??
      this.#beginning(send, now)
    );
  }

  #throughput(number: BusinessNumber, now: number): MetaFault | undefined {
    const { throughput, highThroughput } = this.#world.knobs;
    if (throughput === null) return undefined;
    const limit = number.throughput === 'HIGH' ? highThroughput : throughput;
    const second = Math.floor(now / 1000);
    const seen = this.#seconds.get(number.phoneNumberId);
    const count = seen?.second === second ? seen.count + 1 : 1;
    this.#seconds.set(number.phoneNumberId, { second, count });
    return count > limit ? faultOf(130429, 'Cloud API message throughput has been reached') : undefined;
  }

  /** A burst is borrowed from the future: each message costs `everyMs`, and the debt may not exceed the burst. */
  #pair(pair: string, now: number): MetaFault | undefined {
    const limit = this.#world.knobs.pairLimit;
    if (limit === null) return undefined;
    const paid = Math.max(this.#paidUntil.get(pair) ?? now, now) + limit.everyMs;
    if (paid - now > limit.burst * limit.everyMs) {
      return faultOf(131056, 'Too many messages sent from this phone number to the same phone number in a short time');
    }
    this.#paidUntil.set(pair, paid);
    if (this.#paidUntil.size > MANY_PAIRS) {
      for (const [key, until] of this.#paidUntil) if (until <= now) this.#paidUntil.delete(key);
    }
    return undefined;
  }

  /** A template outside the window begins something; each person counts once in 24 hours, whichever number it was. */
  #beginning({ number, address, body }: Send, now: number): MetaFault | undefined {
    const portfolio = this.#world.portfolio(number.portfolioId);
    const person = address.person;
    const most = TIERS[portfolio.messagingLimit ?? 'TIER_UNLIMITED'];
    if (most === Number.POSITIVE_INFINITY || person === undefined || body.type !== 'template') return undefined;
    if (this.#world.windowOpen(person, number)) return undefined;
    let begun = this.#begun.get(portfolio.id);
    if (begun === undefined) {
      begun = new Map();
      this.#begun.set(portfolio.id, begun);
    }
    for (const [id, at] of begun) {
      if (now - at < DAY_MS) break;
      begun.delete(id);
    }
    if (begun.has(person.id)) return undefined;
    if (begun.size >= most) {
      return faultOf(
        this.#world.knobs.messagingLimitCode,
        'The messaging limit of the business portfolio has been reached',
      );
    }
    begun.set(person.id, now);
    return undefined;
  }
}
