// What a deployment chose, as the resolver's policy. Our own numbers never identify a customer (R2).

import {
  defaultAdoptionLimitMs,
  type Policy,
  parseE164,
  phoneKeyOf,
  strictAdoptionLimitMs,
} from '@throughline/identity';

export interface Choices {
  adoptionLimitDays: number;
  /** 45 days, whatever the limit says. */
  strict: boolean;
  joinOnSharedNumber: boolean;
  /** Whether people who are one WhatsApp account in another portfolio of the group are shown as related (R15). */
  acrossPortfolios: 'apart' | 'related';
  /** Whether WhatsApp is told that a message was read here, and that somebody is writing. */
  readReceipts: boolean;
}

const dayMs = 86_400_000;

export const defaultChoices: Choices = {
  adoptionLimitDays: defaultAdoptionLimitMs / dayMs,
  strict: false,
  joinOnSharedNumber: false,
  acrossPortfolios: 'apart',
  readReceipts: true,
};

/** Where nothing was chosen, the policy is as the program has it. */
export function withChoices(policy: Policy, choices: Choices | undefined): Policy {
  if (!choices) return policy;
  const { strict, adoptionLimitDays, joinOnSharedNumber } = choices;
  const adoptionLimitMs = strict ? strictAdoptionLimitMs : adoptionLimitDays * dayMs;
  return { ...policy, adoptionLimitMs, joinOnSharedNumber };
}

/** The policy of a portfolio with these numbers. */
export function withOwnNumbers(policy: Policy, numbers: readonly { displayPhone: string }[]): Policy {
  const own = numbers.flatMap(({ displayPhone }) => parseE164(displayPhone) ?? []).map(phoneKeyOf);
  return { ...policy, blockedPhones: new Set([...policy.blockedPhones, ...own]) };
}
