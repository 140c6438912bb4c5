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
  /**
   * Whether a number that Meta vouches for joins two accounts by itself, where nobody else ever had it (R23). Off by default:
   * the account that had it before may be another person's, and then somebody has to look.
   */
  joinOnSharedNumber: boolean;
  /**
   * Ids whose owner was erased, as `identifiersOf` gives them, and when. What is older is passed over (R31); what is newer is about
   * somebody nobody knows (R32).
   */
  erased: ReadonlyMap<string, number>;
  /** What a machine may put together into one person at most (R34). Beyond it, somebody has to look. */
  joinLimits: { parts: number; phones: number };
}

const dayMs = 86_400_000;

export const defaultAdoptionLimitMs = 365 * dayMs;
export const strictAdoptionLimitMs = 45 * dayMs;

export const defaultPolicy: Policy = {
  adoptionLimitMs: defaultAdoptionLimitMs,
  blockedPhones: new Set(),
  joinOnSharedNumber: false,
  erased: new Map(),
  joinLimits: { parts: 5, phones: 8 },
};
