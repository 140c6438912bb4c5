import type {
  KeepReadinessRun,
  Page,
  ReadinessDetail,
  ReadinessIntegration,
  ReadinessReader,
  ReadinessRun,
} from '@throughline/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type App, openApp } from '../testing/app.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key = '';

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
});
beforeEach(async () => {
  world = await openWorld(db);
  app = await openApp(world);
  key = await app.key('developer', [world.portfolioId]);
});
afterEach(() => app.close());
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

async function ask<T>(
  method: string,
  path: string,
  { body, as = key, headers = {} }: { body?: unknown; as?: string; headers?: object } = {},
) {
  const answer = await fetch(`${app.url}/api/v1/readiness${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, text, body: (isJson ? JSON.parse(text) : undefined) as T };
}

const figures = { statuses: [200], slowestMs: 4 };
const code = (places: { rule: string; file: string; line: number }[], integration = 'CRM'): KeepReadinessRun => ({
  ...{ kind: 'code', integration, at: '2026-11-28T10:00:00Z', files: 12, places, total: places.length },
});
const endpoint: KeepReadinessRun = {
  ...{ kind: 'endpoint', integration: 'CRM', at: '2026-11-28T11:00:00Z', readBack: true },
  shapes: [
    { shape: 'text-hidden', outcome: 'lost', control: figures, tried: figures },
    { shape: 'image', outcome: 'held', control: figures, tried: figures },
    {
      shape: 'call-connect',
      outcome: 'not_judged',
      control: { statuses: [404], slowestMs: 2 },
      tried: { statuses: [], slowestMs: 0 },
    },
  ],
};
const column = { rule: 'sql-phone-not-null', file: 'db/schema.sql', line: 3 };

describe('readiness', () => {
  it('shows of each system its latest audits, and what failed the time before', async () => {
    expect((await ask('POST', '/runs', { body: code([column, { ...column, line: 9 }]) })).status).toBe(201);
    await ask('POST', '/runs', { body: code([column]) });
    await ask('POST', '/runs', { body: endpoint });
    await ask('POST', '/runs', { body: code([], 'Bot') });
    const { body } = await ask<Page<ReadinessIntegration>>('GET', '');
    expect(body.data).toMatchObject([
      { name: 'Bot', code: { failing: 0 }, endpoint: null, before: { code: null, endpoint: null } },
      {
        name: 'CRM',
        code: { failing: 1, lookedAt: 12, score: null },
        endpoint: { failing: 1, lookedAt: 2, score: 50 },
        before: { code: 2 },
      },
    ]);
  });

  it('tells what was found in the audit’s words, and of a kind it does not know, that', async () => {
    const { body: run } = await ask<ReadinessRun>('POST', '/runs', {
      body: code([column, { rule: 'of-tomorrow', file: 'a.ts', line: 1 }]),
    });
    const { body } = await ask<ReadinessDetail>('GET', `/runs/${run.id}`);
    expect(body.rules).toMatchObject([
      {
        rule: 'sql-phone-not-null',
        family: 'stores',
        title: 'A column demands a number',
        places: [{ file: 'db/schema.sql', line: 3 }],
      },
      { rule: 'of-tomorrow', family: null, title: null },
    ]);
    const { body: tried } = await ask<ReadinessRun>('POST', '/runs', { body: endpoint });
    expect((await ask<ReadinessDetail>('GET', `/runs/${tried.id}`)).body).toMatchObject({
      readBack: true,
      shapes: [{ shape: 'text-hidden' }, {}, {}],
    });
    const page = await ask('GET', `/runs/${tried.id}/report`);
    expect(page.text).toContain('<h2>Taken and lost</h2>');
    expect(page.text).toContain('a text, with a username and no number');
  });

  it('keeps the latest of a kind, takes a repeated call once, and lets go of a system', async () => {
    const repeated = { body: code([column]), headers: { 'idempotency-key': 'the-same-audit' } };
    const [one, again] = [
      await ask<ReadinessRun>('POST', '/runs', repeated),
      await ask<ReadinessRun>('POST', '/runs', repeated),
    ];
    expect(again.body.id).toBe(one.body.id);
    let last = one.body;
    for (let i = 0; i < limits.readinessRunsKept; i++)
      last = (await ask<ReadinessRun>('POST', '/runs', { body: code([column]) })).body;
    expect((await ask('GET', `/runs/${one.body.id}`)).status).toBe(404);
    expect((await ask('DELETE', `/runs/${last.id}/integration`)).status).toBe(204);
    expect((await ask<Page<ReadinessIntegration>>('GET', '')).body.data).toEqual([]);
  });

  it('is for those who look after systems, of their portfolios', async () => {
    const { body: run } = await ask<ReadinessRun>('POST', '/runs', { body: endpoint });
    const other = await openWorld(db);
    const [elsewhere, agent, auditor] = [
      await app.key('developer', [other.portfolioId]),
      await app.key('agent', [world.portfolioId]),
      await app.key('auditor', [world.portfolioId]),
    ];
    expect((await ask<Page<ReadinessIntegration>>('GET', '', { as: elsewhere })).body.data).toEqual([]);
    expect((await ask('GET', `/runs/${run.id}`, { as: elsewhere })).status).toBe(404);
    expect((await ask('DELETE', `/runs/${run.id}/integration`, { as: elsewhere })).status).toBe(404);
    expect((await ask('GET', '', { as: agent })).status).toBe(403);
    expect((await ask('GET', '', { as: auditor })).status).toBe(200);
    expect((await ask('POST', '/runs', { as: auditor, body: endpoint })).status).toBe(403);
  });
});

describe('readers of ours', () => {
  it('show by what they were told of people with and without a number', async () => {
    const { portfolioId } = world;
    const id = world.tools.newId();
    await db.sql`
      insert into subscriptions (portfolio_id, id, name, url, secret, position, created_at, created_by)
      values (${portfolioId}, ${id}, 'Old CRM', 'https://crm.example', '\\x00', 0, now(), 'x')`;
    // Six of each: with a number taken at once, without given up.
    await db.sql`
      with told as (
        insert into events (portfolio_id, nonce, type, at, data)
        select ${portfolioId}, 'n' || n, 'message.received', now(),
               jsonb_build_object('contact', case when n <= 6 then jsonb_build_object('id', 'a', 'phone', '+15552000001') else jsonb_build_object('id', 'b') end)
        from generate_series(1, 12) n returning position, data)
      insert into deliveries (portfolio_id, subscription_id, position, event_id, type, lane, state, attempts, failure, tried_at)
      select ${portfolioId}, ${id}, position, 'e' || position, 'message.received', 'l',
             case when data -> 'contact' ? 'phone' then 'delivered' else 'dead' end,
             case when data -> 'contact' ? 'phone' then 1 else 9 end,
             case when data -> 'contact' ? 'phone' then null else 'status' end, now() from told`;
    const { body } = await ask<Page<ReadinessReader>>('GET', '/readers');
    expect(body.data).toMatchObject([
      {
        name: 'Old CRM',
        mode: null,
        withNumber: { taken: 6, troubled: 0 },
        without: { taken: 0, troubled: 6 },
        verdict: 'breaks',
      },
    ]);
    const other = await openWorld(db);
    const elsewhere = await app.key('developer', [other.portfolioId]);
    expect((await ask<Page<ReadinessReader>>('GET', '/readers', { as: elsewhere })).body.data).toEqual([]);
  });
});
