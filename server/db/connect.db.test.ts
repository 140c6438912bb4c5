import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, onServer } from '../../tests/support/database.ts';
import { waitFor } from '../../tests/support/waiting.ts';
import { connect, type Database, inTransaction, type Transaction } from './connect.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 3 });
  await db.sql`create table marks (name text primary key)`;
});
beforeEach(async () => {
  await db.sql`delete from marks`;
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const mark = (by: Database | Transaction, name: string) => by.sql`insert into marks (name) values (${name})`;
const marks = async () => (await db.sql<{ name: string }[]>`select name from marks order by 1`).map(({ name }) => name);
const pidOf = async (by: Database | Transaction) =>
  (await by.sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;

async function thrownBy(work: Promise<unknown>): Promise<Record<string, unknown>> {
  return await work.then(
    () => ({ code: 'nothing was thrown' }),
    (error) => error,
  );
}

describe('values', () => {
  it('come back as they went', async () => {
    const bytes = Buffer.from([0, 1, 255, 92, 34]);
    const at = new Date('2026-11-22T09:00:00.123Z');
    const odd = ['plain', '', 'NULL', 'a"b', 'a\\b', '{x,y}', 'é😀', null];
    const [row] = await db.sql`
      select ${bytes}::bytea as bytes, ${at}::timestamptz as at, ${odd}::text[] as texts, ${[1, 2, null]}::int8[] as large,
             ${2 ** 40}::int8 as "int8", ${[bytes, null]}::bytea[] as list, ${true}::boolean as yes, ${null}::text as none,
             ${JSON.stringify(['a', { b: 1 }])}::text::jsonb as json, ${[at]}::timestamptz[] as times, ${[]}::text[] as empty`;
    expect(row).toEqual({
      bytes,
      at,
      texts: odd,
      large: [1, 2, null],
      int8: 2 ** 40,
      list: [bytes, null],
      yes: true,
      none: null,
      json: ['a', { b: 1 }],
      times: [at],
      empty: [],
    });
  });

  it('come with a count of the rows, or of what was written', async () => {
    expect((await db.sql`select 1 as a union select 2`).count).toBe(2);
    const written = await db.sql`insert into marks (name) values ('a'), ('b')`;
    expect([written.count, [...written]]).toEqual([2, []]);
    expect((await db.sql`update marks set name = name where false`).count).toBe(0);
  });
});

describe('an error of PostgreSQL', () => {
  it('keeps its code, constraint and detail, and does not cost the connection', async () => {
    const one = connect(fresh.url, { connections: 1 });
    const before = await pidOf(one);
    await mark(one, 'once');
    expect(await thrownBy(mark(one, 'once'))).toMatchObject({
      name: 'PostgresError',
      code: '23505',
      constraint: 'marks_pkey',
      detail: 'Key (name)=(once) already exists.',
    });
    expect(await pidOf(one)).toBe(before);
    await one.close();
  });

  it('of a statement whose answer has changed its columns comes once: the next has a connection that knows', async () => {
    const one = connect(fresh.url, { connections: 1 });
    await one.sql`create table changing (a int)`;
    const ask = () => one.sql`select * from changing`;
    await ask();
    await db.sql`alter table changing add b int`;
    expect(await thrownBy(ask())).toMatchObject({ code: '0A000' });
    expect([...(await ask())]).toEqual([]);
    await one.close();
  });
});

describe('a transaction', () => {
  it('is committed when the work resolves and undone when it throws', async () => {
    expect(await inTransaction(db, async (tx) => (await mark(tx, 'kept')).count)).toBe(1);
    const undone = inTransaction(db, async (tx) => {
      await mark(tx, 'undone');
      throw new RangeError('of the work');
    });
    await expect(undone).rejects.toThrow(new RangeError('of the work'));
    expect(await marks()).toEqual(['kept']);
  });

  it('answers statements that went out together in their order', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `m${String(index).padStart(3, '0')}`);
    const counts = await inTransaction(db, (tx) =>
      Promise.all(
        names.map(async (name) => {
          await mark(tx, name);
          const [row] = await tx.sql<{ n: number }[]>`select count(*) as n from marks`;
          return row?.n;
        }),
      ),
    );
    expect(counts).toHaveLength(200);
    expect(await marks()).toEqual(names);
  });

  it('takes large questions and large answers at once without standing still', { timeout: 20_000 }, async () => {
    const large = 'x'.repeat(2_000_000);
    const lengths = await inTransaction(db, (tx) =>
      Promise.all(
        Array.from({ length: 12 }, async () => {
          const [row] = await tx.sql<{ text: string }[]>`select ${large}::text || ${large}::text as text`;
          return row?.text.length;
        }),
      ),
    );
    expect(lengths).toEqual(Array.from({ length: 12 }, () => 4_000_000));
  });

  it('fails with what failed first, though all went out together, and nothing of it stays', async () => {
    const failed = inTransaction(db, (tx) =>
      Promise.all([
        mark(tx, 'before'),
        (async () => await (async () => await tx.sql`insert into marks (name) values (${null})`)())(),
        mark(tx, 'after'),
        tx.sql`select 1`,
      ]),
    );
    expect(await thrownBy(failed)).toMatchObject({ code: '23502' });
    expect(await marks()).toEqual([]);
    expect([...(await db.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  });

  it('is not committed where a statement failed and the work made light of it', async () => {
    const careless = inTransaction(db, async (tx) => {
      await mark(tx, 'lost');
      await tx.sql`select 1 / 0`.catch(() => {});
    });
    expect(await thrownBy(careless)).toMatchObject({ code: '22012' });
    expect(await marks()).toEqual([]);
  });

  it('takes no statement once it is over: a sibling that goes on writes nothing', async () => {
    let late: Promise<unknown> | undefined;
    const slow = async (tx: Transaction) => {
      await sleep(100);
      await mark(tx, 'late');
    };
    const failed = inTransaction(db, async (tx) => {
      late = thrownBy(slow(tx));
      await tx.sql`select 1 / 0`;
    });
    expect(await thrownBy(failed)).toMatchObject({ code: '22012' });
    expect(await late).toMatchObject({ message: 'The transaction this statement belongs to is over.' });
    expect(await marks()).toEqual([]);
  });

  it('goes on after a savepoint whose work failed, and after several', async () => {
    await inTransaction(db, async (tx) => {
      await mark(tx, 'a');
      for (const name of ['b', 'c']) {
        const failed = tx.savepoint(async (inner) => {
          await mark(inner, name);
          await mark(inner, 'a');
        });
        expect(await thrownBy(failed)).toMatchObject({ code: '23505' });
      }
      await tx.savepoint(async (inner) => {
        await mark(inner, 'd');
        await thrownBy(inner.savepoint((innermost) => mark(innermost, 'd')));
        await mark(inner, 'e');
      });
    });
    expect(await marks()).toEqual(['a', 'd', 'e']);
  });
});

describe('a connection that is cut', () => {
  it.each([
    ['while a statement runs', async (tx: Transaction) => void (await tx.sql`select pg_sleep(20)`)],
    [
      'while several are under way',
      async (tx: Transaction) =>
        void (await Promise.all([mark(tx, 'a'), tx.sql`select pg_sleep(20)`, mark(tx, 'b'), mark(tx, 'c')])),
    ],
    [
      'between two statements',
      async (tx: Transaction) => {
        await sleep(400);
        await mark(tx, 'after');
      },
    ],
  ])('%s fails that transaction alone, as passing trouble', async (_when, work) => {
    let pid = 0;
    const failed = thrownBy(
      inTransaction(db, async (tx) => {
        pid = await pidOf(tx);
        await mark(tx, 'first');
        await work(tx);
      }),
    );
    await waitFor('it is under way', () => pid > 0);
    await sleep(100);
    await db.sql`select pg_terminate_backend(${pid})`;
    expect((await failed).code).toMatch(/^(57P01|CONNECTION_LOST|ECONNRESET|EPIPE)$/);
    expect(await marks()).toEqual([]);
    expect(db.connections.pool.totalCount).toBeLessThanOrEqual(3);
    await Promise.all(Array.from({ length: 6 }, () => db.sql`select pg_sleep(0.01)`));
  });

  it('while nobody uses it is noticed by nobody', async () => {
    const one = connect(fresh.url, { connections: 1 });
    const pid = await pidOf(one);
    await db.sql`select pg_terminate_backend(${pid})`;
    await waitFor('it has left the pool', () => one.connections.pool.totalCount === 0);
    expect(await pidOf(one)).not.toBe(pid);
    await one.close();
  });
});

describe('listening', () => {
  it('comes back by itself after a cut, and says so, since it may have missed something', async () => {
    const other = connect(fresh.url, { connections: 1, name: 'listens' });
    let heard = 0;
    await other.listen('somewhere', () => {
      heard += 1;
    });
    await db.sql`select pg_notify('somewhere', '')`;
    await waitFor('it hears', () => heard === 1);
    await db.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listens'`;
    await waitFor('it is back', () => heard === 2);
    await db.sql`select pg_notify('somewhere', '')`;
    await waitFor('it hears again', () => heard === 3);
    await other.close();
    const left = await db.sql`select pid from pg_stat_activity where application_name = 'listens'`;
    expect(left.count).toBe(0);
  });

  it('stops while it is coming back', async () => {
    const other = connect(fresh.url, { connections: 1, name: 'stops' });
    const subscription = await other.listen('somewhere', () => {});
    await db.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stops'`;
    await sleep(100);
    await subscription.unlisten();
    await other.close();
    await sleep(800);
    expect((await db.sql`select pid from pg_stat_activity where application_name = 'stops'`).count).toBe(0);
  });

  it('throws at once where there is nothing to listen to', async () => {
    const nowhere = connect('postgres://nobody@127.0.0.1:9/nothing');
    expect(await thrownBy(nowhere.listen('x', () => {}))).toMatchObject({ code: 'ECONNREFUSED' });
    await nowhere.close();
  });
});

describe('closing', () => {
  it('lets running and waiting statements finish, and takes no new ones', async () => {
    const one = connect(fresh.url, { connections: 1, name: 'closes' });
    const running = Promise.all([one.sql`select pg_sleep(0.3)`, one.sql`select 2 as two`]);
    await sleep(50);
    const closed = one.close();
    expect(await thrownBy(one.sql`select 1`)).toMatchObject({ code: 'CONNECTION_LOST' });
    expect([...((await running)[1] ?? [])]).toEqual([{ two: 2 }]);
    await closed;
    expect((await db.sql`select pid from pg_stat_activity where application_name = 'closes'`).count).toBe(0);
    await one.close();
  });

  it('cuts after five seconds what does not end', { timeout: 20_000 }, async () => {
    const one = connect(fresh.url, { connections: 1 });
    const outcomes = [one.sql`select pg_sleep(60)`, one.sql`select 1`].map(thrownBy);
    await sleep(100);
    const started = performance.now();
    await one.close();
    expect(performance.now() - started).toBeGreaterThan(4_500);
    expect(performance.now() - started).toBeLessThan(8_000);
    for (const outcome of outcomes) expect((await outcome).code).toBe('CONNECTION_LOST');
  });

  it('does not wait for a transaction that waits for something else', { timeout: 20_000 }, async () => {
    const one = connect(fresh.url, { connections: 1 });
    let go = () => {};
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const outcome = thrownBy(
      inTransaction(one, async (tx) => {
        await mark(tx, 'waits');
        await waiting;
        await mark(tx, 'too late');
      }),
    );
    await sleep(100);
    await one.close();
    go();
    expect((await outcome).code).toBe('CONNECTION_LOST');
    expect(await marks()).toEqual([]);
  });

  it('is not held up by a server that took the connection and says nothing', { timeout: 20_000 }, async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await waitFor('it listens', () => silent.listening);
    const { port } = silent.address() as { port: number };
    const one = connect(`postgres://nobody@127.0.0.1:${port}/nothing`);
    const outcome = thrownBy(one.sql`select 1`);
    await waitFor('it was called', () => sockets.length > 0);
    await one.close();
    expect(await outcome).toMatchObject({ code: 'CONNECTION_LOST' });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});

describe('a database that is not there', () => {
  it('is told with the code of the refusal', async () => {
    const nowhere = connect('postgres://nobody@127.0.0.1:9/nothing');
    expect(await thrownBy(nowhere.sql`select 1`)).toMatchObject({ code: 'ECONNREFUSED' });
    expect(await thrownBy(inTransaction(nowhere, async () => {}))).toMatchObject({ code: 'ECONNREFUSED' });
    await nowhere.close();
  });

  it('that lets nobody in is told with PostgreSQL’s own code', async () => {
    const closed = await freshDatabase();
    const name = new URL(closed.url).pathname.slice(1);
    await onServer(fresh.url, `alter database ${name} allow_connections false`);
    const kept = connect(closed.url);
    expect(await thrownBy(kept.sql`select 1`)).toMatchObject({ code: '55000' });
    await kept.close();
    await closed.drop();
  });
});
