// Webhooks as they came are noise without the key of their day, and the key goes when the day has had its time.

import { randomUUID } from 'node:crypto';
import { type PortfolioId, parsePortfolioId } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { bodiesIn } from '../../tests/support/raw.ts';
import { connect, type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { keyringOf } from '../db/sealing.ts';
import { keptWith, rawById, rawWith, replaceRaw } from './erasing.ts';
import {
  abandonRaw,
  forgetOpened,
  forgetRawKeys,
  KeyGoneError,
  plainBodies,
  rawKeysByKey,
  readable,
  resealRawKeys,
  sealPlain,
} from './raw-keys.ts';
import { forgetUnclaimed, keep, type ParkedItem, park, put, rewrite, route, unpark, waiting } from './store.ts';

const [old, newest] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const acme = parsePortfolioId('acme') as PortfolioId;
let fresh: FreshDatabase;
/** Without keys: what whoever reads the tables sees. */
let bare: Database;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  bare = connect(fresh.url, { connections: 2 });
  db = connect(fresh.url, { connections: 4, keys: keyringOf(() => [old]) });
  await db.sql`insert into portfolios (portfolio_id, name) values (${acme}, 'Acme')`;
  await db.sql`insert into wabas (waba_id, portfolio_id) values ('1', ${acme}), ('2', ${acme})`;
});

beforeEach(async () => {
  await db.sql`truncate inbox, parked, kept, raw_keys, retention`;
  forgetOpened(db);
});

afterAll(async () => {
  await db.close();
  await bare.close();
  await fresh.drop();
});

const within = <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(db, work);
const arrive = (...texts: string[]) =>
  put(
    db,
    texts.map((body) => ({ wabaId: '1', body: Buffer.from(body) })),
  );
const texts = async (table: 'inbox' | 'parked' = 'inbox') => (await bodiesIn(db, table)).map(({ body }) => body);
const asKept = async () =>
  JSON.stringify([
    ...(await bare.sql<{ body: Buffer }[]>`select body from inbox union all select body from parked`).map((row) =>
      row.body.toString('latin1'),
    ),
    ...(await bare.sql`select value from kept`),
  ]);
const parkedItem = (body: string, wabaId: string | null = '1'): ParkedItem => ({
  ...{ id: randomUUID(), inboxId: 1, wabaId, field: null, reason: 'not_readable', detail: 'why' },
  body: Buffer.from(body),
  receivedAt: new Date(),
});
/** As if the day had come some days ago. */
const age = (days: number) => db.sql`update raw_keys set day = day - ${days}::int`;
const forget = () => within((tx) => forgetRawKeys(tx, { now: new Date(), days: 14, unclaimedDays: 90 }));
const keys = async () => (await rawKeysByKey(db)).reduce((sum, { count }) => sum + count, 0);

