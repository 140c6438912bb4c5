import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import type { ErrandKind } from '../errands/rules-errands.ts';
import { claimErrands, errandDepth, errandsOf, forgetErrands, type NewErrand, oweErrands } from '../errands/store.ts';
import { type Figures, noFigures } from '../figures.ts';
import { limits } from '../limits.ts';
import { answering, cut, type Graph, openGraph, refused, unreadable } from '../testing/graph.ts';
import { defaultNumber } from '../testing/names.ts';
import { openWorld, silent, type World } from '../testing/world.ts';
import { runErrands } from './run-errands.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let graph: Graph;
let figures: Figures;
let subject: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  graph = await openGraph();
});

beforeEach(async () => {
  await db.sql`delete from errands`;
  graph.requests.length = 0;
  graph.next.length = 0;
  world = await openWorld(db);
  figures = noFigures();
  subject = world.tools.newId();
});

afterAll(async () => {
  await graph.close();
  await db.close();
  await fresh.drop();
});

const run = (url = graph.url) =>
  runErrands({
    db,
    graph: { url, version: 'v26.0', accessToken: 'a token' },
    tools: world.tools,
    log: silent,
    figures,
  });

function errand(kind: ErrandKind, request: Record<string, string>, about = subject): NewErrand {
  const { portfolioId } = world;
  return { portfolioId, id: world.tools.newId(), kind, subjectId: about, phoneNumberId: defaultNumber, request };
}

const owe = (...errands: NewErrand[]) => inTransaction(db, (tx) => oweErrands(tx, errands));
const found = (kind: ErrandKind) => errandsOf(db, world.portfolioId, { kind, subjects: [subject], limit: 10 });
/** Time is advanced, not waited for. */
const waitOver = () => db.sql`update errands set not_before = now() where state = 'waiting'`;
const ok = answering({ success: true });
const added = answering({ block_users: { added_users: [{ input: 'US.1', user_id: 'US.1' }] } });
const removed = answering({ block_users: { removed_users: [{ input: 'US.1', user_id: 'US.1' }] } });
const deleted = answering({ messaging_product: 'whatsapp', success: true, deleted: true });

