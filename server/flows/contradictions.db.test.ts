// Webhooks that contradict each other, or themselves: nothing crashes, nothing is lost, and no order of arrival matters.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { epoch } from '../testing/names.ts';
import { person } from '../testing/people.ts';
import { lines, story, threadsSeen } from '../testing/reading.ts';
import { call, echo, envelope, message, moved, status, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { replayParked } from './replay-parked.ts';

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

/** "P1 B1: hello" writes; "P1 B1 > P2 B2" is Meta's word of a change. One a second, in this order; "=" repeats the second before. */
function told(...acts: string[]): unknown[] {
  let at = 0;
  return acts.map((words, i) => {
    const act = words.replace(/^= /, '');
    if (act === words) at += 1;
    const id = `w${i}`;
    const [previous, current] = act.split(' > ');
    if (previous !== undefined && current !== undefined) return moved(person(previous), person(current), { at, id });
    const [who = '', body = ''] = act.split(': ');
    return message(person(who), { at, id }, text(body));
  });
}

const stories: { name: string; facts: unknown[] }[] = [
  {
    name: 'accounts in a circle, and one that became itself',
    facts: told('B1: a', 'B1 > B2', 'B2: b', 'B2 > B1', 'B1: c', 'B1 > B1', 'B1: d', 'B1 > B2', 'B2: e'),
  },
  {
    name: 'numbers in a circle, and one that became itself',
    facts: told('P1: a', 'P1 > P2', 'P2: b', 'P2 > P1', 'P1: c', 'P1 > P1', 'P1: d', 'P2: e'),
  },
  {
    name: 'everything in a circle, and changes in one second that undo each other',
    facts: told(
      'P1 B1: a',
      'P1 B1 > P2 B2',
      '= P2 B2 > P1 B1',
      'P2 B2: b',
      'P1 B1: c',
      'P1 B1 > P1 B1',
      'P1 B1 > P2 B2',
      'P2 B2 > P3 B3',
      'P3 B3 > P1 B1',
      'P3 B3: d',
      'P1 B1: e',
    ),
  },
  {
    name: 'an account that became two others, which became one',
    facts: told('B1: a', 'B1 > B2', 'B1 > B3', 'B2: b', 'B3: c', 'B2 > B4', 'B3 > B4', 'P1 B4: d', 'P1 B2: e'),
  },
  {
    name: 'an account that claims two parents',
    facts: told('P1 B1 PB1: a', 'B1 PB2: b', 'PB1: c', 'PB2: d', 'P2 B2 PB2: e', 'PB1 > PB2', 'B1 PB1: f'),
  },
  {
    name: 'a parent claimed by many accounts, each with a number',
    facts: told(
      'P1 B1 PB1: a',
      'P2 B2 PB1: b',
      'P3 B3 PB1: c',
      'B4 PB1: d',
      'P1: e',
      'P3: f',
      'B2 > B5',
      'P4 B6 PB1: g',
      'PB1: h',
    ),
  },
  {
    name: 'two people whose numbers are swapped, by word and without',
    facts: told(
      'P1 B1: a',
      'P2 B2: b',
      'P2 B1: c',
      'P1 B2: d',
      'P1 B2 > P2 B2',
      '= P2 B1 > P1 B1',
      'P1 B1: e',
      'P2 B2: f',
      'P1: g',
    ),
  },
];

describe.each(stories)('$name', ({ facts }) => {
  it('ends the same in any order, in any batches, some told twice; and everything is there', async () => {
    const inOrder = await openWorld(db);
    await inOrder.receive(...facts);
    const expected = await story(db, inOrder.portfolioId);
    await expectNothingLost(inOrder, facts, facts);
    const delivery = fc.record({
      arrivals: fc.shuffledSubarray([...facts, ...facts.slice(0, 3)], { minLength: facts.length + 3 }),
      batch: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(delivery, async ({ arrivals, batch }) => {
        const shuffled = await openWorld(db);
        for (let i = 0; i < arrivals.length; i += batch) await shuffled.receive(...arrivals.slice(i, i + batch));
        expect(await story(db, shuffled.portfolioId)).toEqual(expected);
        await expectNothingLost(shuffled, facts, arrivals);
      }),
      { numRuns: 8, seed: 20261122 },
    );
  }, 30_000);
});

/** Every item is counted, none set aside, and each message told stands in a thread, once. */
async function expectNothingLost(world: World, facts: readonly unknown[], arrivals: readonly unknown[]): Promise<void> {
  const [counts] = await db.sql`
    select count(*)::int as webhooks, sum(applied + repeated)::int as taken, sum(kept + parked)::int as aside
    from inbox where portfolio_id = ${world.portfolioId} and state = 'done'`;
  expect(counts).toEqual({ webhooks: arrivals.length, taken: arrivals.length, aside: 0 });
  const bodies = facts.flatMap((fact) => /"body":"([a-z])"/.exec(JSON.stringify(fact))?.[1] ?? []);
  const seen = (await threadsSeen(db, world.portfolioId)).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'message' ? [item.summary] : [])),
  );
  expect(seen.sort()).toEqual(bodies.sort());
  await expectAsFolded(world);
}

