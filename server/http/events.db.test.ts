import { setTimeout as sleep } from 'node:timers/promises';
import { type CloudEvent, type EventFeed, eventData } from '@throughline/contract';
import type { HolderId } from '@throughline/identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { receiptsOf } from '../events/receipts.ts';
import { append, eventsAfter, extentOf } from '../events/store.ts';
import { detachSubject, eraseDetached } from '../flows/erase-subject.ts';
import { forgetOldEvents } from '../flows/forget-events.ts';
import { type App, openApp } from '../testing/app.ts';
import { call, echo, message, moved, status, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key = '';
let start = '';
let n = 0;
const open: AbortController[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 12 });
  app = await openApp(await openWorld(db));
});
beforeEach(async () => {
  world = await openWorld(db);
  key = await app.key('developer', [world.portfolioId]);
  start = (await feed('?after=latest')).body.next;
  n += 1;
});
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});
afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function feed(query: string, by = key) {
  const answer = await fetch(`${app.url}/api/v1/events${query}`, { headers: { authorization: `Bearer ${by}` } });
  return { status: answer.status, body: (await answer.json()) as EventFeed & { code?: string } };
}
const news = async () => (await feed(`?after=${start}&limit=1000`)).body.data;
const types = (events: readonly CloudEvent[]) => events.map(({ type }) => type);
const ana = () => ({ phone: `+1555300${1000 + n}`, bsuid: `US.${n}`, name: 'Ana', username: `ana${n}` });

/** Nothing is said that the schema does not know of, and nothing left out that it promises. */
function fitsSchema({ type, data }: CloudEvent): void {
  expect(eventData[type].strict().parse(data), type).toEqual(data);
}