describe('a webhook as it came', () => {
  it('is in no table as it is, whatever becomes of it, and is read by whoever has the key', async () => {
    await arrive('said by Ada', 'said by Ben');
    await put(db, [{ wabaId: null, body: Buffer.from('of nobody’s account, Ada') }]);
    await within((tx) => park(tx, acme, [parkedItem('parked of Ada')]));
    const kept = { wabaId: '1', eventKey: 'e', topic: 't', phoneNumberId: null, at: 0, value: { of: 'Ada' } };
    await within((tx) => keep(tx, acme, [kept, { ...kept, eventKey: 'f', value: null }]));
    expect(await asKept()).not.toMatch(/Ada|said/);
    expect(await texts()).toEqual(['said by Ada', 'said by Ben', 'of nobody’s account, Ada']);
    expect(await texts('parked')).toEqual(['parked of Ada']);
    const search = { pattern: /Ada/, after: '', limit: 10 };
    const { rows, next } = await keptWith(db, acme, search);
    expect(rows.map(({ value }) => value)).toEqual([{ of: 'Ada' }]);
    expect(next).toBe('f');
    await expect(readable(bare, await bare.sql<never[]>`select body, key_id as "keyId" from inbox`)).rejects.toThrow(
      'opened without keys',
    );
  });

  it('shares a key with the others of its account and day, and with no other account', async () => {
    await Promise.all([arrive('a'), arrive('b'), put(db, [{ wabaId: '2', body: Buffer.from('c') }]), arrive('d')]);
    const rows = await db.sql<{ waba: string; keys: number }[]>`
      select waba_id as waba, count(distinct key_id)::int as keys from inbox group by 1 order by 1`;
    expect(rows).toEqual([
      { waba: '1', keys: 1 },
      { waba: '2', keys: 1 },
    ]);
    expect(await keys()).toBe(2);
  });

  it('is worked on, written again and put through the door again as if it were not sealed', async () => {
    await arrive('one', 'two');
    const rows = await within((tx) => waiting(tx, acme, 10));
    expect(rows.map(({ body }) => body.toString())).toEqual(['one', 'two']);
    await within((tx) => rewrite(tx, [{ id: rows[0]?.id ?? 0, body: Buffer.from('one, without') }]));
    const item = parkedItem('three');
    await within((tx) => park(tx, acme, [item]));
    expect(await within((tx) => unpark(tx, item.id, 'all'))).toMatchObject({ done: true });
    expect(await texts()).toEqual(['one, without', 'two', 'three']);
    expect(await asKept()).not.toMatch(/one|two|three/);
  });

  it('is searched a page at a time, also where a page holds no one', async () => {
    // Over a digit more: the ids are numbers, and are gone through as such.
    await db.sql`select setval('inbox_id_seq', greatest(1000, nextval('inbox_id_seq')) / 1000 * 10000 - 3)`;
    await arrive(...Array.from({ length: 7 }, (_, i) => (i === 1 || i === 5 ? 'of Ada' : `of ${i}`)));
    const found: string[] = [];
    let pages = 0;
    for (let after: string | undefined = '0'; after !== undefined; pages++) {
      const { rows, next } = await rawWith(db, acme, { pattern: /Ada/, after, limit: 2 });
      found.push(...rows.map(({ body }) => body.toString()));
      after = next;
    }
    expect([found, pages]).toEqual([['of Ada', 'of Ada'], 5]);
  });

  it('is sealed with a key that is there, also where the database was restored under the process', async () => {
    await arrive('one');
    await db.sql`truncate inbox, raw_keys`;
    await arrive('two');
    expect(await texts()).toEqual(['two']);
    await db.sql`truncate raw_keys`;
    await within((tx) => park(tx, acme, [parkedItem('three')]));
    expect(await texts('parked')).toEqual(['three']);
  });

  it('is lost to nobody by a transaction that is undone', async () => {
    const failing = within(async (tx) => {
      await tx.savepoint((inner) => park(inner, acme, [parkedItem('undone')])).catch(() => {});
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await within(async (tx) => {
      await tx
        .savepoint(async (inner) => {
          await park(inner, acme, [parkedItem('undone too')]);
          throw new Error('undone');
        })
        .catch(() => {});
      await park(tx, acme, [parkedItem('stays')]);
    });
    const again = connect(fresh.url, { connections: 1, keys: keyringOf(() => [old]) });
    expect((await bodiesIn(again, 'parked')).map(({ body }) => body)).toEqual(['stays']);
    await again.close();
  });
});

describe('the key of a day', () => {
  it('goes when its time is over, by the clock its portfolio chose, and with it all that was said that day', async () => {
    await arrive('said by Ada');
    await db.sql`update inbox set state = 'done', finished_at = now(), items = 0, applied = 0, repeated = 0, kept = 0, parked = 0, dropped = 0`;
    await age(15);
    expect(await forget()).toBe(0);
    await age(1);
    await db.sql`insert into retention (portfolio_id, raw_days, changed_by, changed_at) values (${acme}, 20, 'Sam', now())`;
    expect(await forget()).toBe(0);
    await db.sql`truncate retention`;
    expect(await forget()).toBe(1);
    // The process that had opened it forgets it within minutes; another one cannot read it from now on.
    const other = connect(fresh.url, { connections: 1, keys: keyringOf(() => [old]) });
    expect(await bodiesIn(other, 'inbox')).toEqual([]);
    const ids = (await db.sql<{ id: string }[]>`select id::text as id from inbox`).map(({ id }) => id);
    expect(await inTransaction(other, (tx) => rawById(tx, ids))).toEqual([]);
    await other.close();
  });

  it('stays while something under it is still to be worked on, or parked', async () => {
    await arrive('waits');
    const item = parkedItem('parked');
    await within((tx) => park(tx, acme, [item]));
    await age(400);
    expect(await forget()).toBe(0);
    expect((await within((tx) => waiting(tx, acme, 10))).map(({ body }) => body.toString())).toEqual(['waits']);
    await db.sql`truncate inbox, parked`;
    expect(await forget()).toBe(2);
  });

  it('is not prolonged by what is written again without somebody', async () => {
    await arrive('Ada and Ben');
    const { rows } = await rawWith(db, acme, { pattern: /Ada/, after: '0', limit: 10 });
    const before = await db.sql`select key_id from inbox`;
    await age(3);
    await within((tx) =>
      replaceRaw(
        tx,
        rows.map((row) => ({ ...row, body: Buffer.from('Ben') })),
      ),
    );
    expect(await texts()).toEqual(['Ben']);
    expect(await db.sql`select key_id from inbox`).toEqual(before);
  });

  it('of an account nobody connected goes after 90 days, and so do its webhooks', async () => {
    await put(db, [{ wabaId: '77', body: Buffer.from('whose?') }]);
    await db.sql`update inbox set state = 'parked', finished_at = now() - interval '91 days'`;
    await age(92);
    expect(await forget()).toBe(1);
    expect(await within((tx) => forgetUnclaimed(tx, 90, 10))).toBe(1);
    await within((tx) => route(tx, '77', acme));
    expect(await db.sql`select from inbox`).toHaveLength(0);
  });

  it('is sealed anew under the newest of the operator’s, in bounded steps, and opens without the older one', async () => {
    await arrive('one');
    await put(db, [{ wabaId: '2', body: Buffer.from('two') }]);
    await within((tx) => park(tx, acme, [parkedItem('three')]));
    const rotating = connect(fresh.url, { connections: 1, keys: keyringOf(() => [newest, old]) });
    const step = () => inTransaction(rotating, (tx) => resealRawKeys(tx, 2));
    expect([await step(), await step(), await step()]).toEqual([2, 1, 0]);
    await rotating.close();
    const later = connect(fresh.url, { connections: 1, keys: keyringOf(() => [newest]) });
    expect((await bodiesIn(later, 'inbox')).map(({ body }) => body)).toEqual(['one', 'two']);
    await later.close();
  });

  it('does not open for another day or account it was moved to', async () => {
    await arrive('one');
    await db.sql`update raw_keys set waba_id = '2'`;
    const other = connect(fresh.url, { connections: 1, keys: keyringOf(() => [old]) });
    await expect(bodiesIn(other, 'inbox')).rejects.toThrow();
    await other.close();
  });

  it('can be given up with everything under it where the operator’s key is lost', async () => {
    await arrive('one', 'two');
    const [row] = await rawKeysByKey(db);
    const given = await within((tx) => abandonRaw(tx, [row?.keyId ?? '']));
    expect(given).toEqual({ waiting: 2, rows: 2 });
    expect(await keys()).toBe(0);
  });
});

describe('what was kept before bodies were sealed', () => {
  it('is read as it is, and sealed bit by bit', async () => {
    await put(bare, [
      { wabaId: '1', body: Buffer.from('said by Ada') },
      { wabaId: null, body: Buffer.from('said by Ben') },
    ]);
    await inTransaction(bare, (tx) => park(tx, acme, [parkedItem('parked of Ada')]));
    const kept = { wabaId: '1', eventKey: 'e', topic: 't', phoneNumberId: null, at: 0, value: { of: 'Ada' } };
    await inTransaction(bare, (tx) => keep(tx, acme, [kept]));
    expect(await texts()).toEqual(['said by Ada', 'said by Ben']);
    expect(await plainBodies(db)).toBe(4);
    const counts: number[] = [];
    do counts.push(await within((tx) => sealPlain(tx, 1)));
    while (counts.at(-1) !== 0);
    expect(counts).toEqual([3, 1, 0]);
    expect(await plainBodies(db)).toBe(0);
    expect(await asKept()).not.toMatch(/Ada|Ben/);
    expect(await texts()).toEqual(['said by Ada', 'said by Ben']);
    expect(await texts('parked')).toEqual(['parked of Ada']);
    const { rows } = await keptWith(db, acme, { pattern: /Ada/, after: '', limit: 10 });
    expect(rows.map(({ value }) => value)).toEqual([{ of: 'Ada' }]);
  });
});

it('says so where work is to be done on what nobody can read any more', async () => {
  await arrive('waits');
  await db.sql`delete from raw_keys`;
  const other = connect(fresh.url, { connections: 1, keys: keyringOf(() => [old]) });
  await expect(inTransaction(other, (tx) => waiting(tx, acme, 10))).rejects.toThrow(KeyGoneError);
  await other.close();
});
