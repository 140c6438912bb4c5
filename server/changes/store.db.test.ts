import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { portfolio } from '../testing/world.ts';
import { after, changesChannel, forget, latestCursor, reaches, record } from './store.ts';

let fresh: FreshDatabase;
let db: Database;
const acme = portfolio('acme');

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  await db.sql`truncate changes`;
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const note = (subjectId: string = randomUUID()) => ({ kind: 'conversation' as const, subjectId });
const noted = (id: string) => inTransaction(db, (tx) => record(tx, acme, [note(id)]));

/** Other tests use this server at the same time, and any transaction holds back what is newer than it. */
const settled = () =>
  expect
    .poll(
      async () => {
        const [row] = await db.sql<{ ok: boolean }[]>`
        select coalesce((array_agg(txid))[1] < pg_snapshot_xmin(pg_current_snapshot()), true) as ok from (select txid from changes order by txid desc limit 1) t`;
        return row?.ok;
      },
      { timeout: 20_000, interval: 5 },
    )
    .toBe(true);

/** A transaction that has recorded a change and waits to be let go. */
async function holding(id: string) {
  let finish: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let recorded: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    recorded = resolve;
  });
  const done = inTransaction(db, async (tx) => {
    await record(tx, acme, [note(id)]);
    recorded();
    await gate;
  });
  await ready;
  return {
    commit: async () => {
      finish();
      await done;
    },
  };
}

describe('a cursor', () => {
  it('skips nothing where transactions commit in another order than they began', async () => {
    const ids = [1, 2, 3, 4].map(() => randomUUID());
    const [first = '', second = '', third = '', fourth = ''] = ids;
    const seen: string[] = [];
    let cursor = await latestCursor(db);
    const read = async () => {
      const rows = await after(db, cursor, 100);
      seen.push(...rows.map((row) => row.subjectId));
      cursor = rows.at(-1)?.cursor ?? cursor;
    };
    const early = await holding(first);
    const later = await holding(second);
    await noted(third);
    await read();
    await later.commit();
    await read();
    expect(seen).toEqual([]);
    await early.commit();
    await settled();
    await read();
    await noted(fourth);
    await settled();
    await read();
    expect(seen).toEqual([first, second, third, fourth]);
  });

  it('pages in order, also inside one transaction', async () => {
    const ids = Array.from({ length: 7 }, () => randomUUID());
    await inTransaction(db, (tx) => record(tx, acme, ids.map(note)));
    await settled();
    const seen: string[] = [];
    let cursor = '0.0';
    for (;;) {
      const rows = await after(db, cursor, 3);
      if (rows.length === 0) break;
      seen.push(...rows.map((row) => row.subjectId));
      cursor = rows.at(-1)?.cursor ?? cursor;
    }
    expect(seen).toEqual(ids);
  });

  it('starts a new reader after everything there is', async () => {
    await noted(randomUUID());
    await settled();
    const cursor = await latestCursor(db);
    expect(await after(db, cursor, 10)).toEqual([]);
    const id = randomUUID();
    await noted(id);
    await settled();
    expect((await after(db, cursor, 10)).map((row) => row.subjectId)).toEqual([id]);
  });
});

describe('whether a reader can go on where it was', () => {
  it('it can while everything since is kept', async () => {
    await noted(randomUUID());
    await settled();
    const cursor = await latestCursor(db);
    await noted(randomUUID());
    expect(await reaches(db, cursor)).toBe(true);
    await db.sql`update changes set at = now() - interval '25 hours' where (txid::text || '.' || id) <> ${cursor}`;
    await inTransaction(db, (tx) => forget(tx, 24, 100));
    expect(await reaches(db, cursor)).toBe(true);
  });

  it('it cannot once something since may have been forgotten', async () => {
    await noted(randomUUID());
    await settled();
    const cursor = await latestCursor(db);
    await noted(randomUUID());
    await db.sql`update changes set at = now() - interval '25 hours'`;
    expect(await inTransaction(db, (tx) => forget(tx, 24, 100))).toBe(2);
    expect(await reaches(db, cursor)).toBe(false);
    await noted(randomUUID());
    expect(await reaches(db, cursor)).toBe(false);
  });

  it.each([
    '',
    'x',
    '1',
    '1.',
    '.1',
    '-1.0',
    '1.0; drop table changes',
    '99999999999999999999999.1',
    '1.99999999999999999999999',
  ])('it cannot from a cursor that is none of ours: %j', async (cursor) => {
    await noted(randomUUID());
    expect(await reaches(db, cursor)).toBe(false);
  });

  it('it cannot from a cursor of the future: that is another database’s', async () => {
    await noted(randomUUID());
    await settled();
    const [txid = '0'] = (await latestCursor(db)).split('.');
    expect(await reaches(db, `${BigInt(txid) + 1_000_000n}.1`)).toBe(false);
  });
});

describe('listeners', () => {
  it('are told when a change is committed, and not where it is undone', async () => {
    let told = 0;
    const subscription = await db.listen(changesChannel, () => {
      told += 1;
    });
    const undone = inTransaction(db, async (tx) => {
      await record(tx, acme, [note()]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await noted(randomUUID());
    await expect.poll(() => told).toBe(1);
    await subscription.unlisten();
    await settled();
    expect(await after(db, '0.0', 10)).toHaveLength(1);
  });

  it('are left alone where there is nothing to tell', async () => {
    await inTransaction(db, (tx) => record(tx, acme, []));
    expect(await after(db, '0.0', 10)).toEqual([]);
  });
});
