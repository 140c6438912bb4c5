// The canary as the service does it: a made-up customer through systems that take them, break, are slow, silent, paused, or answer.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Canary, CanaryConsumer, CanaryRun, CloudEvent, EventFeed, Page, Problem } from '@throughline/contract';
import { parseAlias } from '@throughline/identity';
import { sign } from '@throughline/whatsapp';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { fanOutEvents } from '../flows/fan-out-events.ts';
import { limits } from '../limits.ts';
import { register } from '../numbers/store.ts';
import { eventSteps } from '../readiness/canary/rules-story.ts';
import { claimCanaryRun, saveCalls } from '../readiness/canary/store.ts';
import { parseNetwork } from '../subscriptions/rules-networks.ts';
import { subscriptionById } from '../subscriptions/store.ts';
import { type App, openApp } from '../testing/app.ts';
import { testKeys } from '../testing/keys.ts';
import { e164, openWorld, silent, type World } from '../testing/world.ts';
import { createCanaries } from './run-canaries.ts';

interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}
interface MetaValue {
  messages?: { from?: string; from_user_id?: string; id: string; type: string }[];
  statuses?: { id: string; recipient_id?: string; recipient_user_id?: string }[];
}

const networks = ['127.0.0.0/8'].map(parseNetwork).filter((one) => one !== undefined);
const times = { firstWaitMs: 1, answerWaitMs: 10_000 };

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key = '';
let server: Server;
let url = '';
let received: Received[] = [];
/** What each answers, by its path; 204 where nothing is said. */
let answers: Record<string, (one: Received, response: ServerResponse) => void> = {};

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 14, keys: testKeys });
  app = await openApp(await openWorld(db), undefined, undefined, networks);
  server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  received = [];
  answers = {};
  world = await openWorld(db);
  key = await app.key('developer', [world.portfolioId]);
  const { portfolioId, wabaId } = world;
  const own = { portfolioId, wabaId, phoneNumberId: lineOf(world), displayPhone: e164('+15550009999') };
  await inTransaction(db, (tx) => register(tx, { ...own, name: 'Its own', portfolioName: portfolioId }));
});
afterAll(async () => {
  await app.close();
  server.close();
  server.closeAllConnections();
  await db.close();
  await fresh.drop();
});

/** The doors of the relay find a number by its id alone, and worlds share theirs. */
const lineOf = ({ wabaId }: World) => `77${wabaId}`;

async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const one = { path: request.url ?? '', headers, body };
  received.push(one);
  const say = answers[one.path];
  if (say) say(one, response);
  else response.writeHead(204).end();
}

async function api<T>(method: string, path: string, body?: object, as = key): Promise<{ status: number; body: T }> {
  const told = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await told.text();
  return { status: told.status, body: (said ? JSON.parse(said) : null) as T };
}

async function webhook(name: string, more: object = {}) {
  const made = await api<{ subscription: { id: string }; secret: string }>('POST', '/subscriptions', {
    ...{ name, url: `${url}/${name}` },
    ...more,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.subscription.id, secret: made.body.secret };
}

async function behind(name: string, mode: string) {
  const asked = { name, url: `${url}/${name}`, mode, numbers: [lineOf(world)] };
  const made = await api<{ integration: { id: string }; token: string; secret: string }>(
    'POST',
    '/relay/integrations',
    asked,
  );
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.integration.id, token: made.body.token, secret: made.body.secret };
}

const canaries = (more: object = {}) =>
  createCanaries({ db, tools: world.tools, log: silent, networks, times: { ...times, ...more } });

/** Sends them out, and waits until they are through. */
async function run(more: object = {}): Promise<CanaryRun> {
  const begun = await api<CanaryRun>('POST', '/readiness/canary/runs', {});
  expect(begun.status, JSON.stringify(begun.body)).toBe(202);
  return await through(begun.body.id, more);
}

