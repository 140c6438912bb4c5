import { describe, expect, it } from 'vitest';
import { cases } from './cases.testing.ts';
import { answerOf } from './comparison.testing.ts';
import { Ledger } from './ledger.testing.ts';
import { defaultPolicy } from './policy.ts';
import { referenceAnswer } from './reference.testing.ts';

describe('the reference resolver', () => {
  it.each(cases)('$name', ({ given, policy }) => {
    const rules = { ...defaultPolicy, ...policy };
    const ledger = new Ledger(rules);
    ledger.receive(given);
    expect(referenceAnswer(given, rules)).toEqual(answerOf(ledger, given));
  });
});
