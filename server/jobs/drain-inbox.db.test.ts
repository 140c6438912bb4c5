import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import type { Connections } from '../db/pool.ts';
import { analyzeUnknown } from '../db/statistics.ts';
import { put, unpark } from '../inbox/store.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';
import { drainLane, parkUnrouted } from './drain-inbox.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  // What no rule foresaw: a value this database will not take.
  await db.sql`alter table messages add constraint no_poison check (body is distinct from 'poison')`;
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const say = (n: number, body: string, at = n) => message({ bsuid: `US.${n}` }, { at, id: `w${n}-${at}` }, text(body));
const said = async () =>
  (await threadsSeen(db, world.portfolioId))
    .flatMap((thread) => thread.items.flatMap((item) => (item.kind === 'message' ? [item.text?.body] : [])))
    .sort();
const counts = async () =>
  await db.sql<Record<string, number>[]>`
    select items, applied, repeated, kept, parked from inbox
    where portfolio_id = ${world.portfolioId} and state = 'done' order by id`;
const parked = async () =>
  await db.sql<{ id: string; reason: string; detail: string; body: Buffer }[]>`
    select id, reason, detail, body from parked where portfolio_id = ${world.portfolioId} and state = 'parked'`;
const together = (...webhooks: unknown[]) => ({
  object: 'whatsapp_business_account',
  entry: webhooks.flatMap((webhook) => (webhook as { entry: unknown[] }).entry),
});

describe('a poisoned item', () => {
  it('is parked, and everything else of its batch is applied', async () => {
    await world.receive(say(1, 'a'), say(2, 'poison'), say(3, 'c'));
    expect(await said()).toEqual(['a', 'c']);
    expect(await parked()).toMatchObject([{ reason: 'failed' }]);
    expect((await counts()).map((row) => [row.items, row.applied, row.parked])).toEqual([
      [1, 1, 0],
      [1, 0, 1],
      [1, 1, 0],
    ]);
  });

  it('is parked, and everything else of its own webhook is applied', async () => {
    await world.receive(together(say(1, 'a'), say(2, 'poison'), say(3, 'c')));
    expect(await said()).toEqual(['a', 'c']);
    expect((await counts()).map((row) => [row.items, row.applied, row.parked])).toEqual([[3, 2, 1]]);
  });

  it('counts its siblings for what they came to, not all as applied', async () => {
    await world.receive(say(1, 'a'));
    const unknownNumber = message({ bsuid: 'US.4' }, { at: 4, id: 'w4', number: '999' });
    await world.receive(together(say(1, 'a'), say(2, 'poison'), unknownNumber));
    const [, row] = await counts();
    expect(row).toEqual({ items: 3, applied: 0, repeated: 1, kept: 0, parked: 2 });
  });

  it('leaves the others in their order, however many, in one webhook and in several', async () => {
    const bodies = Array.from({ length: 30 }, (_, i) => (i === 17 ? 'poison' : `m${String(i).padStart(2, '0')}`));
    const lines = bodies.map((body, i) => say(1, body, i + 1));
    await world.receive(...lines.slice(0, 15), together(...lines.slice(15)));
    const [thread] = await threadsSeen(db, world.portfolioId);
    const told = thread?.items.flatMap((item) => (item.kind === 'message' ? [item.text?.body] : []));
    const applied = bodies.filter((body) => body !== 'poison');
    expect([applied, applied.toReversed()]).toContainEqual(told);
    expect((await counts()).at(-1)).toMatchObject({ items: 15, applied: 14, parked: 1 });
    expect((await parked()).length).toBe(1);
  });

  it('is parked once, though another came and failed on the same batch between its failure and its halves', async () => {
    for (let round = 1; round <= 5; round++) {
      await world.arrive(together(say(1, 'a', round), say(2, 'poison', round), say(3, 'c', round)));
      const draining = { db, policy, tools: world.tools };
      let other: Promise<number> | undefined;
      const warn = () => {
        other ??= drainLane({ ...draining, log: silent });
      };
      await drainLane({ ...draining, log: Object.assign(Object.create(silent), { warn }) });
      await other;
      expect((await counts()).at(-1)).toMatchObject({ items: 3, applied: 2, repeated: 0, parked: 1 });
      expect((await parked()).length).toBe(round);
    }
  });

  it('says what failed without saying what was in it, and carries its own envelope', async () => {
    await world.receive(together(say(1, 'a'), say(2, 'poison')));
    const [item] = await parked();
    expect(item?.detail).toContain('23514');
    expect(item?.detail).not.toContain('poison');
    expect(item?.body.toString()).toContain('poison');
    expect(item?.body.toString()).not.toContain('US.1');
  });

  it('is applied when it is put through the door again after the fault is mended', async () => {
    await world.receive(say(2, 'poison'));
    const [item] = await parked();
    await db.sql`alter table messages drop constraint no_poison`;
    await inTransaction(db, (tx) => unpark(tx, item?.id ?? '', 'all'));
    await world.drain();
    await db.sql`alter table messages add constraint no_poison check (body is distinct from 'poison') not valid`;
    expect(await said()).toEqual(['poison']);
    expect(await parked()).toEqual([]);
  });
});