async function through(id: string, more: object = {}): Promise<CanaryRun> {
  const one = canaries(more);
  await one.look();
  await one.settled();
  await one.close();
  return (await api<CanaryRun>('GET', `/readiness/canary/runs/${id}`)).body;
}

const named = ({ consumers }: CanaryRun, name: string): CanaryConsumer => {
  const found = consumers.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not told`);
  return found;
};
const toldTo = (name: string) => received.filter(({ path }) => path === `/${name}`);
const eventsTo = (name: string) => toldTo(name).map(({ body }) => JSON.parse(body) as CloudEvent);
const valuesTo = (name: string) =>
  toldTo(name).map(({ body }) => JSON.parse(body).entry[0].changes[0].value as MetaValue);
const typesOfStory = eventSteps.map(({ type }) => type);

/** Writes back by the relay as a bot does, to whom the message is from. */
function answering({ token }: { token: string }, said: unknown[]) {
  return async ({ body }: Received, response: ServerResponse): Promise<void> => {
    const [message] = (JSON.parse(body).entry[0].changes[0].value as MetaValue).messages ?? [];
    response.writeHead(200).end();
    if (message?.type !== 'text') return;
    const to = message.from === undefined ? { recipient: message.from_user_id } : { to: message.from };
    const post = async (asked: object) => {
      const answer = await fetch(`${app.url}/relay/v25.0/${lineOf(world)}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messaging_product: 'whatsapp', ...asked }),
      });
      return { status: answer.status, body: await answer.json() };
    };
    said.push(await post({ status: 'read', message_id: message.id }));
    said.push(await post({ ...to, text: { body: 'Hello!' }, context: { message_id: message.id } }));
  };
}

/** Every table of the portfolio, by how much is in it. */
async function held(): Promise<Map<string, number>> {
  const tables = await db.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'portfolio_id'`;
  const counts = tables.map(async ({ name }) => {
    const [row] = await db.sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${name} where portfolio_id = $1`,
      [world.portfolioId],
    );
    return [name, row?.count ?? 0] as const;
  });
  return new Map(await Promise.all(counts));
}

