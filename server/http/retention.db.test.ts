// How long things are kept, chosen by administrators.

import type { AuditEntry, Page, Problem, Retention, RetentionPreview, Role } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
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

  it('is never shorter than Meta sends again for', async () => {
    expect((await ask('PUT', '/retention', { body: { rawDays: 7 } })).status).toBe(400);
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
