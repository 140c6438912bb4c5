import { describe, expect, it } from 'vitest';
import { type Case, cases, seen } from './cases.testing.ts';
import { Draft } from './draft.ts';
import { byPosition, type Evidence } from './evidence.ts';
import { step } from './fold.ts';
import { contacts, Ledger, notices, people, reviews } from './ledger.testing.ts';
import { phoneKeyOf } from './phones.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { type ContactId, emptyState, type HolderId } from './state.ts';
import { isWord } from './words.ts';

function rulesOf(given: Evidence[], policy: Policy): string {
  let made = 0;
  const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${made}` as ContactId };
  const draft = new Draft({ ...emptyState, words: given.filter(isWord) }, policy, ids);
  return [...given]
    .sort(byPosition)
    .map((evidence) => (isWord(evidence) ? 'R30' : step(draft, evidence).rule))
    .join(' ');
}

const policyOf = (row: Case): Policy => ({ ...defaultPolicy, ...row.policy });

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe('the case table', () => {
  it.each(cases)('$name', (row) => {
    const ledger = new Ledger(policyOf(row));
    ledger.receive(row.given);
    expect(people(ledger)).toEqual([...row.people].sort());
    expect(rulesOf(row.given, policyOf(row))).toBe(row.rules);
    expect(notices(ledger)).toEqual([...(row.notices ?? [])].sort());
    expect(reviews(ledger)).toEqual([...(row.reviews ?? [])].sort());
    expect(contacts(ledger)).toEqual([...(row.contacts ?? [])].sort());
  });

  it.each(cases)('$name: in every order of arrival, one by one, each twice', (row) => {
    const inOrder = new Ledger(policyOf(row));
    inOrder.receive(row.given);
    for (const order of permutations(row.given)) {
      const ledger = new Ledger(policyOf(row));
      for (const evidence of order) {
        ledger.receive([evidence]);
        ledger.receive([evidence]);
      }
      expect(people(ledger)).toEqual(people(inOrder));
      expect(notices(ledger)).toEqual(notices(inOrder));
      expect(reviews(ledger)).toEqual(reviews(inOrder));
      expect(contacts(ledger)).toEqual(contacts(inOrder));
    }
  });
});

describe('R2: values that never identify a customer', () => {
  it("leaves the business's own number out of matching", () => {
    const own = seen(1, 'P9 B1');
    const other = seen(2, 'P9 B2');
    const key = own.kind === 'seen-together' && own.phone ? phoneKeyOf(own.phone) : undefined;
    const ledger = new Ledger({ ...defaultPolicy, blockedPhones: new Set(key ? [key] : []) });
    ledger.receive([own, other]);
    expect(people(ledger)).toEqual(['B1: no phone hidden since 1', 'B2: no phone hidden since 2']);
  });
});