describe('the made-up customer', () => {
  it('goes through every webhook, and names the one that breaks, the step and why', async () => {
    const good = await webhook('good');
    await webhook('phone');
    const paused = await webhook('paused');
    const out = await webhook('out');
    await api('POST', `/subscriptions/${paused.id}/pause`);
    await api('PUT', '/readiness/canary', { leftOut: [out.id] });
    answers = {
      '/phone': ({ body }, response) => {
        const { data } = JSON.parse(body) as { data: { contact?: { phone?: string } } };
        response.writeHead(data.contact && data.contact.phone === undefined ? 500 : 200).end();
      },
    };
    const done = await run();
    expect(done).toMatchObject({ state: 'ended', number: 1, begunBy: 'a developer', broken: 1 });

    expect(named(done, 'good')).toMatchObject({ verdict: 'well', step: null, cause: null });
    expect(eventsTo('good').map(({ type }) => type)).toEqual(typesOfStory);
    for (const { headers, body } of toldTo('good')) {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      expect(headers['webhook-signature']).toBe(new Webhook(good.secret).sign(headers['webhook-id'] ?? '', at, body));
      expect(headers['x-throughline-synthetic']).toBe('canary');
      expect(JSON.parse(body)).toMatchObject({ synthetic: true });
      expect(body).not.toMatch(/XX\.|"phone"/);
    }
    expect(new Set(eventsTo('good').map(({ subject }) => subject)).size).toBe(1);

    const phone = named(done, 'phone');
    expect(phone).toMatchObject({ verdict: 'refused', step: 'created', cause: 'no_number' });
    expect(phone.calls[0]).toEqual({
      ...{ step: 'created', state: 'failed', tries: 3, failure: 'status', status: 500 },
      tookMs: expect.any(Number),
    });
    expect(phone.calls.at(-1)).toMatchObject({ step: 'erased', state: 'taken' });
    expect(phone.calls.filter(({ state }) => state === 'failed')).toHaveLength(phone.calls.length - 1);

    expect(named(done, 'paused')).toMatchObject({ verdict: 'skipped', skipped: 'paused' });
    expect(named(done, 'out')).toMatchObject({ verdict: 'skipped', skipped: 'left_out' });
    expect([...toldTo('paused'), ...toldTo('out')]).toEqual([]);
    const { body } = await api<Page<Canary>>('GET', '/readiness/canary');
    expect(body.data).toMatchObject([{ enabled: false, isRunning: false, last: { id: done.id, broken: 1 } }]);
  });

  it('waits for a silent one no longer than it must, and says of a slow one that it is', async () => {
    await webhook('silent', { types: ['message.received', 'contact.changed'] });
    await webhook('slow', { types: ['contact.created'] });
    answers = {
      '/silent': () => {},
      '/slow': (_, response) => void setTimeout(() => response.writeHead(200).end(), 60),
    };
    const done = await run({ tries: 1, timeoutMs: 600, slowMs: 40 });
    const hung = named(done, 'silent');
    expect(hung).toMatchObject({ verdict: 'no_answer', step: 'message', cause: 'takes_nothing' });
    expect(hung.calls.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'message failed',
      'renamed failed',
      'message_again not_tried',
      'erased failed',
    ]);
    expect(named(done, 'slow')).toMatchObject({ verdict: 'slow', step: 'created', cause: 'slow' });
  });

  it('is called a number where numbers are needed, is answered, and reaches nobody', async () => {
    const [standIn, asIs] = [await behind('stand-in', 'stable-alias'), await behind('as-is', 'as-is')];
    const said: Record<string, { status: number; body: { messages?: { id: string }[] } }[]> = { a: [], b: [] };
    answers = { '/stand-in': answering(standIn, said.a ?? []), '/as-is': answering(asIs, said.b ?? []) };
    const before = await held();
    const { id } = await run();
    // The last may still be writing when the run is over.
    await expect.poll(() => [said.a?.length, said.b?.length], { timeout: 20_000 }).toEqual([6, 6]);
    const done = (await api<CanaryRun>('GET', `/readiness/canary/runs/${id}`)).body;
    expect(done.broken).toBe(0);
    for (const [name, { secret }, own] of [
      ['stand-in', standIn, said.a],
      ['as-is', asIs, said.b],
    ] as const) {
      expect(named(done, name)).toMatchObject({ verdict: 'well', answers: 3, answeredAt: expect.any(String) });
      expect(toldTo(name)).toHaveLength(5);
      for (const { body, headers } of toldTo(name)) {
        expect(headers['x-hub-signature-256']).toBe(sign(Buffer.from(body), secret));
        expect(headers['x-throughline-synthetic']).toBe('canary');
        expect(body).toContain('XX.throughlinecanary');
      }
      expect(own?.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      // The answer it gave was told to be delivered, in its own terms.
      const [status] = valuesTo(name).flatMap(({ statuses = [] }) => statuses);
      expect(status?.id).toBe(own?.[1]?.body.messages?.[0]?.id);
    }
    const called = valuesTo('stand-in').flatMap(({ messages = [] }) => messages.map(({ from }) => from));
    expect(new Set(called).size).toBe(1);
    expect(parseAlias(called[0] ?? '')).toBeDefined();
    expect(valuesTo('as-is').flatMap(({ messages = [] }) => messages.map(({ from }) => from))).toEqual(
      Array(4).fill(undefined),
    );

    // Nothing anywhere but the log, what is kept of the run, and the stand-in.
    const after = await held();
    const grown = [...after].filter(([table, count]) => count !== before.get(table)).map(([table]) => table);
    expect(grown.sort()).toEqual(
      ['audit_entries', 'canary_consumers', 'canary_runs', 'changes', 'events', 'relay_aliases'].sort(),
    );
    for (const path of ['/contacts', '/conversations', '/search?q=canary'])
      expect(JSON.stringify((await api('GET', path)).body).toLowerCase()).not.toContain('canary');
    // An account of theirs that was never given leads to nobody either.
    const nobody = await fetch(`${app.url}/relay/v25.0/${lineOf(world)}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asIs.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ messaging_product: 'whatsapp', recipient: 'XX.throughlinecanary99a', text: { body: 'x' } },
      }),
    });
    expect(await nobody.json()).toMatchObject({ error: { code: 131026 } });
  });

  it('holds up and turns off no address, and is on no list of what is owed', async () => {
    const { id } = await webhook('broken');
    answers = { '/broken': (_, response) => void response.writeHead(410).end() };
    const done = await run();
    expect(named(done, 'broken')).toMatchObject({ verdict: 'refused', cause: 'address' });
    const row = await subscriptionById(db, [world.portfolioId], id);
    if (!row) throw new Error('the webhook is gone');
    expect(row).toMatchObject({ state: 'active', failures: 0, lastFailure: null });
    await inTransaction(db, (tx) => fanOutEvents(tx, row));
    const time = { from: new Date(0).toISOString(), until: new Date(world.tools.clock() + 1).toISOString() };
    expect((await api('POST', `/subscriptions/${id}/replay`, time)).body).toMatchObject({ count: 0 });
    expect(await db.sql`select from deliveries where subscription_id = ${id}`).toHaveLength(0);
  });
});

describe('readers of the feed', () => {
  it('are told where it was chosen, and are known by whom they forget', async () => {
    await webhook('good');
    const feed = async () => (await api<EventFeed>('GET', '/events')).body;
    const quiet = await run();
    expect(quiet.broken).toBe(0);
    expect((await feed()).data).toEqual([]);
    await api('PUT', '/readiness/canary', { feed: true });
    const done = await run();
    const { data } = await feed();
    expect(data.map(({ type, synthetic }) => `${type} ${synthetic}`)).toEqual(typesOfStory.map((one) => `${one} true`));
    // What webhooks are told is the very same, but for WhatsApp's own ids.
    expect(
      eventsTo('good')
        .slice(-data.length)
        .map((one) => one.id),
    ).toEqual(data.map((one) => one.id));
    const erased = data.at(-1)?.id ?? '';
    expect((await api('POST', `/events/${erased}/acknowledge`)).status).toBe(200);
    expect(await db.sql`select from erasure_receipts where portfolio_id = ${world.portfolioId}`).toHaveLength(0);
    const again = (await api<CanaryRun>('GET', `/readiness/canary/runs/${done.id}`)).body;
    expect(named(again, 'a developer')).toMatchObject({ kind: 'reader', verdict: 'read' });

    // The next one waits for it, a day long.
    const next = await run();
    expect(named(next, 'a developer').verdict).toBe('waiting');
    await db.sql`update canary_runs set began_at = began_at - interval '2 days' where id = ${next.id}`;
    const late = (await api<Page<CanaryRun>>('GET', '/readiness/canary/runs')).body.data[0];
    expect(late && named(late, 'a developer').verdict).toBe('not_read');
  });
});

describe('a run', () => {
  it('goes on behind what was written down where its process is gone, and is given up after some times', async () => {
    const { id: consumer } = await webhook('good');
    const { id } = (await api<CanaryRun>('POST', '/readiness/canary/runs', {})).body;
    const running = await api<Problem>('POST', '/readiness/canary/runs', {});
    expect([running.status, running.body.type]).toEqual([409, expect.stringContaining('canary_running')]);
    const [by, now] = [world.tools.newId(), new Date(world.tools.clock())];
    // Another process had told three steps when it was killed.
    const calls = eventSteps.slice(0, 3).map(({ step }) => ({ step, tries: 1, failure: null, status: 204, tookMs: 1 }));
    await inTransaction(db, async (tx) => {
      await claimCanaryRun(tx, { by, now, until: new Date(now.getTime() - 1) });
      await saveCalls(tx, { portfolioId: world.portfolioId, runId: id, id: consumer }, { by, calls, finding: null });
    });
    const done = await through(id);
    expect(named(done, 'good').verdict).toBe('well');
    expect(eventsTo('good').map(({ type }) => type)).toEqual(typesOfStory.slice(3));
    // Whoever was taken for dead writes nothing any more.
    const late = { portfolioId: world.portfolioId, runId: id, id: consumer };
    expect(await inTransaction(db, (tx) => saveCalls(tx, late, { by, calls: [], finding: null }))).toBe(false);

    const again = (await api<CanaryRun>('POST', '/readiness/canary/runs', {})).body;
    await db.sql`update canary_runs set attempts = ${limits.canaryAttempts} where id = ${again.id}`;
    expect(await through(again.id)).toMatchObject({ state: 'interrupted' });
  });

  it('begins each day at its time, once however long nobody looked, and not any more where it is turned off', async () => {
    await webhook('good');
    const runs = async () => (await api<Page<CanaryRun>>('GET', '/readiness/canary/runs')).body.data.length;
    const look = async () => {
      const one = canaries();
      await one.look();
      await one.settled();
      await one.close();
    };
    // The time of the doors stands still at the beginning; that of the job is moved.
    const set = await api<Canary>('PUT', '/readiness/canary', { enabled: true, clock: '04:30', zone: 'Africa/Lagos' });
    const nextAt = Date.parse(set.body.nextAt ?? '');
    expect(new Date(nextAt).toISOString()).toContain('T03:30:00');
    await look();
    expect(await runs()).toBe(0);
    world.setTime((nextAt - world.tools.clock()) / 1000);
    await look();
    expect(await runs()).toBe(1);
    await look();
    expect(await runs()).toBe(1);
    world.setTime((nextAt - Date.parse(set.body.nextAt ?? '')) / 1000 + 5 * 24 * 60 * 60);
    await look();
    await look();
    expect(await runs()).toBe(2);
    expect((await api<Canary>('PUT', '/readiness/canary', { enabled: false })).body.nextAt).toBeNull();
    const acts = await db.sql<{ act: string }[]>`
      select act from audit_entries where portfolio_id = ${world.portfolioId} and act like 'canary%' order by at`;
    expect(acts.map(({ act }) => act)).toEqual(['canary_set', 'canary_set']);
    expect((await api('PUT', '/readiness/canary', { zone: 'Nowhere/Land' })).status).toBe(422);
  });

  it('is for those who look after systems, of their portfolios', async () => {
    const other = await openWorld(db);
    await webhook('good');
    const done = await run();
    const [elsewhere, agent, auditor] = [
      await app.key('developer', [other.portfolioId]),
      await app.key('agent', [world.portfolioId]),
      await app.key('auditor', [world.portfolioId]),
    ];
    expect((await api('GET', `/readiness/canary/runs/${done.id}`, undefined, elsewhere)).status).toBe(404);
    const nothing = await api<Problem>('POST', '/readiness/canary/runs', {}, elsewhere);
    expect([nothing.status, nothing.body.type]).toEqual([422, expect.stringContaining('nobody_told')]);
    for (const path of ['', '/runs', `/runs/${done.id}`]) {
      expect((await api('GET', `/readiness/canary${path}`, undefined, agent)).status).toBe(403);
      expect((await api('GET', `/readiness/canary${path}`, undefined, auditor)).status).toBe(200);
    }
    expect((await api('PUT', '/readiness/canary', { enabled: true }, auditor)).status).toBe(403);
    expect((await api('POST', '/readiness/canary/runs', {}, auditor)).status).toBe(403);
  });
});
