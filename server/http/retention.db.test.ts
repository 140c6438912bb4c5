// How long things are kept, chosen by administrators.

import type { AuditEntry, Page, Problem, Retention, RetentionPreview, Role } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { eventsAfter } from '../events/store.ts';
import { forgetOldEvents } from '../flows/forget-events.ts';
import { owe } from '../subscriptions/deliveries.ts';
import { addSubscription } from '../subscriptions/store.ts';
import { type App, openApp } from '../testing/app.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  app = await openApp(world);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function ask<T = Problem>(
  method: string,
  path: string,
  { as = 'admin', body }: { as?: Role; body?: object } = {},
) {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await app.key(as, [world.portfolioId])}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as T };
}

describe('how long things are kept', () => {
  it('is for good, but for webhooks as they came, until an administrator chooses', async () => {
    const { json } = await ask<Retention>('GET', '/retention');
    expect(json).toEqual({
      rawDays: 14,
      parkedDays: null,
      conversationsDays: null,
      filesDays: null,
      campaignsDays: null,
      eventsDays: 30,
      deliveriesDays: 7,
      inactiveDays: null,
    });
  });

  it('changes by what is said of it, and the audit log has what', async () => {
    await ask('PUT', '/retention', { body: { inactiveDays: 60, rawDays: 8 } });
    const { json } = await ask<Retention>('PUT', '/retention', { body: { inactiveDays: null, filesDays: 90 } });
    expect(json).toMatchObject({ rawDays: 8, filesDays: 90, inactiveDays: null });
    const log = await ask<Page<AuditEntry>>('GET', '/audit?act=retention_changed');
    expect(log.json.data.map(({ detail }) => detail.changed)).toEqual([
      ['filesDays: 90', 'inactiveDays: none'],
      ['rawDays: 8', 'inactiveDays: 60'],
    ]);
  });

  it('is counted before it is chosen: what would go, and nothing does', async () => {
    await world.receive(message({ bsuid: 'US.quiet1', name: 'Quiet' }, { at: 1, id: 'wamid.q1' }));
    world.setTime(61 * 86_400);
    const look = async (body: object) =>
      (await ask<RetentionPreview>('POST', '/retention/dry-run', { body })).json.counts;
    // Who waits for an answer is not quiet.
    expect(await look({ inactiveDays: 60 })).toMatchObject({ inactiveDays: 0, conversationsDays: 0 });
    await db.sql`update conversations set waiting_since = null where portfolio_id = ${world.portfolioId}`;
    expect(await look({ inactiveDays: 60, conversationsDays: 60 })).toMatchObject({ inactiveDays: 1 });
    expect((await look({ conversationsDays: 60 })).conversationsDays).toBeGreaterThan(0);
    expect((await look({ conversationsDays: 62, inactiveDays: 62 })).conversationsDays).toBe(0);
    const { json } = await ask<Retention>('GET', '/retention');
    expect(json).toMatchObject({ conversationsDays: null, inactiveDays: null });
    expect((await db.sql`select from messages where portfolio_id = ${world.portfolioId}`).length).toBe(1);
  });

  it('is never shorter than Meta sends again for, or than a webhook is tried', async () => {
    expect((await ask('PUT', '/retention', { body: { rawDays: 7 } })).status).toBe(400);
    expect((await ask('PUT', '/retention', { body: { eventsDays: 6 } })).status).toBe(400);
    expect((await ask('PUT', '/retention', { body: { eventsDays: null } })).status).toBe(400);
  });

  it.each(['supervisor', 'agent', 'privacy_officer', 'developer', 'auditor'] as const)(
    'is not for a %s',
    async (as) => {
      expect((await ask('PUT', '/retention', { as, body: { rawDays: 9 } })).status).toBe(403);
      expect((await ask('GET', '/retention', { as })).status).toBe(403);
      expect((await ask('POST', '/retention/dry-run', { as, body: { rawDays: 9 } })).status).toBe(403);
    },
  );
});

describe('the log of events', () => {
  const dayS = 86_400;
  const sweep = () =>
    inTransaction(db, (tx) => forgetOldEvents(tx, world.portfolioId, { now: world.tools.clock(), limit: 1_000 }));
  const look = async (body: object) =>
    (await ask<RetentionPreview>('POST', '/retention/dry-run', { body })).json.counts;
  const left = async () => (await eventsAfter(db, world.portfolioId, { after: 0, limit: 1_000 })).length;
  const hooks = async () => {
    const positions = await db.sql<{ position: number }[]>`
      select position from events where portfolio_id = ${world.portfolioId} order by position`;
    return positions.map(({ position }) => position);
  };

  it('goes by its own clock, and its deliveries by theirs; what a webhook that is on still owes stays a while longer', async () => {
    await db.sql`delete from events where portfolio_id = ${world.portfolioId}`;
    world.setTime(0);
    await ask('PUT', '/retention', { body: { conversationsDays: null, filesDays: null } });
    await world.receive(message({ bsuid: 'US.log1', name: 'Log' }, { at: 1, id: 'wamid.log1' }));
    const [first = 0, second = 0, ...rest] = await hooks();
    const all = rest.length + 2;
    const id = '0f8c1c2e-0000-4000-8000-000000000001';
    const { portfolioId } = world;
    const at = new Date(world.tools.clock());
    await inTransaction(db, async (tx) => {
      const one = { portfolioId, id, name: 'CRM', url: 'https://crm.test/', types: null, accounts: false };
      await addSubscription(tx, { ...one, secret: 'whsec_c2VjcmV0', position: rest.at(-1) ?? 0, at, by: 'test' });
      const owed = { type: 'message.received', lane: 'one', eventId: 'evt' };
      await owe(
        tx,
        { portfolioId, id },
        { deliveries: [first, second].map((position) => ({ ...owed, position })), position: null },
      );
      await tx.sql`update deliveries set created_at = ${at} where portfolio_id = ${portfolioId}`;
      await tx.sql`update deliveries set state = 'delivered' where portfolio_id = ${portfolioId} and position = ${first}`;
    });
    // The log is ten days old, its clock stands at eight, and the second event waits to be delivered.
    world.setTime(10 * dayS);
    expect(await look({ eventsDays: 30, deliveriesDays: 90 })).toMatchObject({ eventsDays: 0, deliveriesDays: 0 });
    expect(await look({ eventsDays: 8, deliveriesDays: 90 })).toMatchObject({ eventsDays: 1, deliveriesDays: 1 });
    await ask('PUT', '/retention', { body: { eventsDays: 8, deliveriesDays: 90 } });
    expect(await sweep()).toBe(2);
    expect(await left()).toBe(all - 1);
    // Paused it holds nothing up, and on again it does.
    await db.sql`update subscriptions set state = 'paused' where portfolio_id = ${portfolioId}`;
    expect(await look({})).toMatchObject({ eventsDays: all - 1, deliveriesDays: 0 });
    await db.sql`update subscriptions set state = 'active' where portfolio_id = ${portfolioId}`;
    expect(await sweep()).toBe(0);
    // Fourteen days longer, and no more; the delivery itself is told to be dropped when its turn comes.
    world.setTime(23 * dayS);
    expect(await sweep()).toBe(all - 1);
    expect(await left()).toBe(0);
    // What was given up goes with its event.
    await db.sql`update deliveries set state = 'dead' where portfolio_id = ${portfolioId}`;
    expect(await sweep()).toBe(1);
  });
});
