// Our own numbers never identify a customer (R2).

import { type Policy, parseE164, phoneKeyOf } from '@throughline/identity';

/** The policy of a portfolio with these numbers. */
export function withOwnNumbers(policy: Policy, numbers: readonly { displayPhone: string }[]): Policy {
  const own = numbers.flatMap(({ displayPhone }) => parseE164(displayPhone) ?? []).map(phoneKeyOf);
  return { ...policy, blockedPhones: new Set([...policy.blockedPhones, ...own]) };
}
