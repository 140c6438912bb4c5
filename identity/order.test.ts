import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delivery, fullDelivery, receiveAll } from '../tests/support/histories.ts';
import { seen, spelled } from './given.testing.ts';
import { contacts, Ledger, notices, people, reviews } from './ledger.testing.ts';

describe('the same facts', () => {
  it('give the same people, phones and notices in any order, in any batches, delivered twice', () => {
    fc.assert(
      fc.property(delivery, ({ facts, arrivals, batch }) => {
        const inOrder = receiveAll(facts, facts.length);
        const shuffled = receiveAll(arrivals, batch);
        expect(people(shuffled)).toEqual(people(inOrder));
        expect(notices(shuffled)).toEqual(notices(inOrder));
      }),
      { numRuns: 10_000 },
    );
  });

  it('give the same people, contacts and questions in any order where people had their say', () => {
    fc.assert(
      fc.property(fullDelivery, ({ facts, arrivals, batch }) => {
        const inOrder = receiveAll(facts, facts.length);
        const shuffled = receiveAll(arrivals, batch);
        expect(people(shuffled)).toEqual(people(inOrder));
        expect(contacts(shuffled)).toEqual(contacts(inOrder));
        expect(notices(shuffled)).toEqual(notices(inOrder));
        expect(reviews(shuffled)).toEqual(reviews(inOrder));
      }),
      { numRuns: 10_000 },
    );
  });

  it('never give a number two holders at once, nor an account id two accounts', () => {
    fc.assert(
      fc.property(delivery, ({ arrivals, batch }) => {
        for (const { state } of receiveAll(arrivals, batch).all()) {
          const open = state.leases.filter((lease) => lease.until === null).map((lease) => lease.key);
          expect(new Set(open).size).toBe(open.length);
          const names = state.names.map((name) => name.value);
          expect(new Set(names).size).toBe(names.length);
          const owners = new Set([...state.names, ...state.leases].map((owned) => owned.holderId));
          expect([...owners].every((id) => state.holders.some((holder) => holder.id === id))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leave an account with one open number at most', () => {
    fc.assert(
      fc.property(delivery, ({ arrivals, batch }) => {
        for (const { state } of receiveAll(arrivals, batch).all())
          for (const holder of state.holders) {
            const open = state.leases.filter((lease) => lease.holderId === holder.id && lease.until === null);
            expect(open.length).toBeLessThanOrEqual(1);
          }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a backlog that says nothing new', () => {
  it('is taken without reading the history again', () => {
    const ledger = new Ledger();
    const days = Array.from({ length: 50 }, (_, day) => seen(day + 1, 'P1 B1 @ana'));
    ledger.receive([...days.filter((_, i) => i % 7 === 0), ...days.slice(-1)]);
    for (const late of days.toReversed()) ledger.receive([late]);
    expect(ledger.refolds).toBe(0);
    expect(people(ledger).map(spelled)).toEqual(['B1: P1 1.. @ana']);
  });
});
