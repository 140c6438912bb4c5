import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { addPortfolio, portfolio } from '../testing/world.ts';
import { claimLane, depth, finish, keep, park, parkedPage, put, route, unpark, unrouted, waiting } from './store.ts';

let fresh: FreshDatabase;
let db: Database;
const acme = portfolio('acme');
const zeta = portfolio('zeta');

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  await addPortfolio(db, 'acme', '1');
  await addPortfolio(db, 'zeta', '2');
});

beforeEach(async () => {
  await db.sql`truncate inbox, parked, kept`;
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const arrivals = (...wabas: (string | null)[]) =>
  wabas.map((wabaId, i) => ({ wabaId, body: Buffer.from(`body ${i}`) }));
const within = <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(db, work);
const again = async (id: string) => (await within((tx) => unpark(tx, id, 'all')))?.done;
const counts = (items: number, applied: number, parked = 0) => ({
  items,
  applied,
  repeated: 0,
  kept: 0,
  parked,
  dropped: 0,
});
const parkedItem = (inboxId: number, waba: string | null) => ({
  id: randomUUID(),
  inboxId,
  wabaId: waba,
  field: 'messages',
  reason: 'number_unknown' as const,
  detail: 'Connect it.',
  body: Buffer.from('\u0000raw\ufffd'),
  receivedAt: new Date(),
});

describe('the inbox', () => {
  it('knows whose a webhook is when it arrives, and keeps the bytes as they came', async () => {
    const body = Buffer.from([0, 255, 254, 10, 123]);
    await put(db, [{ wabaId: '1', body }, ...arrivals('2', 'nobody', null)]);
    const rows = await db.sql<{ portfolio: string | null; body: Buffer }[]>`
      select portfolio_id as portfolio, body from inbox order by id`;
    expect(rows.map((row) => row.portfolio)).toEqual(['acme', 'zeta', null, null]);
    expect(rows[0]?.body.equals(body)).toBe(true);
  });

  it('gives two workers two portfolios, and a third nothing', async () => {
    await put(db, arrivals('1', '1', '2'));
    await within(async (one) => {
      const first = await claimLane(one);
      await within(async (two) => {
        const second = await claimLane(two);
        expect([first?.id, second?.id].sort()).toEqual(['acme', 'zeta']);
        await within(async (three) => expect(await claimLane(three)).toBeUndefined());
      });
    });
  });

  it('gives a lane only where something waits, oldest first, no more than asked for', async () => {
    await within(async (tx) => expect(await claimLane(tx)).toBeUndefined());
    await put(db, arrivals('2', '2', '2'));
    await within(async (tx) => {
      expect(await claimLane(tx)).toEqual({ id: 'zeta', relayed: false });
      expect((await waiting(tx, zeta, 2)).map((row) => row.body.toString())).toEqual(['body 0', 'body 1']);
      expect(await waiting(tx, acme, 10)).toEqual([]);
    });
  });

  it('refuses counts that do not add up to the items', async () => {
    await put(db, arrivals('1'));
    const [row] = await within((tx) => waiting(tx, acme, 1));
    const id = row?.id ?? 0;
    await expect(within((tx) => finish(tx, new Map([[id, counts(3, 1, 1)]])))).rejects.toMatchObject({ code: '23514' });
    await within((tx) => finish(tx, new Map([[id, counts(3, 2, 1)]])));
    expect(await within((tx) => waiting(tx, acme, 1))).toEqual([]);
  });

  it('routes what waited for an account that is connected now, and nothing else', async () => {
    await put(db, arrivals('77', '77', '78', null));
    expect(await within((tx) => route(tx, '77', acme))).toBe(2);
    expect(await within((tx) => route(tx, '77', acme))).toBe(0);
    expect(await within((tx) => waiting(tx, acme, 10))).toHaveLength(2);
  });

  it('sets aside what nobody connected in time, and not what has just come', async () => {
    await put(db, arrivals('79', null));
    expect(await within((tx) => unrouted(tx, 60_000, 10))).toEqual([]);
    expect(await within((tx) => unrouted(tx, 0, 10))).toHaveLength(2);
    expect(await within((tx) => unrouted(tx, 0, 10))).toEqual([]);
    expect((await depth(db)).waiting).toBe(0);
  });
});

describe('a parked item', () => {
  it('goes through the door again once, byte for byte, to whoever has its account now', async () => {
    const item = parkedItem(1, '2');
    await within((tx) => park(tx, acme, [item]));
    expect(await again(item.id)).toBe(true);
    expect(await again(item.id)).toBe(false);
    const rows = await within((tx) => waiting(tx, zeta, 10));
    expect(rows.map((row) => row.body.equals(item.body))).toEqual([true]);
  });

  it('goes back to its own portfolio where its account is not known', async () => {
    const item = parkedItem(1, 'unknown');
    await within((tx) => park(tx, acme, [item]));
    await again(item.id);
    expect(await within((tx) => waiting(tx, acme, 10))).toHaveLength(1);
  });

  it('is put through once where two people press at the same time', async () => {
    const item = parkedItem(1, '1');
    await within((tx) => park(tx, acme, [item]));
    const both = await Promise.all([1, 2].map(() => again(item.id)));
    expect(both.sort()).toEqual([false, true]);
    expect(await within((tx) => waiting(tx, acme, 10))).toHaveLength(1);
  });

  it("is not there for those who may not see its portfolio, nor is nobody's", async () => {
    const [own, nobodys] = [parkedItem(1, '1'), parkedItem(2, null)];
    await within((tx) => park(tx, acme, [own]));
    await within((tx) => park(tx, null, [nobodys]));
    expect(await within((tx) => unpark(tx, own.id, [zeta]))).toBeUndefined();
    expect(await within((tx) => unpark(tx, nobodys.id, [acme]))).toBeUndefined();
    expect(await within((tx) => unpark(tx, randomUUID(), 'all'))).toBeUndefined();
    const page = (portfolios: (typeof acme)[] | 'all') => parkedPage(db, { portfolios, state: 'parked', limit: 10 });
    expect(await page([zeta])).toEqual([]);
    expect((await page([acme])).map((row) => row.id)).toEqual([own.id]);
    expect(await page('all')).toHaveLength(2);
  });

  it('pages without loss or repetition, also where many were parked in one moment', async () => {
    const items = Array.from({ length: 7 }, (_, i) => parkedItem(i, '1'));
    await within((tx) => park(tx, acme, items));
    const seen: string[] = [];
    let before: { at: string; id: string } | undefined;
    for (;;) {
      const rows = await parkedPage(db, { portfolios: 'all', state: 'parked', before, limit: 3 });
      const last = rows.at(-1);
      if (!last) break;
      seen.push(...rows.map((row) => row.id));
      before = { at: last.parkedAt.toISOString(), id: last.id };
    }
    expect(seen.toSorted()).toEqual(items.map((item) => item.id).toSorted());
  });
});

describe('what nothing acts on yet', () => {
  it('is kept once, as it came', async () => {
    const item = {
      wabaId: null,
      eventKey: 'e1',
      topic: 'account_update',
      phoneNumberId: null,
      at: 0,
      value: { deep: ['\u0000', null] },
    };
    expect([...(await within((tx) => keep(tx, acme, [item])))]).toEqual(['e1']);
    expect([...(await within((tx) => keep(tx, acme, [item, { ...item, eventKey: 'e2', value: null }])))]).toEqual([
      'e2',
    ]);
    const rows = await db.sql<{ value: unknown }[]>`select value from kept order by event_key`;
    expect(rows.map((row) => row.value)).toEqual([{ deep: ['\ufffd', null] }, null]);
  });
});
