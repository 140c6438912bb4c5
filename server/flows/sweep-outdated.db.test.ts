// The clocks of retention: what has had its time goes, the rest stays, and nothing goes that nobody chose.

import type { Retention } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { defaultRetention, setRetention } from '../privacy/retention.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { person } from '../testing/people.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';
import { sweepOutdated } from './sweep-outdated.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
});

beforeEach(async () => {
  world = await openWorld(db);
  await world.receive(
    message(person('P1 B1 @ana'), { at: -200 * day, id: 'old' }, text('long ago')),
    message(person('P2 B2 @ben'), { at: 0, id: 'new' }, text('lately')),
  );
  world.setTime(60);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const day = 86_400;
const sweep = () => sweepOutdated(db, world.portfolioId, { policy, tools: world.tools });
const choose = (chosen: Partial<Retention>) =>
  inTransaction(db, (tx) =>
    setRetention(tx, world.portfolioId, { retention: { ...defaultRetention, ...chosen }, by: 'Sam', at: Date.now() }),
  );
const bodies = async () =>
  (
    await db.sql<{ body: string }[]>`select body from messages where portfolio_id = ${world.portfolioId} order by at`
  ).map(({ body }) => body);
const raws = async () =>
  (await db.sql`select id from inbox where portfolio_id = ${world.portfolioId} and state = 'done'`).length;
const answerAll = () => db.sql`update conversations set waiting_since = null where portfolio_id = ${world.portfolioId}`;
/** A request about somebody is open. */
const askedFor = (username: string) => db.sql`
  insert into privacy_requests (portfolio_id, id, kind, law, state, contact_id, account_ids, received_at, due_at, recorded_by, state_at)
  select portfolio_id, gen_random_uuid(), 'access', 'gdpr', 'received', id, array[id], now(), now(), 'u1', now()
  from contacts where portfolio_id = ${world.portfolioId} and username = ${username}`;
const names = async () =>
  (
    await db.sql<{ name: string }[]>`
      select username as name from contacts where portfolio_id = ${world.portfolioId} order by username`
  ).map(({ name }) => name);

describe('without a choice', () => {
  it('only webhooks as they came go, after 14 days', async () => {
    await db.sql`update inbox set finished_at = ${new Date(world.tools.clock())}`;
    expect(await sweep()).toMatchObject({ inbox: 0 });
    expect(await raws()).toBe(2);
    await db.sql`update inbox set finished_at = finished_at - interval '15 days'`;
    expect(await sweep()).toMatchObject({ inbox: 2 });
    expect([await raws(), await bodies(), await names()]).toEqual([0, ['long ago', 'lately'], ['ana', 'ben']]);
  });
});

describe('chosen', () => {
  it('messages older than that go with their words, and the list shows nothing of them', async () => {
    await choose({ conversationsDays: 30 });
    expect(await sweep()).toMatchObject({ messages: 1, message_words: 1 });
    expect(await bodies()).toEqual(['lately']);
    const items = await db.sql<{ last: object | null }[]>`
      select last_item as last from conversations where portfolio_id = ${world.portfolioId} order by last_item_at`;
    expect(items.map(({ last }) => last !== null)).toEqual([false, true]);
    expect(await sweep()).toMatchObject({ messages: 0 });
  });

  it('people not heard of for so long are erased, unless they wait for an answer or have asked for something', async () => {
    await choose({ inactiveDays: 60 });
    expect(await sweep()).toMatchObject({ people: 0 });
    await answerAll();
    await askedFor('ana');
    expect(await sweep()).toMatchObject({ people: 0 });
    await db.sql`update privacy_requests set state = 'cancelled', ended_at = now() where portfolio_id = ${world.portfolioId}`;
    expect(await sweep()).toMatchObject({ people: 1 });
    expect([await bodies(), await names()]).toEqual([['lately'], ['ben']]);
    await expectAsFolded(world);
    expect(await sweep()).toMatchObject({ people: 0 });
  });
});