describe('what happened', () => {
  it('is told in order, as CloudEvents with the person as they were shown, fitting the schemas', async () => {
    await world.receive(message(ana(), { at: 1, id: `a${n}` }, text('Is it ready?')));
    const events = await news();
    expect(types(events)).toEqual(['contact.created', 'conversation.created', 'message.received']);
    const [created, , received] = events;
    expect(received).toMatchObject({
      specversion: '1.0',
      source: `/portfolios/${world.portfolioId}`,
      subject: created?.subject,
      dataschema: 'https://throughline.dev/schemas/events/message.received/1',
      data: {
        contact: { id: created?.subject, displayName: 'Ana', phone: ana().phone, username: ana().username },
        message: { direction: 'in', type: 'text', text: 'Is it ready?' },
      },
    });
    for (const event of events) fitsSchema(event);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map(({ sequence }) => sequence).sort());
  });

  it('is told once, however often Meta sends it', async () => {
    const hook = message(ana(), { at: 1, id: `a${n}` });
    await world.receive(hook);
    const events = await news();
    await world.receive(hook);
    expect(await news()).toEqual(events);
  });

  it('has no number of somebody who hides it, and backend ids only for whoever may read them', async () => {
    const { phone: _, ...hidden } = ana();
    await world.receive(message(hidden, { at: 1, id: `a${n}` }));
    const [created] = await news();
    expect(created?.data.contact).toEqual({
      id: created?.subject,
      displayName: 'Ana',
      identifier: { kind: 'username', value: hidden.username },
      username: hidden.username,
      accounts: [hidden.bsuid],
    });
    const [row] = await eventsAfter(db, world.portfolioId, { after: Number(start), limit: 1 });
    expect(JSON.stringify(row?.data)).not.toContain(hidden.bsuid);
    for (const role of ['agent', 'supervisor', 'privacy_officer'] as const)
      expect((await feed('', await app.key(role))).status).toBe(403);
  });

  it('tells of identifiers gained and lost, and what changed', async () => {
    const { phone, ...hidden } = ana();
    await world.receive(message(hidden, { at: 1, id: `a${n}` }));
    await world.receive(message({ ...hidden, phone, username: `ana.b${n}` }, { at: 2, id: `b${n}` }));
    await world.receive(
      moved(
        { phone, bsuid: hidden.bsuid },
        { phone: `+1555400${1000 + n}`, bsuid: `US.${n}00` },
        { at: 3, id: `c${n}` },
      ),
    );
    const events = (await news()).filter(({ type }) => !/^(message|conversation)/.test(type));
    expect(events.map(({ type, data }) => [type, data.identifier ?? data.changed ?? null])).toEqual([
      ['contact.created', null],
      ['identifier.lost', { kind: 'username', value: hidden.username }],
      ['identifier.gained', { kind: 'phone', value: phone }],
      ['identifier.gained', { kind: 'username', value: `ana.b${n}` }],
      ['contact.changed', ['identifier', 'phone', 'username', 'hidden']],
      ['identifier.lost', { kind: 'phone', value: phone }],
      ['identifier.lost', { kind: 'account', value: hidden.bsuid }],
      ['identifier.gained', { kind: 'phone', value: `+1555400${1000 + n}` }],
      ['identifier.gained', { kind: 'account', value: `US.${n}00` }],
      ['contact.changed', ['identifier', 'phone']],
    ]);
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(1);
    for (const event of events) fitsSchema(event);
  });

  it('tells of people put together and taken apart, and of their work', async () => {
    const [one, other] = [ana(), { phone: `+1555600${1000 + n}`, name: 'Anna' }];
    await world.receive(message(one, { at: 1, id: `a${n}` }), message(other, { at: 2, id: `b${n}` }));
    const contacts = (await news()).filter(({ type }) => type === 'contact.created').map(({ subject }) => subject);
    const admin = await app.key('admin');
    const say = async (path: string, body: object) => {
      const answer = await fetch(`${app.url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status, await answer.clone().text()).toBeLessThan(300);
      return (await answer.json()) as { contact?: { id: string } };
    };
    await say(`/contacts/${contacts[0]}/merge`, { with: contacts[1], reason: 'one person' });
    const joined = (await news()).find(({ type }) => type === 'contact.joined');
    const others = (joined?.data.joined ?? []) as string[];
    expect([joined?.subject, ...others].sort()).toEqual([...contacts].sort());
    const conversation = (await news()).find(({ type }) => type === 'conversation.created')?.data.conversation as {
      id: string;
    };
    for (const state of ['resolved', 'open'])
      await fetch(`${app.url}/api/v1/conversations/${conversation.id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
        body: JSON.stringify({ state }),
      });
    const events = await news();
    expect(types(events).slice(-2)).toEqual(['conversation.resolved', 'conversation.reopened']);
    for (const event of events) fitsSchema(event);
  });

  it('tells of messages of ours, what became of them, and calls, each once', async () => {
    const who = ana();
    await world.receive(message(who, { at: 1, id: `a${n}` }), echo(who, { at: 2, id: `e${n}` }));
    await world.receive(status('delivered', { at: 3, id: `e${n}` }, { to: who }));
    await world.receive(status('delivered', { at: 3, id: `e${n}` }, { to: who }));
    await world.receive(call(who, { at: 4, id: `c${n}` }));
    await world.receive(call(who, { at: 4, id: `c${n}` }), call(who, { at: 9, id: `c${n}` }, 5));
    const events = await news();
    expect(types(events).slice(2)).toEqual([
      'message.received',
      'message.sent',
      'message.status',
      'call.updated',
      'call.updated',
    ]);
    expect(events.find(({ type }) => type === 'message.status')?.data).toMatchObject({
      message: { status: 'delivered' },
    });
    for (const event of events) fitsSchema(event);
  });

  it('is not told where it was undone, wholly or in part', async () => {
    const at = world.tools.clock();
    const draft = (note: string) => [{ type: 'subscription.tested' as const, at, data: { note } }];
    await inTransaction(db, async (tx) => {
      append(tx, world.portfolioId, draft('kept'));
      await tx
        .savepoint(async (inner) => {
          append(inner, world.portfolioId, draft('undone'));
          throw new Error('undone');
        })
        .catch(() => {});
      await tx.savepoint(async (inner) => append(inner, world.portfolioId, draft('kept too')));
    });
    const whole = inTransaction(db, async (tx) => {
      append(tx, world.portfolioId, draft('undone'));
      throw new Error('undone');
    });
    await expect(whole).rejects.toThrow('undone');
    expect((await news()).map(({ data }) => data.note)).toEqual(['kept', 'kept too']);
  });
});

describe('a cursor', () => {
  it('skips nothing while many write at once', async () => {
    const at = world.tools.clock();
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      for (let after = Number(start), idle = false; !idle; ) {
        const last = !writing;
        const rows = await eventsAfter(db, world.portfolioId, { after, limit: 50 });
        seen.push(...rows.map(({ position }) => position));
        after = rows.at(-1)?.position ?? after;
        idle = last && rows.length === 0;
      }
    })();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 20; i++)
          await inTransaction(db, async (tx) => {
            append(tx, world.portfolioId, [{ type: 'subscription.tested', at, data: { note: `${writer}` } }]);
            await sleep((i * writer) % 3);
          });
      }),
    );
    writing = false;
    await reading;
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(160);
  });

  it('goes on page by page, also where only some types are asked for', async () => {
    await world.receive(...[1, 2, 3].map((i) => message(ana(), { at: i, id: `a${n}.${i}` })));
    const all = await news();
    const seen: CloudEvent[] = [];
    for (let next = start, more = true; more; ) {
      const page = (await feed(`?after=${next}&limit=2`)).body;
      seen.push(...page.data);
      ({ next, more } = page);
    }
    expect(seen).toEqual(all);
    const some = (await feed(`?after=${start}&type=message.received&type=contact.created&limit=2`)).body;
    expect(types(some.data)).toEqual(['contact.created', 'message.received']);
    expect(some.more).toBe(true);
    expect((await feed(`?after=${some.next}&type=contact.joined`)).body).toMatchObject({ data: [], more: false });
  });

  it('is told when what came after it is kept no more, or when it is of another log', async () => {
    await world.receive(message(ana(), { at: 1, id: `a${n}` }));
    const now = world.tools.clock() + 31 * 24 * 60 * 60 * 1000;
    expect(await inTransaction(db, (tx) => forgetOldEvents(tx, world.portfolioId, { now, limit: 2 }))).toBe(2);
    expect(await feed(`?after=${start}`)).toMatchObject({ status: 410, body: { code: 'cursor_gone' } });
    const left = await feed('');
    expect(types(left.body.data)).toEqual(['message.received']);
    const { last } = await extentOf(db, world.portfolioId);
    expect((await feed(`?after=${last + 1}`)).status).toBe(410);
    expect(await feed(`?after=${last}`)).toMatchObject({ status: 200, body: { data: [], more: false } });
  });
});