describe('an event with a time that cannot be', () => {
  const ana = { phone: '+15552000001', bsuid: 'US.1' };
  const future = (Date.UTC(2200, 0, 1) - epoch) / 1000;
  const past = (Date.UTC(1970, 0, 2) - epoch) / 1000;
  const together = (...webhooks: unknown[]) => ({
    object: 'whatsapp_business_account',
    entry: webhooks.flatMap((webhook) => (webhook as { entry: unknown[] }).entry),
  });
  const reasons = async (world: World, state = 'parked') =>
    (
      await db.sql<{ reason: string }[]>`
        select reason from parked where portfolio_id = ${world.portfolioId} and state = ${state} order by reason`
    ).map((row) => row.reason);

  it('is parked whatever it is, its siblings go on, and nobody moves by it', async () => {
    const world = await openWorld(db);
    const noTime = { from: '15552000001', id: 'w9', type: 'text', text: { body: 'when?' } };
    await world.receive(
      together(
        message(ana, { at: 1, id: 'w1' }, text('before')),
        message({ ...ana, bsuid: 'US.2' }, { at: future, id: 'w2' }, text('of 2200')),
        moved(ana, { phone: '+15552000009', bsuid: 'US.3' }, { at: future, id: 'w3' }),
        echo(ana, { at: past, id: 'w4' }, 'of 1970'),
        call(ana, { at: past, id: 'c1' }),
        status('read', { at: future, id: 'w1' }, { to: ana }),
        envelope({ messages: [noTime, { ...noTime, id: 'w10', timestamp: 'soon' }] }),
        message(ana, { at: 2, id: 'w11' }, text('after')),
      ),
    );
    expect((await threadsSeen(db, world.portfolioId)).map(lines)).toEqual([
      ['1 in text before received', '2 in text after received'],
    ]);
    expect(await reasons(world)).toEqual(['not_readable', 'not_readable', ...Array(5).fill('time_impossible')]);
    const [counts] = await db.sql`
      select items, applied, repeated, kept, dropped, parked from inbox where portfolio_id = ${world.portfolioId}`;
    expect(counts).toEqual({ items: 9, applied: 2, repeated: 0, kept: 0, parked: 7, dropped: 0 });
  });

  it('is parked again by a replay, with the same reason', async () => {
    const world = await openWorld(db);
    await world.receive(message(ana, { at: future, id: 'w1' }), message(ana, { at: past, id: 'w2' }));
    const rows = await db.sql<{ id: string }[]>`select id from parked where portfolio_id = ${world.portfolioId}`;
    for (const { id } of rows)
      expect(await inTransaction(db, (tx) => replayParked(tx, id, [world.portfolioId]))).toBe('replayed');
    await world.drain();
    expect(await reasons(world, 'replayed')).toEqual(['time_impossible', 'time_impossible']);
    expect(await reasons(world)).toEqual(['time_impossible', 'time_impossible']);
    expect(await threadsSeen(db, world.portfolioId)).toEqual([]);
  });

  it('is not one that is half a year old: histories and backlogs come late', async () => {
    const world = await openWorld(db);
    const at = -180 * 86_400;
    const old = { from: '15552000001', id: 'h1', timestamp: String(epoch / 1000 + at), ...text('long ago') };
    const threads = [{ id: '15552000001', context: { wa_id: '15552000001' }, messages: [old] }];
    const history = envelope(
      { history: [{ metadata: { phase: 0, chunk_order: 1, progress: 5 }, threads }] },
      'history',
    );
    await world.receive(history, echo(ana, { at, id: 'w2' }, 'late'), message(ana, { at: -7 * 86_400, id: 'w3' }));
    expect(await reasons(world)).toEqual([]);
    expect((await threadsSeen(db, world.portfolioId)).flatMap(({ items }) => items)).toHaveLength(3);
  });
});
