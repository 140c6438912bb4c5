// What a deployment may choose. Everything else is rules.

import type { PhoneKey } from './phones.ts';

export interface Policy {
  /**
   * How long a phone-only history may have been quiet and still be taken for the account that now shows the same phone (R10).
   * The default is a year, because a business whose customers write twice a year must keep its continuity; 45 days is the
   * time after which WhatsApp itself treats a number as recycled.
   */
  adoptionLimitMs: number;
  /** Values that never identify a customer: the business's own numbers always, test values where configured (R2). */
  blockedPhones: ReadonlySet<PhoneKey>;
}

const dayMs = 86_400_000;

export const defaultPolicy: Policy = { adoptionLimitMs: 365 * dayMs, blockedPhones: new Set() };
export const strictAdoptionLimitMs = 45 * dayMs;
