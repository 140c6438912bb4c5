import { describe, expect, it } from 'vitest';
import { expected, outcome } from './cases/outcome.testing.ts';
import { cases } from './cases.testing.ts';
import { Draft } from './draft.ts';
import { byPosition, type Evidence } from './evidence.ts';
import { step } from './fold.ts';
import type { Case } from './given.testing.ts';
import { Ledger } from './ledger.testing.ts';
import { defaultPolicy } from './policy.ts';
import { type ContactId, emptyState, type HolderId } from './state.ts';
import { isWord } from './words.ts';

/** Six facts come in 720 orders; one more would make it 5,040. */
const mostFacts = 6;

describe('the case table', () => {
  for (const row of cases) {
    it(row.name, () => {
      const ledger = new Ledger(policyOf(row));
      ledger.receive(row.given);
      expect(outcome(row, ledger)).toEqual(expected(row));
      expect(rulesOf(row)).toBe(row.rules);
      if (row.joined) expect(oneByOne(row, row.given).joined()).toEqual(row.joined);
    });

    it(`${row.name}: in every order of arrival, one by one, each twice`, () => {
      for (const order of permutations(row.given)) {
        const twice = order.flatMap((evidence) => [evidence, evidence]);
        expect(outcome(row, oneByOne(row, twice))).toEqual(expected(row));
      }
    });
  }

  it('has names that differ, facts in event order, and few enough of them to try every order', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const { name, given, people } of cases) {
      expect(given.length, name).toBeLessThanOrEqual(mostFacts);
      expect([...given].sort(byPosition), name).toEqual(given);
      expect(new Set(people).size, name).toBe(people.length);
    }
  });
});

describe('C6: an id that was given out once', () => {
  it('answers for ever, in every case, in every order of arrival', () => {
    for (const row of cases)
      for (const order of permutations(row.given)) expect(lostIds(row, order), row.name).toEqual([]);
  });
});

/** Ids that somebody may have kept, and that lead to nobody in the end. */
function lostIds(row: Case, order: readonly Evidence[]): HolderId[] {
  const ledger = new Ledger(policyOf(row));
  const issued = new Set<HolderId>();
  for (const evidence of order) {
    ledger.receive([evidence]);
    for (const id of idsIn(ledger)) issued.add(id);
  }
  const known = idsIn(ledger);
  return [...issued].filter((id) => !known.includes(ledger.now(id)));
}

function policyOf(row: Case) {
  return { ...defaultPolicy, ...row.policy };
}

function rulesOf(row: Case): string {
  let made = 0;
  const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${made}` as ContactId };
  const draft = new Draft({ ...emptyState, words: row.given.filter(isWord) }, policyOf(row), ids);
  return row.given.map((evidence) => (isWord(evidence) ? 'R30' : step(draft, evidence).rule)).join(' ');
}

function oneByOne(row: Case, arrivals: readonly Evidence[]): Ledger {
  const ledger = new Ledger(policyOf(row));
  for (const evidence of arrivals) ledger.receive([evidence]);
  return ledger;
}

function idsIn(ledger: Ledger): HolderId[] {
  return ledger.all().flatMap(({ state }) => state.holders.map(({ id }) => id));
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
