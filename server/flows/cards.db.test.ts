import type { Anchor, EvidenceId, Word } from '@throughline/identity';
import { parseBsuid } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { epoch } from '../testing/names.ts';
import { person } from '../testing/people.ts';
import { message, moved } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';
import { compareIdentities } from './rebuild-identities.ts';
import { resolveIdentities } from './resolve-identities.ts';

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

describe('people put together by a word', () => {
  it('and then found to be one account are told of the word once', async () => {
    await world.receive(message(person('B4'), { at: 1, id: 'w1' }), message(person('B2'), { at: 2, id: 'w2' }));
    await merge('US.4', 'US.2', 3);
    expect(await merged()).toBe(2);
    await world.receive(moved(person('B4'), person('B2'), { at: 4, id: 'm1' }));
    expect(await merged()).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it('answer what was asked of another who, as turns out later, is one of them', async () => {
    for (const [i, bsuid] of ['B1', 'B4', 'B3'].entries())
      await world.receive(message(person(`P1 ${bsuid}`), { at: i + 1, id: `w${i}` }));
    await merge('US.1', 'US.3', 4);
    expect(await openQuestions()).toBe(2);
    await world.receive(moved(person('P3 B4'), person('P1 B3'), { at: 5, id: 'm1' }));
    expect(await differences()).toEqual([]);
    expect(await openQuestions()).toBeLessThan(2);
  });

  it('are found by the same words in whatever order their rows are read back', async () => {
    await world.receive(
      message(person('P1 B3 @ana'), { at: 1, id: 'w1' }),
      message(person('B1 @bob'), { at: 2, id: 'w2' }),
    );
    await merge('US.3', 'US.1', 3);
    await world.receive(message(person('P1 B1'), { at: 4, id: 'w3' }));
    // A row that is written again goes to the end of its table.
    for (const bsuid of ['US.3', 'US.1'])
      await db.sql`
        update holders set parts = parts where id in (select holder_id from names where value = ${bsuid} and portfolio_id = ${world.portfolioId})`;
    expect(await differences()).toEqual([]);
    await db.sql`
      update holders set parts = parts where id in (select holder_id from names where value = 'US.3' and portfolio_id = ${world.portfolioId})`;
    expect(await differences()).toEqual([]);
  });
});

async function merge(one: string, other: string, at: number): Promise<void> {
  const [a, b] = [one, other].map((value): Anchor => ({ kind: 'bsuid', value: parseBsuid(value) as never }));
  if (!a || !b) throw new Error('Two are merged.');
  const said = {
    id: `word-${at}` as EvidenceId,
    at: epoch + at * 1000,
    actor: { id: 'u1', name: 'Sam' },
    reason: 'asked',
  };
  const word: Word = { kind: 'merge', ...said, a, b };
  await inTransaction(db, async (tx) => {
    await lockLane(tx, world.portfolioId);
    await resolveIdentities(tx, world.portfolioId, [word], policy, world.tools);
  });
}

async function merged(): Promise<number | undefined> {
  const [row] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from notices where portfolio_id = ${world.portfolioId} and type = 'contacts_merged'`;
  return row?.n;
}

async function openQuestions(): Promise<number | undefined> {
  const [row] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from reviews where portfolio_id = ${world.portfolioId} and not settled`;
  return row?.n;
}

async function differences(): Promise<string[]> {
  const { portfolioId, tools } = world;
  const rows = await db.sql<{ id: never }[]>`select id from neighborhoods where portfolio_id = ${portfolioId}`;
  const ids = rows.map(({ id }) => id);
  const found = await inTransaction(db, (tx) => compareIdentities(tx, portfolioId, ids, { policy, tools }));
  return found.flatMap((one) => one.differences.map(({ sentence }) => sentence));
}
