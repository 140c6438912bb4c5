import { describe, expect, it } from 'vitest';
import { parseE164 } from './identifiers.ts';
import { phoneKeyOf } from './phones.ts';
import { defaultPolicy, type Policy, strictAdoptionLimitMs } from './policy.ts';
import { decidedUnder, rulesVersion } from './version.ts';

const keys = (...phones: string[]) => new Set(phones.flatMap((text) => parseE164(text) ?? []).map(phoneKeyOf));
const blocking = (...phones: string[]) => decidedUnder({ ...defaultPolicy, blockedPhones: keys(...phones) });

describe('what somebody was decided under', () => {
  it('begins with the version of the rules', () => {
    expect(decidedUnder(defaultPolicy)).toMatch(new RegExp(`^${rulesVersion}-[0-9a-f]{16}$`));
  });

  it('differs where any value of the policy does', () => {
    const all = [
      decidedUnder(defaultPolicy),
      decidedUnder({ ...defaultPolicy, adoptionLimitMs: strictAdoptionLimitMs }),
      decidedUnder({ ...defaultPolicy, joinOnSharedNumber: true }),
      decidedUnder({ ...defaultPolicy, joinLimits: { parts: 5, phones: 9 } }),
      blocking('15550000001'),
      blocking('15550000002'),
      blocking('15550000001', '15550000002'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('does not depend on the order in which a policy is written', () => {
    expect(blocking('15550000001', '15550000002')).toBe(blocking('15550000002', '15550000001'));
    const reversed = Object.fromEntries(Object.entries(defaultPolicy).reverse()) as unknown as Policy;
    expect(decidedUnder(reversed)).toBe(decidedUnder(defaultPolicy));
  });

  it('does not depend on who was erased', () => {
    expect(decidedUnder({ ...defaultPolicy, erased: new Map([['bsuid:US.1', 1]]) })).toBe(decidedUnder(defaultPolicy));
  });
});
