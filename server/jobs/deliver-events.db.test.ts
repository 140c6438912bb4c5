import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent, Delivery, EventType, Page, Subscription } from '@throughline/contract';
import type { HolderId } from '@throughline/identity';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { receiptsOf } from '../events/receipts.ts';
import { append } from '../events/store.ts';
import { detachSubject } from '../flows/erase-subject.ts';
import { toolsWith } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { parseNetwork } from '../subscriptions/rules-networks.ts';
import { type App, openApp } from '../testing/app.ts';
import { testKeys } from '../testing/keys.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';
import { type Courier, createCourier } from './deliver-events.ts';

interface Received {
  event: CloudEvent;
  headers: Record<string, string>;
  body: string;
}

const networks = ['127.0.0.0/8', '::1'].map(parseNetwork).filter((one) => one !== undefined);
const patience = { timeout: 40_000, interval: 20 };

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key = '';
let server: Server;
let url = '';
let received: Received[] = [];
/** What the consumer answers. */
let answer: (one: Received, response: ServerResponse) => void;
const couriers: Courier[] = [];
const timers: NodeJS.Timeout[] = [];
let n = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 14, keys: testKeys });
  app = await openApp(await openWorld(db), undefined, undefined, networks);
  server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  n += 1;
  received = [];
  answer = (_, response) => response.writeHead(204).end();
  world = await openWorld(db);
  key = await app.key('admin', [world.portfolioId]);
});
afterEach(async () => {
  for (const timer of timers.splice(0)) clearInterval(timer);
  await Promise.all(couriers.splice(0).map((one) => one.close()));
  await db.sql`update subscriptions set state = 'paused'`;
});
afterAll(async () => {
  await app.close();
  server.close();
  server.closeAllConnections();
  await db.close();
  await fresh.drop();
});

async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const one = { event: JSON.parse(body) as CloudEvent, headers, body };
  received.push(one);
  answer(one, response);
}

function deliver(allowed = networks): Courier {
  // The time of the world stands still; leases and tries need one that goes on.
  const tools = { ...toolsWith('a secret of the tests') };
  const times = { firstWaitMs: 20 };
  const courier = createCourier({ db, tools, log: silent, networks: allowed, times });
  couriers.push(courier);
  const turn = () =>
    void courier.look().then(
      () => courier.wake(),
      () => {},
    );
  turn();
  timers.push(setInterval(turn, 50));
  return courier;
}

async function api<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
  const told = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await told.text();
  return { status: told.status, body: (text ? JSON.parse(text) : null) as T };
}

