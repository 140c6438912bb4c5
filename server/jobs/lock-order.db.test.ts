// Who writes several threads, and several of whom at once: each waits for another, and nobody for ever. Somebody else holds one lock, is met there,
// and then asks for the second: whoever had taken the second first would now wait in a circle.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { waitFor } from '../../tests/support/waiting.ts';
import { connect, type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { echo, message, type Person, status } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { workByTime } from './work-by-time.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

interface Place {
  portfolioId: string;
  threadId: string;
}

const lock = (tx: Transaction, { portfolioId, threadId }: Place) =>
  tx.sql`select from conversations where portfolio_id = ${portfolioId} and id = ${threadId} for no key update`;

/** Holds one thread until `work` has come to it, then takes the other. */
async function meetAt(first: Place, second: Place, work: () => Promise<unknown>): Promise<void> {
  let underWay: Promise<unknown> | undefined;
  await inTransaction(db, async (tx) => {
    await lock(tx, first);
    underWay = work();
    await waitFor('the other waits for a lock', async () => {
      const [row] = await db.sql<{ waiting: boolean }[]>`
        select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`;
      return row?.waiting;
    });
    await lock(tx, second);
  });
  await underWay;
}

interface WithWhom extends Place {
  who: Person;
}

/** A thread of this person's, opened by a message of ours from the app. */
async function threadWith(who: Person, { db, portfolioId, receive }: World): Promise<WithWhom> {
  await receive(message(who, { at: 1, id: `${who.bsuid}-in` }), echo(who, { at: 2, id: `${who.bsuid}-out` }));
  const [row] = await db.sql<{ id: string }[]>`
    select c.id from conversations c join names n on n.portfolio_id = c.portfolio_id and n.holder_id = c.holder_id
    where c.portfolio_id = ${portfolioId} and n.value = ${who.bsuid ?? ''}`;
  return { portfolioId, threadId: row?.id ?? '', who };
}

describe('the inbound walk', () => {
  it('takes the threads it writes to and those statuses are about in one order', async () => {
    const threads = [
      await threadWith({ phone: '+15552000001', bsuid: 'US.1' }, world),
      await threadWith({ phone: '+15552000002', bsuid: 'US.2' }, world),
    ].sort((a, b) => (a.threadId < b.threadId ? -1 : 1));
    const [low, high] = threads as [WithWhom, WithWhom];
    await world.arrive(
      message(high.who, { at: 10, id: 'later' }),
      status('read', { at: 11, id: `${low.who.bsuid}-out` }, { to: low.who }),
    );
    await meetAt(low, high, world.drain);
    const [read] = await db.sql`select from messages where portfolio_id = ${world.portfolioId} and status = 'read'`;
    expect(read).toBeDefined();
  });
});

describe('the work by time', () => {
  it.each(['the first first', 'the second first'])(
    'holds nothing of one portfolio while it waits for another: %s',
    async (which) => {
      const other = await openWorld(db);
      const places = [
        await threadWith({ phone: '+15552000001', bsuid: 'US.1' }, world),
        await threadWith({ phone: '+15552000001', bsuid: 'US.1' }, other),
      ];
      await db.sql`update conversations set state = 'snoozed', snoozed_until = now() - interval '1 day' where episode_id is not null`;
      const [one, two] = (which === 'the first first' ? places : places.toReversed()) as [WithWhom, WithWhom];
      world.setTime(10 * 365 * 86_400);
      await meetAt(one, two, () => workByTime({ db, tools: world.tools }));
      const asleep = await db.sql`select from conversations where state = 'snoozed'`;
      expect(asleep.count).toBe(0);
    },
  );
});