describe('an errand', () => {
  it.each([
    [
      'mark_read' as const,
      { wamid: 'wamid.1' },
      ok,
      ['POST', '/messages', { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1' }],
    ],
    [
      'typing' as const,
      { wamid: 'wamid.1' },
      ok,
      [
        'POST',
        '/messages',
        { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1', typing_indicator: { type: 'text' } },
      ],
    ],
    [
      'block' as const,
      { bsuid: 'US.1', phone: '+15552000001' },
      added,
      ['POST', '/block_users', { messaging_product: 'whatsapp', block_users: [{ user_id: 'US.1' }] }],
    ],
    [
      'unblock' as const,
      { phone: '+15552000001' },
      removed,
      ['DELETE', '/block_users', { messaging_product: 'whatsapp', block_users: [{ user: '+15552000001' }] }],
    ],
    [
      'delete_from_contact_book' as const,
      { bsuid: 'US.1' },
      deleted,
      ['DELETE', '/contact_book?messaging_product=whatsapp&bsuid=US.1', {}],
    ],
  ])('%s is one call in Meta’s words', async (kind, request, answer, [method, path, body]) => {
    graph.next.push(answer);
    await owe(errand(kind, request));
    expect(await run()).toBe(1);
    expect(graph.requests).toMatchObject([{ method, path: `/v26.0/${defaultNumber}${path}`, body }]);
    expect(graph.requests[0]?.authorization).toBe('Bearer a token');
    expect(figures).toMatchObject({ errandsDone: 1, errandsFailed: 0 });
    expect(await run()).toBe(0);
  });

  it('is owed only where its transaction commits', async () => {
    await inTransaction(db, async (tx) => {
      await oweErrands(tx, [errand('block', { bsuid: 'US.1' })]);
      throw new Error('undone');
    }).catch(() => {});
    expect(await run()).toBe(0);
  });

  it('says afterwards what Meta answered, for those somebody may ask about', async () => {
    graph.next.push(deleted);
    await owe(errand('delete_from_contact_book', { bsuid: 'US.1' }));
    await run();
    expect(await found('delete_from_contact_book')).toMatchObject([
      { state: 'done', result: expect.stringContaining('30 days') },
    ]);
    graph.next.push(answering({ success: true, deleted: false }));
    await owe(errand('delete_from_contact_book', { bsuid: 'US.1' }));
    await run();
    expect((await found('delete_from_contact_book'))[0]?.result).toBe('Meta had no entry of this account.');
  });

  it('leaves nothing behind where nobody asks', async () => {
    graph.next.push(ok);
    await owe(errand('mark_read', { wamid: 'wamid.1' }));
    await run();
    const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from errands`;
    expect(row?.n).toBe(0);
  });
});

describe('an errand that did not work', () => {
  it.each([
    ['the answer was lost', cut],
    ['the answer cannot be read', unreadable],
    ['Meta had trouble of its own', refused(131016, 500)],
    ['a gateway had', answering('<html>', 502)],
    ['Meta was busy with the list', answering({ block_users: { failed_users: [{ errors: [{ code: 139103 }] }] } })],
  ])('is made again, later, where %s', async (_why, answer) => {
    graph.next.push(answer, added);
    await owe(errand('block', { bsuid: 'US.1' }));
    await run();
    expect(await found('block')).toMatchObject([{ state: 'waiting' }]);
    expect(await run()).toBe(0);
    await waitOver();
    await run();
    expect(await found('block')).toMatchObject([{ state: 'done' }]);
    expect(graph.requests).toHaveLength(2);
  });

  it('is made again where Meta could not be reached, a bounded number of times', async () => {
    await owe(errand('block', { bsuid: 'US.1' }));
    for (let i = 0; i < limits.errandAttempts + 3; i += 1) {
      await run('http://127.0.0.1:9');
      await waitOver();
    }
    expect(await found('block')).toMatchObject([{ state: 'failed', result: expect.stringContaining('reached') }]);
    const [row] = await db.sql<{ attempts: number }[]>`select attempts from errands`;
    expect(row?.attempts).toBe(limits.errandAttempts);
    expect(figures.errandsFailed).toBe(1);
  });

  it.each([
    [139100, 'written within the last 24 hours'],
    [139101, '64,000'],
    [131047, 'Wait for their next message'],
  ])('ends with the reason where Meta says no with %i', async (code, words) => {
    graph.next.push(
      answering({
        block_users: { failed_users: [{ input: 'US.1', user_id: 'US.1', errors: [{ code, message: 'no' }] }] },
      }),
    );
    await owe(errand('block', { bsuid: 'US.1' }));
    await run();
    const [one] = await found('block');
    expect(one).toMatchObject({ state: 'failed' });
    expect(one?.result).toContain(words);
    expect(one?.result).not.toContain('US.1');
  });

  it('ends where the deletion is refused without a code', async () => {
    graph.next.push(answering({ success: false, deleted: false, details: 'US.1 is unknown' }, 400));
    await owe(errand('delete_from_contact_book', { bsuid: 'US.9' }));
    await run();
    const [one] = await found('delete_from_contact_book');
    expect(one?.state).toBe('failed');
    expect(one?.result).not.toContain('US.');
  });
});

describe('errands of one series', () => {
  it('are made in their order, and only the newest of those that wait', async () => {
    graph.next.push(removed, ok);
    await owe(errand('block', { bsuid: 'US.1' }));
    await owe(errand('unblock', { bsuid: 'US.1' }));
    await owe(errand('mark_read', { wamid: 'wamid.1' }));
    await owe(errand('mark_read', { wamid: 'wamid.2' }));
    await run();
    expect(graph.requests.map(({ method }) => method).sort()).toEqual(['DELETE', 'POST']);
    expect(graph.requests.find(({ method }) => method === 'POST')?.body.message_id).toBe('wamid.2');
  });

  it('do not overtake one that is being called', async () => {
    await owe(errand('block', { bsuid: 'US.1' }));
    const claiming = { limit: 10, lendMs: 60_000, managedPerHour: 100 };
    expect(await inTransaction(db, (tx) => claimErrands(tx, claiming))).toHaveLength(1);
    await owe(errand('unblock', { bsuid: 'US.1' }));
    expect(await run()).toBe(0);
    // Its caller died: it is made by another, and then the newer one.
    await db.sql`update errands set lent_until = now() - interval '1 second'`;
    graph.next.push(added, removed);
    await run();
    expect(graph.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  it('are not made again once a newer one waits', async () => {
    let arrived: () => void = () => {};
    const called = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let let_go: () => void = () => {};
    graph.next.push((_request, response) => {
      let_go = () => void response.writeHead(503).end('later');
      arrived();
    }, removed);
    await owe(errand('block', { bsuid: 'US.1' }));
    const running = run();
    await called;
    await owe(errand('unblock', { bsuid: 'US.1' }));
    let_go();
    await running;
    await run();
    expect(graph.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(await found('block')).toMatchObject([{ state: 'failed' }]);
    expect(await found('unblock')).toMatchObject([{ state: 'done' }]);
  });

  it('of different people do not wait for each other', async () => {
    graph.next.push(added, added);
    await owe(errand('block', { bsuid: 'US.1' }), errand('block', { bsuid: 'US.2' }, world.tools.newId()));
    expect(await run()).toBe(2);
  });
});

describe('an errand that is worth nothing any more', () => {
  it('is not made, stands in nobody’s way and is swept', async () => {
    await owe(errand('typing', { wamid: 'wamid.1' }), errand('block', { bsuid: 'US.1' }));
    const [row] = await db.sql<{ s: number }[]>`
      select round(extract(epoch from expires_at - now()))::int as s from errands where kind = 'typing'`;
    expect(row?.s).toBe(limits.typingWorthMs / 1000);
    await db.sql`update errands set expires_at = now() - interval '2 minutes' where kind = 'typing'`;
    graph.next.push(added);
    expect(await run()).toBe(1);
    expect(graph.requests[0]?.path).toContain('block_users');
    expect((await errandDepth(db)).waiting).toBe(1);
    expect(await inTransaction(db, (tx) => forgetErrands(tx, 90, 100))).toBe(1);
    expect((await errandDepth(db)).waiting).toBe(0);
    expect(await found('block')).toHaveLength(1);
  });
});

describe('the pace', () => {
  it('keeps management calls of a portfolio below what Meta allows in an hour, and nothing else', async () => {
    const people = Array.from({ length: 5 }, () => world.tools.newId());
    await owe(...people.map((id) => errand('block', { bsuid: 'US.1' }, id)), errand('mark_read', { wamid: 'wamid.1' }));
    const claim = () => inTransaction(db, (tx) => claimErrands(tx, { limit: 2, lendMs: 60_000, managedPerHour: 2 }));
    const kinds = async () => (await claim()).map((one) => one.kind);
    expect(await kinds()).toEqual(['block', 'block']);
    expect(await kinds()).toEqual(['mark_read']);
    expect(await kinds()).toEqual([]);
    await db.sql`update errands set called_at = now() - interval '61 minutes'`;
    expect(await kinds()).toEqual(['block', 'block']);
  });

  it('is each portfolio’s own', async () => {
    const other = await openWorld(db);
    const mine = errand('block', { bsuid: 'US.1' });
    await owe(mine, { ...mine, portfolioId: other.portfolioId });
    const claim = () => inTransaction(db, (tx) => claimErrands(tx, { limit: 1, lendMs: 1, managedPerHour: 1 }));
    expect(await claim()).toHaveLength(1);
    expect(await claim()).toHaveLength(1);
  });
});
