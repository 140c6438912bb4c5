import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { apart, claimed, gone, moved, never, same, seen, spelled, takenBack } from './given.testing.ts';
import { contacts, Ledger, notices, people, reviews } from './ledger.testing.ts';

const pick = (...values: string[]) => fc.constantFrom(...values);
const at = fc.integer({ min: 1, max: 6 });
const parties = pick(
  'P1',
  'P2',
  'B1',
  'B2',
  'B3',
  'P1 B1',
  'P1 B2',
  'P2 B1',
  'P2 B2',
  'P2 B3',
  'B1 PB1',
  'B2 PB1',
  'PB1',
  'P1 B1 PB1',
);
const usernames = pick('', ' @ana', ' @-');
const sightings = fc.tuple(
  at,
  parties,
  usernames,
  fc.constantFrom('customer', 'customer', 'status', 'business') as fc.Arbitrary<'customer'>,
);
const rotations = fc.tuple(
  at,
  pick('P1', 'B1', 'P1 B1', 'B2', 'P2 B2'),
  pick('P2', 'B2', 'P2 B2', 'B3', 'P1 B3', 'P2'),
);
const event = fc.oneof(
  { weight: 3, arbitrary: sightings.map(([t, text, username, by]) => seen(t, text + username, by)) },
  { weight: 1, arbitrary: rotations.map(([t, previous, current]) => moved(t, previous, current)) },
);
const history = fc.array(event, { minLength: 1, maxLength: 9 });

/** The rarer kinds, and people's words, some of them taken back. */
const anchors = pick('B1', 'B2', 'B3', 'PB1', 'P1@2', 'P1@4', 'P2@3');
const rarer = fc.oneof(
  fc
    .tuple(at, parties, pick('k1', 'k2'), fc.boolean())
    .map(
      ([t, text, keyHash, asked]) => ({ ...seen(t, text), keyHash, ...(asked && { sharedNumber: true }) }) as Evidence,
    ),
  fc.tuple(at, pick('P1', 'P2')).map(([t, text]) => gone(t, text)),
  fc.tuple(at, pick('P1', 'P2'), anchors).map(([t, text, about]) => claimed(t, text, about)),
);
const words = fc
  .array(
    fc
      .tuple(at, pick('same', 'apart', 'never'), anchors, anchors, fc.constantFrom(0, 0, 1, 2))
      .map(([t, what, one, other, back]) => {
        const word =
          what === 'same' ? same(t, one, other) : what === 'apart' ? apart(t, one, other) : never(t, one, other);
        const undo = takenBack(t + 1, word);
        return [word, undo, takenBack(t + 2, undo)].slice(0, 1 + back) as Evidence[];
      }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.flat());
const fullHistory = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 6 }), fc.array(rarer, { maxLength: 3 }), words)
  .map((parts) => parts.flat() as Evidence[]);

/** The same facts, in an order and in batches of their own, some delivered twice. */
const deliveryOf = (histories: fc.Arbitrary<Evidence[]>) =>
  histories.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      arrivals: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      batch: fc.integer({ min: 1, max: 4 }),
    }),
  );
const delivery = deliveryOf(history);
const fullDelivery = deliveryOf(fullHistory);

function receiveAll(arrivals: Evidence[], batch: number): Ledger {
  const ledger = new Ledger();
  for (let i = 0; i < arrivals.length; i += batch) ledger.receive(arrivals.slice(i, i + batch));
  return ledger;
}

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
