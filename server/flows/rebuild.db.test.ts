import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { otherNumber } from '../testing/names.ts';
import { person } from '../testing/people.ts';
import { story } from '../testing/reading.ts';
import { call, echo, message, moved, preference, status, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const whoever = fc.constantFrom(
  ...[
    'P1',
    'P2',
    'B1',
    'B2',
    'P1 B1',
    'P1 B2',
    'P2 B1',
    'P2 B2',
    'B1 @ana',
    'P1 B1 @-',
    'P2 B2 @bob',
    'B1 PB1',
    'B2 PB1',
  ],
);
const changes = fc.constantFrom(...['P1>P2', 'P1 B1>P2 B2', 'B1>B2', 'P2 B2>P3 B3', 'B2>B3', 'P1>P2 B2']);
const at = fc.integer({ min: 1, max: 30 });
const number = fc.constantFrom(undefined, undefined, otherNumber);

type Act = (id: string) => unknown[];
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(whoever, at, number).map(([who, t, to]) => (id: string) => [
      message(person(who), { at: t, id, number: to }, text(id)),
    ]),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(changes, at).map(([change, t]) => (id: string) => {
      const [previous = '', current = ''] = change.split('>');
      return [moved(person(previous), person(current), { at: t, id })];
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(whoever, at).map(([who, t]) => (id: string) => [
      echo(person(who), { at: t, id }, id),
      status('delivered', { at: t + 1, id }, { to: person(who) }),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(whoever, at).map(([who, t]) => (id: string) => [
      call(person(who), { at: t, id }),
      call(person(who), { at: t, id }, 5),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(whoever, at).map(([who, t]) => () => [preference(person(who), 'stop', { at: t })]),
  },
);

/** The same webhooks, in an order and in batches of their own, some delivered twice. */
const delivery = fc.array(act, { minLength: 2, maxLength: 9 }).chain((acts) => {
  const facts = acts.flatMap((make, i) => make(`w${i}`));
  return fc.record({
    facts: fc.constant(facts),
    arrivals: fc.shuffledSubarray([...facts, ...facts.slice(0, 3)], {
      minLength: Math.min(facts.length + 3, facts.length * 2),
    }),
    batch: fc.integer({ min: 1, max: 4 }),
  });
});

describe('the same webhooks', () => {
  it('end in the same people, threads, timelines and notices, in any order, in any batches, some delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(delivery, async ({ facts, arrivals, batch }) => {
        const [inOrder, shuffled] = [await openWorld(db), await openWorld(db)];
        await inOrder.receive(...facts);
        for (let i = 0; i < arrivals.length; i += batch) await shuffled.receive(...arrivals.slice(i, i + batch));
        expect(await failures(shuffled)).toEqual([]);
        expect(await story(db, shuffled.portfolioId)).toEqual(await story(db, inOrder.portfolioId));
        for (const world of [inOrder, shuffled]) await expectAsFolded(world);
      }),
      { numRuns: 40, seed: 20260922 },
    );
  }, 180_000);
});

async function failures({ portfolioId }: World) {
  return await db.sql`select reason, detail from parked where portfolio_id = ${portfolioId}`;
}
