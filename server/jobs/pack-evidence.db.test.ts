import { type Evidence, type EvidenceId, parseBsuid, parseE164, parseUsername } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { historyOf, statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { resolveIdentities } from '../flows/resolve-identities.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { epoch } from '../testing/names.ts';
import { story } from '../testing/reading.ts';
import { message, moved, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';
import { packCrowded } from './pack-evidence.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
  // What another test left over.
  while ((await pack()) > 0);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const pack = () => packCrowded({ db, tools: world.tools, wakeInbox: () => {} });
const ids = async () =>
  (await db.sql<{ id: NeighborhoodId }[]>`select id from neighborhoods where portfolio_id = ${world.portfolioId}`).map(
    (row) => row.id,
  );
const states = async () => [...(await statesOf(db, world.portfolioId, await ids())).values()];
const history = async () =>
  (await historyOf(db, world.portfolioId, await ids())).sort((a, b) => (a.id < b.id ? -1 : 1));
const rowCounts = async () => {
  const [row] = await db.sql<{ rows: number; runs: number; packed: number; loose: number; crowded: number }[]>`
    select (select count(*)::int from evidence where portfolio_id = ${world.portfolioId}) as rows,
           (select count(*)::int from evidence_runs where portfolio_id = ${world.portfolioId}) as runs,
           (select coalesce(sum(count), 0)::int from evidence_runs where portfolio_id = ${world.portfolioId}) as packed,
           (select coalesce(sum(loose), 0)::int from neighborhoods where portfolio_id = ${world.portfolioId}) as loose,
           (select count(*)::int from neighborhoods where portfolio_id = ${world.portfolioId} and crowded) as crowded`;
  if (!row) throw new Error('counting gives a row');
  return row;
};

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not an identifier');
  return value;
};
const phone = must(parseE164('+15552000001'));
const bsuid = must(parseBsuid('US.1'));
const username = must(parseUsername('ana'));

/** Ten thousand webhooks' evidence: in the middle she takes a username. */
function longStory(): Evidence[] {
  return Array.from({ length: 10_000 }, (_, n) => ({
    kind: 'seen-together' as const,
    by: 'customer' as const,
    id: world.tools.keyed(`w${n}`) as EvidenceId,
    at: epoch + n * 60_000,
    receivedAt: epoch + n * 60_000 + 900,
    phone,
    bsuid,
    name: 'Ana',
    username: n < 5_000 ? null : username,
  }));
}

async function resolve(evidence: readonly Evidence[]): Promise<void> {
  for (let i = 0; i < evidence.length; i += 1000)
    await inTransaction(db, async (tx) => {
      await lockLane(tx, world.portfolioId);
      await resolveIdentities(tx, world.portfolioId, evidence.slice(i, i + 1000), policy, world.tools);
    });
}

describe('a customer with ten thousand messages', () => {
  it('costs a handful of rows, and redelivering all of it changes nothing', async () => {
    const all = longStory();
    await resolve(all);
    const [before, said] = [await states(), await history()];
    while ((await pack()) > 0);
    const packed = await rowCounts();
    expect(packed.rows + packed.runs).toBeLessThan(20);
    expect(packed).toMatchObject({ packed: 10_000 - packed.rows, loose: 0, crowded: 0 });
    expect(await history()).toEqual(said);
    expect(said[0]?.receivedAt).toBe(all.find((one) => one.id === said[0]?.id)?.receivedAt ?? 0);

    await resolve(all.map((one) => ({ ...one, receivedAt: epoch + 1e10 })));
    expect(await states()).toEqual(before);
    expect(await history()).toEqual(said);
    while ((await pack()) > 0);
    const again = await rowCounts();
    expect({ ...again, rows: 0, loose: 0 }).toEqual({ ...packed, rows: 0, loose: 0 });
    expect(again.rows).toBeLessThan(limits.looseEvidence + packed.rows);
    expect(await history()).toEqual(said);
    expect(await states()).toEqual(before);
  }, 60_000);
});

const who = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana' };
const say = (n: number, person: object = who) => message(person, { at: n, id: `w${n}` }, text(`m${n}`));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('packing', () => {
  it('waits until there is enough, and leaves alone what stands for itself', async () => {
    await world.receive(...range(0, limits.looseEvidence).map((n) => say(n)));
    expect(await pack()).toBe(0);
    await world.receive(moved({ bsuid: 'US.1' }, { bsuid: 'US.2' }, { at: 100, id: 'moved' }));
    await world.receive(say(101, { bsuid: 'US.2', name: 'Ana' }));
    expect(await pack()).toBe(1);
    const kinds = await db.sql`select kind from evidence where portfolio_id = ${world.portfolioId} order by at`;
    expect(kinds.map((row) => row.kind)).toEqual(['rotated', 'seen-together']);
  });

  it('keeps a late fact able to change everything after it, as if nothing had been packed', async () => {
    const other = await openWorld(db);
    const later = [
      ...range(0, 100).map((n) => say(n * 2, { phone: '+15552000001' })),
      say(1000, { phone: '+15552000001', bsuid: 'US.2' }),
    ];
    const late = say(99, { phone: '+15552000001', bsuid: 'US.1' });
    await world.receive(...later);
    expect(await pack()).toBe(1);
    await other.receive(...later);
    for (const each of [world, other]) await each.receive(late);
    expect(await story(db, world.portfolioId)).toEqual(await story(db, other.portfolioId));
    expect(await states()).toHaveLength(1);
  });

  it('follows where two neighborhoods turn out to be one', async () => {
    await world.receive(...range(0, 100).map((n) => say(n, { phone: '+15552000001' })));
    await world.receive(...range(100, 300).map((n) => say(n, { bsuid: 'US.7' })));
    expect(await pack()).toBe(2);
    await world.receive(say(301, { phone: '+15552000001', bsuid: 'US.7' }));
    expect(await ids()).toHaveLength(1);
    expect(await history()).toHaveLength(301);
    const { packed, loose, rows } = await rowCounts();
    expect([packed + rows, loose]).toEqual([301, 1]);
  });

  it('sums what is loose where two neighborhoods become one', async () => {
    await world.receive(...range(0, 40).map((n) => say(n, { phone: '+15552000001' })));
    await world.receive(...range(100, 140).map((n) => say(n, { bsuid: 'US.7' })));
    expect(await rowCounts()).toMatchObject({ loose: 80, crowded: 0 });
    await world.receive(say(301, { phone: '+15552000001', bsuid: 'US.7' }));
    expect(await rowCounts()).toMatchObject({ loose: 81, crowded: 1 });
    expect(await pack()).toBe(1);
    expect(await history()).toHaveLength(81);
  });

  it('goes on where it stopped: each time a bit more, a full run is written once', async () => {
    for (let i = 0; i < 20; i++) {
      await world.receive(...range(i * 70, (i + 1) * 70).map((n) => say(n)));
      await pack();
    }
    const runs = await db.sql<{ count: number }[]>`
      select count from evidence_runs where portfolio_id = ${world.portfolioId} order by first_at`;
    expect(runs.map((row) => row.count)).toEqual([1024, 20 * 70 - 1024 - 1]);
    expect(await history()).toHaveLength(1400);
  });

  it('wakes the inbox after each turn', async () => {
    await world.receive(...range(0, 100).map((n) => say(n)));
    let woken = 0;
    await packCrowded({ db, tools: world.tools, wakeInbox: () => (woken += 1) });
    expect(woken).toBe(1);
  });
});

describe('when evidence arrived', () => {
  it('is kept: the first time, however often it comes', async () => {
    await world.receive(say(1));
    const [first] = await history();
    const [row] = await db.sql<{ at: Date }[]>`
      select received_at as at from inbox where portfolio_id = ${world.portfolioId}`;
    expect(first?.receivedAt).toBe(row?.at.getTime());
    await world.receive(say(1));
    expect(await history()).toEqual([first]);
  });
});

describe('evidence of a kind without columns', () => {
  it('comes back as it was given', async () => {
    await world.receive(say(1));
    const [id] = await ids();
    await db.sql`
      insert into evidence (portfolio_id, id, neighborhood_id, at, kind, detail)
      values (${world.portfolioId}, 'e1', ${id ?? ''}, to_timestamp(5), 'of-tomorrow', '{"who": {"bsuid": "US.1"}, "because": ["a", 1]}'::jsonb)`;
    const found = (await history()).find((one) => one.id === 'e1');
    expect(found).toMatchObject({ kind: 'of-tomorrow', at: 5000, who: { bsuid: 'US.1' }, because: ['a', 1] });
  });
});
