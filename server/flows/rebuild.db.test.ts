import { defaultPolicy, type HolderId, parseE164, phoneKeyOf, refold, type State } from '@throughline/identity';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { historyOf, type NeighborhoodId, statesOf } from '../contacts/load.ts';
import { connect, type Database } from '../db/connect.ts';
import { otherNumber } from '../testing/names.ts';
import { story } from '../testing/reading.ts';
import { call, echo, message, moved, type Person, preference, status, text } from '../testing/webhooks.ts';
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

/** "P1 B2 @ana": phones, account ids, a username; "@-" shows that there is none. */
function person(words: string): Person {
  const who: Person = {};
  for (const word of words.split(' ')) {
    if (word.startsWith('PB')) who.parent = `US.ENT.${word.slice(2)}`;
    else if (word.startsWith('P')) who.phone = `+155520000${word.slice(1).padStart(2, '0')}`;
    else if (word.startsWith('B')) who.bsuid = `US.${word.slice(1)}`;
    else if (word === '@-') Object.assign(who, { name: 'Somebody', username: null });
    else if (word.startsWith('@')) Object.assign(who, { name: 'Somebody', username: word.slice(1) });
  }
  return who;
}

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
  }, 60_000);
});

async function failures({ portfolioId }: World) {
  return await db.sql`select reason, detail from parked where portfolio_id = ${portfolioId}`;
}

/** What is stored of every neighborhood is what its whole evidence folds to, ids included. */
async function expectAsFolded({ portfolioId }: World): Promise<void> {
  const rows = await db.sql<{ id: NeighborhoodId }[]>`select id from neighborhoods where portfolio_id = ${portfolioId}`;
  const ids = rows.map((row) => row.id);
  const [states, history] = await Promise.all([statesOf(db, portfolioId, ids), historyOf(db, portfolioId, ids)]);
  const own = ['+15550001111', '+15550003333'].flatMap((phone) => parseE164(phone) ?? []).map(phoneKeyOf);
  const policy = { ...defaultPolicy, blockedPhones: new Set(own) };
  for (const [id, state] of states) {
    const said = history.filter((one) => one.neighborhoodId === id);
    const again = refold(said, state, { policy, ids: { holder: strange, contact: strange } as never });
    expect(comparable(again.state)).toEqual(comparable(state));
  }
  const [twice] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from (select from conversations where portfolio_id = ${portfolioId}
                                    group by holder_id, phone_number_id having count(*) > 1) t`;
  expect(twice?.n).toBe(0);
}

let made = 0;
const strange = () => `nobody knew ${++made}` as HolderId;

function comparable(state: State): unknown {
  const sorted = (list: object[]) =>
    list.map((one) => JSON.stringify(one, Object.keys(one).sort().concat('at', 'tie'))).sort();
  return [sorted(state.holders), sorted(state.names), sorted(state.leases), state.last];
}