async function subscribe(more: { types?: EventType[]; accounts?: boolean; url?: string } = {}) {
  const made = await api<{ subscription: Subscription; secret: string; code?: string }>('POST', '/subscriptions', {
    name: 'CRM',
    url,
    ...more,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.subscription.id, secret: made.body.secret };
}

const shown = async (id: string) => (await api<Subscription>('GET', `/subscriptions/${id}`)).body;
const deliveries = async (id: string, query = '') =>
  (await api<Page<Delivery>>('GET', `/subscriptions/${id}/deliveries${query}`)).body.data;
const types = () => received.map(({ event }) => event.type);
const person = (i = 0) => ({ phone: `+1555${n}30${100 + i}`, bsuid: `US.${n}00${i}`, name: `Ana ${i}` });
let id = 0;
const writes = (i = 0, words = 'hello') => {
  id += 1;
  return world.receive(message(person(i), { at: id, id: `w${id}` }, text(words)));
};
/** Events of some contacts, without the walk that makes them. */
const happens = (contacts: readonly string[], each: number) =>
  inTransaction(db, async (tx) => {
    const at = world.tools.clock();
    append(
      tx,
      world.portfolioId,
      Array.from({ length: each }, (_, i) =>
        contacts.map((contactId) => ({ type: 'contact.changed' as const, at, contactId, data: { changed: [], n: i } })),
      ).flat(),
    );
  });
const numbersOf = (contact: string) =>
  received.filter(({ event }) => event.subject === contact).map(({ event }) => event.data.n as number);

describe('a delivery', () => {
  it('is what happened, signed so that another library agrees, without backend ids', async () => {
    const { id, secret } = await subscribe();
    deliver();
    await writes();
    await expect.poll(types, patience).toEqual(['contact.created', 'conversation.created', 'message.received']);
    for (const { headers, body, event } of received) {
      expect(new Webhook(secret).verify(body, headers)).toEqual(event);
      expect(headers['webhook-id']).toBe(event.id);
      expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, headers)).toThrow();
      expect(body).not.toContain('US.');
    }
    await expect
      .poll(async () => (await deliveries(id)).map(({ state }) => state), patience)
      .toEqual(['delivered', 'delivered', 'delivered']);
    expect(await shown(id)).toMatchObject({ state: 'active', waiting: 0, dead: 0, health: { failingSince: null } });
    const [row] = await db.sql<{ text: string }[]>`select s::text as text from subscriptions s where id = ${id}`;
    expect(JSON.stringify(await api('GET', '/subscriptions')) + row?.text).not.toContain(secret);
  });

  it('has backend ids where whoever may read them asked for it, and only the types that were', async () => {
    await subscribe({ types: ['contact.created'], accounts: true });
    deliver();
    await writes();
    await expect.poll(types, patience).toEqual(['contact.created']);
    expect(received[0]?.event.data.contact).toMatchObject({ accounts: [person().bsuid] });
    key = await app.key('supervisor', [world.portfolioId]);
    expect((await api('POST', '/subscriptions', { name: 'x', url })).status).toBe(403);
  });

  it('keeps the order of each contact while others go on, though every fifth is refused', async () => {
    const contacts = Array.from({ length: 20 }, () => world.tools.newId());
    const calls = new Map<string, number>();
    const open = new Map<string, number>();
    let together = 0;
    answer = ({ event }, response) => {
      const subject = String(event.subject);
      open.set(subject, (open.get(subject) ?? 0) + 1);
      together = Math.max(together, open.size);
      expect(open.get(subject)).toBe(1);
      const tries = (calls.get(event.id) ?? 0) + 1;
      calls.set(event.id, tries);
      setTimeout(() => {
        open.delete(subject);
        response.writeHead(tries === 1 && Number(event.sequence) % 5 === 0 ? 500 : 200).end();
      }, 5);
    };
    await subscribe();
    await happens(contacts, 10);
    deliver();
    await expect.poll(() => new Set(received.map(({ event }) => event.id)).size, patience).toBe(200);
    for (const contact of contacts)
      expect([...new Set(numbersOf(contact))]).toEqual(Array.from({ length: 10 }, (_, i) => i));
    expect(together).toBeGreaterThan(3);
  });

  it('holds up nobody but the contact that is refused, and goes on with the rest of it later', async () => {
    const [bad = '', good = ''] = [world.tools.newId(), world.tools.newId()];
    let refusing = true;
    answer = ({ event }, response) => response.writeHead(refusing && event.subject === bad ? 500 : 200).end();
    const { id } = await subscribe();
    await happens([bad, good], 3);
    deliver();
    await expect.poll(() => numbersOf(good), patience).toEqual([0, 1, 2]);
    await expect.poll(() => numbersOf(bad).length, patience).toBeGreaterThan(1);
    expect(new Set(numbersOf(bad))).toEqual(new Set([0]));
    const [head] = (await deliveries(id, `?contact=${bad}&state=waiting`)).slice(-1);
    expect(head).toMatchObject({ failure: 'status', status: 500, state: 'waiting', contactId: bad });
    refusing = false;
    await db.sql`update delivery_lanes set due_at = now()`;
    await expect.poll(() => [...new Set(numbersOf(bad))], patience).toEqual([0, 1, 2]);
  });

  it('is made again by another process where the first died in the middle', async () => {
    const contact = world.tools.newId();
    const hanging: ServerResponse[] = [];
    answer = (_, response) => void hanging.push(response);
    await subscribe();
    await happens([contact], 3);
    const dying = deliver();
    await expect.poll(() => received.length, patience).toBe(1);
    // As good as dead: what it holds is taken from it, and it may not write any more.
    await db.sql`update subscriptions set lent_until = now() - interval '1 second', lent_to = ${world.tools.newId()} where portfolio_id = ${world.portfolioId}`;
    answer = (_, response) => response.writeHead(200).end();
    deliver();
    await expect.poll(() => [...new Set(numbersOf(contact))], patience).toEqual([0, 1, 2]);
    for (const response of hanging) response.destroy();
    await dying.close();
    expect(numbersOf(contact)).toEqual([0, 0, 1, 2]);
  });

  it('is given up after days and can be sent again, by its id, by the event’s, or by time', async () => {
    answer = (_, response) => response.writeHead(500).end();
    const { id } = await subscribe({ types: ['message.received'] });
    await writes();
    deliver();
    await expect.poll(() => received.length, patience).toBeGreaterThan(0);
    await expect.poll(async () => (await deliveries(id))[0]?.attempts, patience).toBeGreaterThan(0);
    await db.sql`update deliveries set first_tried_at = now() - ${limits.deliveryGiveUpMs}::float8 * interval '1 millisecond' where subscription_id = ${id}`;
    await db.sql`update delivery_lanes set due_at = now() where subscription_id = ${id}`;
    await expect.poll(async () => (await deliveries(id, '?state=dead')).length, patience).toBe(1);
    expect(await shown(id)).toMatchObject({ dead: 1, waiting: 0 });
    const [dead] = await deliveries(id, '?state=dead');
    answer = (_, response) => response.writeHead(200).end();
    const before = received.length;
    const from = new Date(world.tools.clock() - 60_000).toISOString();
    const until = new Date(world.tools.clock() + 24 * 60 * 60_000).toISOString();
    for (const what of [{ deliveries: [dead?.id] }, { events: [dead?.event.id] }, { from, until }])
      expect(await api('POST', `/subscriptions/${id}/replay`, what)).toEqual({
        status: 202,
        body: { count: 1, more: false },
      });
    await expect.poll(() => received.length, patience).toBe(before + 3);
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(1);
    expect((await deliveries(id)).filter(({ replayed }) => replayed)).toHaveLength(3);
    expect((await api('POST', `/subscriptions/${id}/replay`, { from })).status).toBe(400);
  });
});

