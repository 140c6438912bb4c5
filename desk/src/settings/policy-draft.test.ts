import type { Policy } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { changeOf, daysProblem, draftOf } from './policy-draft.ts';

const policy: Policy = {
  portfolioId: '1',
  adoptionLimitDays: 365,
  strict: false,
  joinOnSharedNumber: false,
  acrossPortfolios: 'apart',
  readReceipts: true,
  joinLimits: { parts: 5, phones: 8 },
  explained: [],
  deciding: 0,
};

describe('the policy being changed', () => {
  it('asks for nothing where nothing differs, and for what differs only', () => {
    const draft = draftOf(policy);
    expect(changeOf(draft, policy)).toBeUndefined();
    expect(changeOf({ ...draft, days: ' 90 ' }, policy)).toEqual({ adoptionLimitDays: 90 });
    expect(changeOf({ ...draft, strict: true, acrossPortfolios: 'related' }, policy)).toEqual({
      strict: true,
      acrossPortfolios: 'related',
    });
  });

  it('takes whole days from 1 to 3650', () => {
    for (const days of ['1', '365', '3650']) expect(daysProblem(days)).toBeUndefined();
    for (const days of ['', '0', '3651', '1.5', '-3', 'ten', '1e2'])
      expect(daysProblem(days)).toContain('whole number');
  });
});
