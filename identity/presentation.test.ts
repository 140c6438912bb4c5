import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { apart, called, same, seen, takenBack } from './given.testing.ts';
import { Ledger } from './ledger.testing.ts';
import { presentContact } from './presentation.ts';

/** What each contact is called, in whatever order all of it arrived. */
function namesAfter(...arrivals: Evidence[]): string[] {
  const inOrders = [arrivals, arrivals.toReversed()].map((order) => {
    const ledger = new Ledger();
    for (const evidence of order) ledger.receive([evidence]);
    return ledger
      .all()
      .flatMap(({ state }) =>
        [...new Set(state.holders.map(({ contactId }) => contactId))].map(
          (id) => presentContact(state, id)?.displayName,
        ),
      )
      .sort();
  });
  expect(inOrders[1]).toEqual(inOrders[0]);
  return (inOrders[0] ?? []).map(String);
}

const shows = (at: number, account: string, name: string): Evidence => ({ ...seen(at, account), name }) as Evidence;

describe('what somebody is called', () => {
  const wrong = shows(1, 'B1', 'Nour');
  const right = called(2, 'B1', 'Noor');

  it('is what WhatsApp showed last, until they say otherwise; then it is that, whatever is shown later', () => {
    expect(namesAfter(wrong, shows(3, 'B1', 'Nour again'))).toEqual(['Nour again']);
    expect(namesAfter(wrong, right)).toEqual(['Noor']);
    expect(namesAfter(wrong, right, shows(3, 'B1', 'Nour again'))).toEqual(['Noor']);
    expect(namesAfter(wrong, right, called(4, 'B1', 'Noor H'))).toEqual(['Noor H']);
  });

  it('is what WhatsApp shows again once that is taken back', () => {
    expect(namesAfter(wrong, right, takenBack(4, right))).toEqual(['Nour']);
  });

  it('goes with the account it was said of, when people are put together and told apart', () => {
    const other = shows(1.5, 'B2', 'Ben');
    expect(namesAfter(wrong, other, right, same(3, 'B1', 'B2'), apart(4, 'B1', 'B2'))).toEqual(['Ben', 'Noor']);
  });
});
