import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { apart, same, seen } from './given.testing.ts';
import { Ledger } from './ledger.testing.ts';

/** The contact each is in, and the one each was born with, in the order they were born. */
function contactsAfter(arrivals: Evidence[]) {
  const ledger = new Ledger();
  for (const evidence of arrivals) ledger.receive([evidence]);
  const holders = ledger.all().flatMap(({ state }) => state.holders);
  const inOrder = holders.sort((a, b) => a.born.at - b.born.at);
  return { now: inOrder.map((holder) => holder.contactId), own: inOrder.map((holder) => holder.ownContactId) };
}

describe('C6: people put together', () => {
  const older = seen(1, 'B1');
  const younger = seen(2, 'B2');
  const merge = same(3, 'B2', 'B1');

  it('are the contact of the one first heard of, whoever arrived first', () => {
    for (const arrivals of [
      [older, younger, merge],
      [younger, older, merge],
      [merge, younger, older],
    ]) {
      const { now, own } = contactsAfter(arrivals);
      expect(now).toEqual([own[0], own[0]]);
    }
  });

  it('have their own contact again when they are told apart', () => {
    const { now, own } = contactsAfter([older, younger, merge, apart(4, 'B1', 'B2')]);
    expect(now).toEqual(own);
    expect(new Set(own).size).toBe(2);
  });
});