describe('draining', () => {
  it('keeps the order of a portfolio with several workers at it', async () => {
    const bodies = Array.from({ length: 40 }, (_, i) => `m${i}`);
    for (const [i, body] of bodies.entries()) await world.arrive(say(1, body, i));
    await Promise.all([world.drain(), world.drain(), world.drain()]);
    await world.drain();
    expect(await said()).toEqual(bodies.toSorted());
    expect((await parked()).length).toBe(0);
    const [thread] = await threadsSeen(db, world.portfolioId);
    expect(thread?.conversation.unread).toBe(40);
  });

  it('parks nothing for trouble of the database itself: the batch is tried again', async () => {
    const failing = { policy, tools: { ...world.tools, newId: outOfSpace }, log: silent, db };
    await world.arrive(say(1, 'a'));
    await expect(drainLane(failing)).rejects.toMatchObject({ code: '53100' });
    expect(await parked()).toEqual([]);
    await world.drain();
    expect(await said()).toEqual(['a']);
  });

  it('answers nothing done where nothing waits', async () => {
    await world.drain();
    expect(await drainLane({ db, policy, tools: world.tools, log: silent })).toBe(0);
  });
});

it('a batch of people who are known waits for the database a dozen times, however many they are', async () => {
  const people = Array.from({ length: 20 }, (_, i) => i + 1);
  for (const at of [1, 2]) await world.receive(...people.map((n) => say(n, 'hello', at * 100 + n)));
  const { counting, waits } = countingWaits(db);
  const batchOf = async (count: number, at: number) => {
    await world.arrive(...people.slice(0, count).map((n) => say(n, 'again', at * 100 + n)));
    const before = waits();
    expect(await drainLane({ db: counting, policy, tools: world.tools, log: silent })).toBe(count);
    return waits() - before;
  };
  const few = await batchOf(2, 3);
  expect(few).toBeLessThanOrEqual(12);
  expect(await batchOf(20, 4)).toBe(few);
});

/** How often something was asked of the database while nothing was on its way: each time its answer had been waited for. */
function countingWaits(db: Database): { counting: Database; waits: () => number } {
  let underWay = 0;
  let waits = 0;
  const counted = (client: Client) =>
    new Proxy(client, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'query') return value.bind(target);
        return async (...asked: unknown[]) => {
          if (underWay === 0) waits += 1;
          underWay += 1;
          try {
            return await value.apply(target, asked);
          } finally {
            underWay -= 1;
          }
        };
      },
    });
  const lend: Connections['lend'] = (work) => db.connections.lend((client) => work(counted(client)));
  return { counting: { ...db, connections: { ...db.connections, lend } }, waits: () => waits };
}

describe('of tables the database has no figures of yet', () => {
  let unknown: FreshDatabase;
  let fewFigures: Database;
  const many = 250;
  beforeAll(async () => {
    unknown = await freshDatabase();
    fewFigures = connect(unknown.url, { connections: 2 });
    // Nobody is to look at the tables in between and hand figures out.
    for (const table of await tablesOf(fewFigures))
      await fewFigures.sql.unsafe(`alter table ${table} set (autovacuum_enabled = off)`);
  });
  afterAll(async () => {
    await fewFigures.close();
    await unknown.drop();
  });

  it('a batch does not join all with all; with figures it reads some rows a message, of an account they know nothing of too', {
    timeout: 60_000,
  }, async () => {
    const first = await openWorld(fewFigures);
    expect(await rowsPerMessage(first, 0)).toBeLessThan(20 * many);
    expect(await analyzeUnknown(fewFigures)).toBeGreaterThan(5);
    expect(await analyzeUnknown(fewFigures)).toBeLessThan(5);
    expect(await rowsPerMessage(first, 1)).toBeLessThan(many / 4);
    const second = await openWorld(fewFigures);
    for (const round of [2, 3]) {
      const rows = await rowsPerMessage(second, round);
      expect(rows).toBeGreaterThan(5);
      expect(rows).toBeLessThan(many / 4);
    }
  });

  async function rowsPerMessage(town: World, round: number): Promise<number> {
    const before = await rowsRead(fewFigures);
    await town.receive(...Array.from({ length: many }, (_, i) => say(i + 1, 'hello', 1 + round * many + i)));
    return ((await rowsRead(fewFigures)) - before) / many;
  }
});

async function tablesOf({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select quote_ident(relname) as name from pg_stat_user_tables where schemaname = current_schema()`;
  return rows.map(({ name }) => name);
}

/** Since the database was made. Each connection hands in what it has counted, asked to or after a second. */
async function rowsRead(db: Database): Promise<number> {
  await Promise.all([1, 2].map(() => inTransaction(db, (tx) => tx.sql`select pg_stat_force_next_flush()`)));
  const [row] = await db.sql<{ rows: number }[]>`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint as rows from pg_stat_user_tables`;
  return row?.rows ?? 0;
}

describe('a webhook of an account nobody has connected', () => {
  it('is shown as parked once it is clear that nobody is about to, and says how to mend it', async () => {
    const draining = { db, policy, tools: world.tools, log: silent };
    await put(db, [
      { wabaId: '4242', body: Buffer.from('{}') },
      { wabaId: null, body: Buffer.from('[]') },
    ]);
    expect(await parkUnrouted(draining)).toBe(0);
    await db.sql`update inbox set received_at = now() - interval '1 minute' where portfolio_id is null`;
    expect(await parkUnrouted(draining)).toBe(2);
    const rows = await db.sql<{ reason: string; detail: string }[]>`
      select reason, detail from parked where portfolio_id is null order by reason`;
    expect(rows.map((row) => row.reason)).toEqual(['not_readable', 'portfolio_unknown']);
    expect(rows[1]?.detail).toContain('throughline connect');
  });
});

function outOfSpace(): never {
  throw Object.assign(new Error('could not extend file'), { code: '53100' });
}