describe('an address', () => {
  it('is told nothing while it is paused, and everything once it goes on', async () => {
    const { id } = await subscribe();
    deliver();
    await api('POST', `/subscriptions/${id}/pause`);
    await writes();
    expect(await shown(id)).toMatchObject({ state: 'paused', behind: 3 });
    await api('POST', `/subscriptions/${id}/resume`);
    await expect.poll(() => received.length, patience).toBe(3);
  });

  it('can be tested, and its secret changed with both signing for a while', async () => {
    const { id, secret } = await subscribe();
    deliver();
    const rotated = await api<{ secret: string }>('POST', `/subscriptions/${id}/rotate`);
    // The day begins with the clock of the world, which stands still.
    await db.sql`update subscriptions set previous_until = now() + interval '1 hour' where id = ${id}`;
    expect((await api('POST', `/subscriptions/${id}/test`)).status).toBe(202);
    await expect.poll(types, patience).toEqual(['subscription.tested']);
    const [{ body, headers } = { body: '', headers: {} }] = received;
    for (const one of [secret, rotated.body.secret]) expect(() => new Webhook(one).verify(body, headers)).not.toThrow();
    await db.sql`update subscriptions set previous_until = now() where id = ${id}`;
    await api('POST', `/subscriptions/${id}/test`);
    await expect.poll(() => received.length, patience).toBe(2);
    const second = received[1];
    expect(() => new Webhook(secret).verify(second?.body ?? '', second?.headers ?? {})).toThrow();
    expect(() => new Webhook(rotated.body.secret).verify(second?.body ?? '', second?.headers ?? {})).not.toThrow();
  });

  it('is disabled after days without taking anything, desks are told, and it goes on when resumed', async () => {
    answer = (_, response) => response.writeHead(503).end();
    const { id } = await subscribe();
    await happens(
      Array.from({ length: limits.deliveryFailuresUntilRest + 5 }, () => world.tools.newId()),
      1,
    );
    deliver();
    await expect.poll(async () => (await shown(id)).health.failingSince, patience).not.toBeNull();
    await expect
      .poll(
        async () => (await db.sql`select from subscriptions where id = ${id} and rest_until is not null`).length,
        patience,
      )
      .toBe(1);
    await db.sql`update subscriptions set failing_since = now() - ${limits.subscriptionGiveUpMs}::float8 * interval '1 millisecond', rest_until = null where id = ${id}`;
    await db.sql`update delivery_lanes set due_at = now() where subscription_id = ${id}`;
    await expect.poll(async () => (await shown(id)).state, patience).toBe('disabled');
    expect(
      (await db.sql`select from changes where portfolio_id = ${world.portfolioId} and kind = 'subscription'`).length,
    ).toBeGreaterThan(0);
    answer = (_, response) => response.writeHead(200).end();
    received = [];
    await api('POST', `/subscriptions/${id}/resume`);
    await expect.poll(() => received.length, patience).toBe(limits.deliveryFailuresUntilRest + 5);
    expect(await shown(id)).toMatchObject({ state: 'active', health: { failingSince: null, disabledAt: null } });
  });

  it('is told no more at once where it answers that it is gone', async () => {
    answer = (_, response) => response.writeHead(410).end();
    const { id } = await subscribe();
    await writes();
    deliver();
    await expect.poll(async () => (await shown(id)).state, patience).toBe('disabled');
    expect((await shown(id)).health.lastFailure).toBe('gone');
  });

  it('is followed to no other place, and into no network that is not allowed, however it is written', async () => {
    answer = (_, response) => response.writeHead(302, { location: `${url}/elsewhere` }).end();
    const { id } = await subscribe();
    await writes();
    deliver();
    await expect.poll(async () => (await deliveries(id)).at(-1)?.failure, patience).toBe('redirect');
    for (const refused of [
      'ftp://example.com/x',
      'not an address',
      'http://example.com/hook',
      'https://user:pass@example.com/hook',
      'https://10.0.0.8/hook',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:169.254.169.254]/',
      'https://[fd00:ec2::254]/',
      'https://0xa9fea9fe/',
      'https://192.168.1.1/',
    ])
      expect(await api('POST', '/subscriptions', { name: 'x', url: refused }), refused).toMatchObject({
        status: 422,
        body: { code: 'url_refused' },
      });
  });

  it('is looked at again when its name is looked up: what leads home is refused then', async () => {
    const { id } = await subscribe();
    await db.sql`update subscriptions set url = ${url.replace('127.0.0.1', 'localhost').replace('http:', 'https:')} where id = ${id}`;
    await writes();
    deliver([]);
    await expect.poll(async () => (await deliveries(id)).at(-1)?.failure, patience).toBe('address_refused');
    expect(received).toEqual([]);
  });
});

describe('an erasure', () => {
  it('is told to everybody, whatever they asked for; that they took it is written down', async () => {
    const { id: quiet } = await subscribe({ types: ['campaign.changed'] });
    await writes();
    const [holder] = await db.sql<{ id: HolderId }[]>`select id from holders where portfolio_id = ${world.portfolioId}`;
    const erasure = world.tools.newId();
    await inTransaction(db, (tx) =>
      detachSubject(
        tx,
        { portfolioId: world.portfolioId, id: erasure, holders: holder ? [holder.id] : [] },
        { policy, tools: world.tools },
      ),
    );
    const states = async () =>
      (await receiptsOf(db, world.portfolioId, erasure)).map(({ name, state }) => [name, state]);
    expect(await states()).toEqual([['CRM', 'waiting']]);
    deliver();
    await expect.poll(types, patience).toEqual(['contact.erased']);
    await expect.poll(states, patience).toEqual([['CRM', 'acknowledged']]);
    expect((await deliveries(quiet)).map(({ event }) => event.type)).toEqual(['contact.erased']);
  });
});