describe('a live stream', () => {
  async function listen(query: string, lastEventId?: string): Promise<string[]> {
    const controller = new AbortController();
    open.push(controller);
    const answer = await fetch(`${app.url}/api/v1/events/live${query}`, {
      headers: { authorization: `Bearer ${key}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
      signal: controller.signal,
    });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const heard: string[] = [];
    void (async () => {
      let rest = '';
      for await (const chunk of answer.body ?? []) {
        rest += Buffer.from(chunk).toString();
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        heard.push(...blocks.filter((block) => block.startsWith('id: ')));
      }
    })().catch(() => {});
    return heard;
  }

  it('tells what happens, and goes on after the last that was heard', async () => {
    const heard = await listen('');
    await world.receive(message(ana(), { at: 1, id: `a${n}` }));
    await expect.poll(() => heard.length, { timeout: 10_000, interval: 20 }).toBe(3);
    expect(heard[0]).toMatch(/^id: \d{19}\nevent: contact\.created\ndata: \{"specversion":"1\.0"/);
    const [, id] = /^id: (\d+)/.exec(heard[0] ?? '') ?? [];
    const again = await listen('', id);
    await expect.poll(() => again, { timeout: 10_000, interval: 20 }).toEqual(heard.slice(1));
  });
});

describe('an erasure', () => {
  it('empties the log of the person, tells everybody to forget them, and hears who has', async () => {
    await world.receive(
      message(ana(), { at: 1, id: `a${n}` }),
      message({ phone: `+1555700${1000 + n}` }, { at: 2, id: `b${n}` }),
    );
    const before = await news();
    const person = before.find(({ data }) => (data.contact as { displayName: string }).displayName === 'Ana')?.subject;
    const [holder] = await db.sql<{ id: HolderId }[]>`
      select id from holders where portfolio_id = ${world.portfolioId} and contact_id = ${person ?? ''}`;
    const id = world.tools.newId();
    const deciding = { policy, tools: world.tools };
    await inTransaction(db, (tx) =>
      detachSubject(tx, { portfolioId: world.portfolioId, id, holders: holder ? [holder.id] : [] }, deciding),
    );
    await eraseDetached(db, world.portfolioId, id);
    const left = await news();
    expect(left.filter(({ subject }) => subject === person)).toMatchObject([
      { type: 'contact.erased', data: { erased: person, erasureId: id } },
    ]);
    expect(JSON.stringify(left)).not.toMatch(/Ana|ana\d/);
    expect(types(left.filter(({ subject }) => subject !== person))).toEqual(
      types(before.filter(({ subject }) => subject !== person)),
    );
    const acknowledge = (event: string | undefined) =>
      fetch(`${app.url}/api/v1/events/${event}/acknowledge`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
      });
    const erased = left.find(({ type }) => type === 'contact.erased');
    if (erased) fitsSchema(erased);
    for (const _ of [1, 2]) expect((await acknowledge(erased?.id)).status).toBe(200);
    expect((await acknowledge(left[0]?.id)).status).toBe(422);
    expect((await acknowledge('evt_1_00000000')).status).toBe(404);
    expect(await receiptsOf(db, world.portfolioId, id)).toMatchObject([
      { kind: 'key', name: 'a developer', state: 'acknowledged' },
    ]);
  });
});

it('publishes a JSON Schema of every type', async () => {
  const ask = async (path: string) => {
    const answer = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
    return (await answer.json()) as { data: { type: string; path: string }[]; type: string; required: string[] };
  };
  const { data } = await ask('/api/v1/events/schemas');
  expect(data.map(({ type }) => type)).toEqual(Object.keys(eventData));
  for (const { path } of data) expect(await ask(path)).toMatchObject({ type: 'object' });
});
