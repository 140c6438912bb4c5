// Random histories: facts of every kind among few people, so that they meet; and the ways facts can arrive.

import fc from 'fast-check';
import type { Evidence } from '../../identity/evidence.ts';
import { apart, claimed, gone, moved, never, same, seen, takenBack } from '../../identity/given.testing.ts';
import { Ledger } from '../../identity/ledger.testing.ts';

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
export const history = fc.array(event, { minLength: 1, maxLength: 9 });

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
export const fullHistory = fc
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
export const delivery = deliveryOf(history);
export const fullDelivery = deliveryOf(fullHistory);

export function receiveAll(arrivals: Evidence[], batch: number): Ledger {
  const ledger = new Ledger();
  for (let i = 0; i < arrivals.length; i += batch) ledger.receive(arrivals.slice(i, i + batch));
  return ledger;
}
