import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { corpus } from '../../tests/corpus/corpus.ts';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { epoch, otherNumber } from '../testing/names.ts';
import { lines, secondsOf, threadsSeen } from '../testing/reading.ts';
import { call, echo, envelope, message, moved, preference, status, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { listContacts } from '../views/contacts.ts';
import { inEnglish, within } from '../words/viewer.ts';

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

const ana = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana', username: null };
const threads = () => threadsSeen(db, world.portfolioId);
const contacts = async () => (await listContacts(db, within(inEnglish, world.portfolioId), { limit: 200 })).data;
const counts = async () =>
  await db.sql<Record<string, number>[]>`
    select items, applied, repeated, kept, parked from inbox where state = 'done' and portfolio_id = ${world.portfolioId} order by id`;
const parked = async () =>
  await db.sql<{ reason: string; body: Buffer }[]>`
    select reason, body from parked where portfolio_id = ${world.portfolioId}`;

describe('a message', () => {
  it('makes the person, the thread and everything the list shows of it', async () => {
    await world.receive(message(ana, { at: 10, id: 'w1' }, text('hola')));
    const [one] = await contacts();
    expect(one).toMatchObject({
      displayName: 'Ana',
      identifier: { kind: 'phone', value: '+15552000001' },
      numberHidden: false,
      marketing: 'unset',
    });
    const [thread] = await threads();
    expect(thread?.conversation).toMatchObject({ contactId: one?.id, state: 'open', unread: 1, mergedFrom: [] });
    expect(thread?.conversation.lastItem).toMatchObject({ kind: 'message', direction: 'in', summary: 'hola' });
    expect(secondsOf(thread?.conversation.lastItemAt ?? null)).toBe(10);
    expect(secondsOf(thread?.conversation.waitingSince ?? null)).toBe(10);
    expect(secondsOf(thread?.conversation.windowClosesAt ?? null)).toBe(10 + 86_400);
    expect(thread && lines(thread)).toEqual(['10 in text hola received']);
  });

  it('redelivered, alone or with others, changes nothing and is counted as repeated', async () => {
    const first = message(ana, { at: 10, id: 'w1' });
    await world.receive(first, first);
    const before = await threads();
    await world.receive(first, message(ana, { at: 10, id: 'w1' }));
    expect(await threads()).toEqual(before);
    expect(before[0]?.conversation.unread).toBe(1);
    expect((await counts()).map((row) => [row.applied, row.repeated])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('that is late neither takes the place of a newer one nor closes the window earlier', async () => {
    await world.receive(message(ana, { at: 50, id: 'w2' }, text('new')));
    await world.receive(message(ana, { at: 10, id: 'w1' }, text('old')));
    const [thread] = await threads();
    expect(thread?.conversation.lastItem?.summary).toBe('new');
    expect(secondsOf(thread?.conversation.windowClosesAt ?? null)).toBe(50 + 86_400);
    expect(secondsOf(thread?.conversation.waitingSince ?? null)).toBe(10);
    expect(thread?.conversation.unread).toBe(2);
    expect(thread && lines(thread)).toEqual(['10 in text old received', '50 in text new received']);
  });

  it('to another number of ours is another thread of the same person', async () => {
    await world.receive(message(ana, { at: 1, id: 'w1' }), message(ana, { at: 2, id: 'w2', number: otherNumber }));
    const both = await threads();
    expect(both.map((one) => one.conversation.businessNumber.display)).toEqual(['+15550001111', '+15550003333']);
    expect(new Set(both.map((one) => one.conversation.contactId)).size).toBe(1);
  });

  it('lands in the same thread whichever ids it carries', async () => {
    const parent = 'US.ENT.1';
    await world.receive(message({ ...ana, parent }, { at: 1, id: 'w1' }));
    for (const [i, who] of [
      { phone: ana.phone },
      { bsuid: ana.bsuid },
      { parent },
      { phone: ana.phone, bsuid: ana.bsuid },
      { bsuid: ana.bsuid, parent },
      { phone: ana.phone, parent },
    ].entries())
      await world.receive(message(who, { at: 2 + i, id: `v${i}` }));
    const all = await threads();
    expect(all).toHaveLength(1);
    expect(all[0]?.items.filter((item) => item.kind === 'message')).toHaveLength(7);
  });

  it('ends the waiting when it is ours, from wherever it was sent, and waits again for the next', async () => {
    await world.receive(message(ana, { at: 10, id: 'w1' }), message(ana, { at: 20, id: 'w2' }));
    await world.receive(echo(ana, { at: 30, id: 'e1' }, 'from the phone'));
    expect((await threads())[0]?.conversation.waitingSince).toBeNull();
    await world.receive(message(ana, { at: 40, id: 'w3' }));
    const [thread] = await threads();
    expect(secondsOf(thread?.conversation.waitingSince ?? null)).toBe(40);
    expect(thread && lines(thread)[2]).toBe('30 out text from the phone sent');
  });

  it('finds what it quotes or reacts to in its own thread, and says so where it is not to be found', async () => {
    const quoting = { ...text('yes'), context: { from: '15550001111', id: 'w1' } };
    const reacting = { type: 'reaction', reaction: { message_id: 'gone', emoji: '👍' } };
    await world.receive(
      message(ana, { at: 1, id: 'w1' }),
      message(ana, { at: 2, id: 'w2' }, quoting),
      message(ana, { at: 3, id: 'w3' }, reacting),
    );
    const items = (await threads())[0]?.items ?? [];
    expect(items[1]).toMatchObject({ quotes: items[0]?.id });
    expect(items[2]).toMatchObject({ type: 'reaction', target: null, emoji: '👍' });
  });

  it('that only an old history tells of rings no bell and opens no window', async () => {
    const history = corpus().find((entry) => entry.name === 'app/history-threads');
    await world.receive(history?.webhook);
    for (const { conversation } of await threads())
      expect(conversation).toMatchObject({ unread: 0, windowClosesAt: null, waitingSince: null });
    expect((await threads()).length).toBeGreaterThan(0);
  });

  it('that an old history tells of goes to its account, whoever writes from the number now', async () => {
    const thread = {
      id: '15550002222',
      context: { wa_id: '15550002222', user_id: 'US.1' },
      messages: [
        { from: '15550002222', from_user_id: 'US.1', id: 'h1', timestamp: String(epoch / 1000), ...text('old') },
      ],
    };
    const history = envelope(
      { history: [{ metadata: { phase: 0, chunk_order: 1, progress: 5 }, threads: [thread] }] },
      'history',
    );
    await world.receive(history, message({ phone: '15550002222', bsuid: 'US.2' }, { at: 60, id: 'w1' }, text('new')));
    expect((await threads()).map(lines)).toEqual([['0 in text old received'], ['60 in text new received']]);
  });

  it('with characters no database can hold is kept with what can be held', async () => {
    await world.receive(message({ ...ana, name: 'A\u0000na' }, { at: 1, id: 'w1' }, text('a\u0000b\ud83d')));
    const [thread] = await threads();
    expect(thread?.items[0]).toMatchObject({ kind: 'message', text: { body: 'a\ufffdb\ufffd' } });
  });
});

describe('a call', () => {
  const ring = call(ana, { at: 10, id: 'c1' });
  const end = call(ana, { at: 95, id: 'c1' }, 80);

  it.each([
    ['in order', [[ring], [end]]],
    ['the end first', [[end], [ring]]],
    ['both in one batch', [[ring, end]]],
    ['both in one batch, the end first, and again', [[end, ring], [ring], [end]]],
  ])('is one item in the timeline, at its beginning: %s', async (_how, batches) => {
    for (const batch of batches) await world.receive(...batch);
    const [thread] = await threads();
    expect(thread && lines(thread)).toEqual(['10 call in ended']);
    expect(thread?.items[0]).toMatchObject({ durationS: 80, summary: 'Call · 1:20' });
    expect(thread?.conversation).toMatchObject({ unread: 0, lastItem: { kind: 'call' } });
  });

  it('that ends after its number changed hands stays one item in one thread, and makes no empty one', async () => {
    await world.receive(message({ phone: ana.phone }, { at: 1, id: 'w1' }));
    await world.receive(call({ phone: ana.phone }, { at: 10, id: 'c1' }));
    await world.receive(moved({ phone: ana.phone }, { phone: '+15552000002' }, { at: 20, id: 's1' }));
    await world.receive(call({ phone: ana.phone }, { at: 30, id: 'c1' }, 20));
    expect((await threads()).map((one) => one.items.filter((item) => item.kind !== 'notice').length)).toEqual([2]);
  });

  it('opens the window as a message does', async () => {
    await world.receive(ring);
    expect(secondsOf((await threads())[0]?.conversation.windowClosesAt ?? null)).toBe(10 + 86_400);
  });

  it('nobody answered is missed, also where the wire says completed', async () => {
    await world.receive(call(ana, { at: 10, id: 'c1' }), call(ana, { at: 40, id: 'c1' }, 0));
    const [thread] = await threads();
    expect(thread && lines(thread)).toEqual(['10 call in missed']);
    expect(thread?.conversation.lastItem?.summary).toBe('Missed call');
  });
});

describe('statuses', () => {
  const sent = echo(ana, { at: 10, id: 'e1' });
  const word = (name: string, at: number) => status(name, { at, id: 'e1' }, { to: { phone: ana.phone } });
  const statusOf = async () =>
    (await threads()).flatMap((one) => one.items.flatMap((item) => (item.kind === 'message' ? [item.status] : [])));

  it('only move forward, whatever order they come in', async () => {
    await world.receive(sent);
    await world.receive(word('read', 13));
    await world.receive(word('delivered', 12), word('sent', 11));
    expect(await statusOf()).toEqual(['read']);
    expect((await threads())[0]?.conversation.lastItem).toMatchObject({ status: 'read' });
  });

  it('that were told before are counted as repeated', async () => {
    await world.receive(sent);
    await world.receive(word('delivered', 12));
    await world.receive(word('delivered', 12));
    expect((await counts()).map((row) => [row.applied, row.repeated])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('say why a message failed, in words for an agent', async () => {
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    await world.receive(sent, status('failed', { at: 11, id: 'e1' }, { to: { phone: ana.phone }, errors }));
    const [item] = (await threads())[0]?.items ?? [];
    expect(item).toMatchObject({ status: 'failed', failure: { code: 131026 } });
    expect(item?.kind === 'message' && item.failure?.text).toMatch(/[a-z]{4}.*\./);
  });

  it('of a message nobody knows create nobody, and wait', async () => {
    await world.receive(word('delivered', 12));
    await world.receive(word('delivered', 12));
    expect(await contacts()).toEqual([]);
    expect(await threads()).toEqual([]);
    expect((await counts()).map((row) => [row.kept, row.repeated])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('that came before the message itself count once it is there', async () => {
    await world.receive(word('delivered', 12));
    await world.receive(sent);
    expect(await statusOf()).toEqual(['delivered']);
  });
});

describe('marketing preferences', () => {
  it('are the newest word, whatever order the words come in', async () => {
    await world.receive(preference(ana, 'resume', { at: 20 }), preference(ana, 'stop', { at: 10 }));
    expect((await contacts())[0]?.marketing).toBe('resumed');
    await world.receive(preference(ana, 'stop', { at: 15 }));
    expect((await contacts())[0]?.marketing).toBe('resumed');
    await world.receive(preference(ana, 'stop', { at: 30 }), preference(ana, 'stop', { at: 30 }));
    expect((await contacts())[0]?.marketing).toBe('stopped');
  });

  it('make no thread and open no window', async () => {
    await world.receive(preference(ana, 'stop', { at: 20 }));
    expect(await threads()).toEqual([]);
  });

  it('stay with the person through a change of number', async () => {
    await world.receive(preference(ana, 'stop', { at: 1 }));
    await world.receive(moved(ana, { phone: '+15552000002', bsuid: 'US.2' }, { at: 5, id: 's1' }));
    await world.receive(message({ phone: '+15552000002', bsuid: 'US.2' }, { at: 6, id: 'w1' }));
    expect(await contacts()).toMatchObject([{ marketing: 'stopped', phone: '+15552000002' }]);
  });
});

describe('a webhook', () => {
  it('may hold anything of anybody: every item ends in one of the four counts', async () => {
    for (const entry of corpus()) await world.arrive(entry.webhook);
    await world.drain();
    const rows = await counts();
    const sum = (name: string) => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
    expect(sum('items')).toBe(sum('applied') + sum('repeated') + sum('kept') + sum('parked'));
    expect(sum('applied')).toBeGreaterThan(80);
    expect(rows).toHaveLength(corpus().length);
    expect(await parked()).toHaveLength(sum('parked'));
    expect((await parked()).filter((one) => one.reason === 'failed')).toEqual([]);
  });

  it('that came twice adds nothing, whatever is in it', async () => {
    const webhooks = corpus().map((entry) => entry.webhook);
    await world.receive(...webhooks);
    const before = await threads();
    await world.receive(...webhooks);
    expect(await threads()).toEqual(before);
  });

  it('of no known kind is kept once, with its topic', async () => {
    const update = envelope({ event: 'DISABLED_UPDATE' }, 'account_update');
    await world.receive(update);
    await world.receive(update);
    expect(await counts()).toMatchObject([{ kept: 1 }, { repeated: 1 }]);
    expect(await db.sql`select topic from kept where portfolio_id = ${world.portfolioId}`).toMatchObject([
      { topic: 'account_update' },
    ]);
  });

  it('that is not even JSON is parked as it came', async () => {
    await db.sql`insert into inbox (portfolio_id, waba_id, body) values (${world.portfolioId}, '1', ${Buffer.from('{oops')})`;
    await world.drain();
    const [item] = await parked();
    expect(item?.reason).toBe('not_readable');
    expect(item?.body.toString()).toBe('{oops');
  });

  it('about the business itself makes no customer of it', async () => {
    await world.receive(message({ phone: '+15550001111' }, { at: 1, id: 'w1' }));
    expect(await contacts()).toEqual([]);
    expect(await parked()).toMatchObject([{ reason: 'no_identifier' }]);
  });
});
