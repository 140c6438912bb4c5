// What Meta says of a business number's limits.

import { fieldsOf, wordsOf } from './fields.ts';

export interface SendingLimits {
  /** `STANDARD`, `HIGH`, or a word of tomorrow. */
  throughput: string | undefined;
  /** Messages a second, where the level is one of the two Meta documents (Meta, "Throughput", read 2026-09). */
  messagesPerSecond: number | undefined;
  /** `TIER_250`, `TIER_UNLIMITED` ... */
  messagingTier: string | undefined;
  /** People the portfolio may begin with in a moving day, outside of their window (Meta, "Messaging limits", read 2026-09). */
  messagingLimit: number | 'unlimited' | undefined;
}

/** For `GET /{PHONE_NUMBER_ID}?fields=`. The second name of the limit is the one from before October 2025. */
export const sendingLimitFields = 'throughput,whatsapp_business_manager_messaging_limit,messaging_limit_tier';

const levels: Readonly<Record<string, number>> = { STANDARD: 80, HIGH: 1_000 };

/** Reads the answer to that request. What is missing or new is undefined: nothing is assumed. */
export function readSendingLimits(body: unknown): SendingLimits {
  const fields = fieldsOf(body);
  const throughput = wordsOf(fieldsOf(fields.throughput).level);
  const messagingTier =
    wordsOf(fields.whatsapp_business_manager_messaging_limit) ?? wordsOf(fields.messaging_limit_tier);
  return {
    throughput,
    messagesPerSecond: throughput === undefined ? undefined : levels[throughput],
    messagingTier,
    messagingLimit: limitOf(messagingTier),
  };
}

/** `TIER_250`, `TIER_2K`, `TIER_100K`, `TIER_UNLIMITED`, `UNLIMITED`. */
function limitOf(tier: string | undefined): number | 'unlimited' | undefined {
  if (tier === 'TIER_UNLIMITED' || tier === 'UNLIMITED') return 'unlimited';
  const [, count, thousands] = /^TIER_(\d{1,6})(K?)$/.exec(tier ?? '') ?? [];
  return count === undefined ? undefined : Number(count) * (thousands === 'K' ? 1_000 : 1);
}
