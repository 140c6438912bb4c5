import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { defaultPolicy, strictAdoptionLimitMs } from '@throughline/identity';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { noFigures } from '../figures.ts';
import { compareIdentities, rebuildIdentities } from '../flows/rebuild-identities.ts';
import { story, threadsSeen } from '../testing/reading.ts';
import { call, echo, message, moved, preference, status, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';
import { checkIdentities, decideOutdated } from './check-identities.ts';
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
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const ana = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana', username: null };
const hidden = { bsuid: 'US.1', name: 'Ana', username: 'ana' };
const bob = { phone: '+15552000002', name: 'Bob' };
const say = (who: object, at: number) => message(who, { at, id: `w${at}` }, text(`m${at}`));

/** Adoption, hiding, a changed and a recycled number, an answer with statuses, a call, a word on marketing. */
const facts = () => [
  say({ phone: ana.phone }, 1),
  say(ana, 2),
  say(hidden, 3),
  moved({ bsuid: 'US.1' }, { phone: '+15552000003', bsuid: 'US.2' }, { at: 4, id: 'w4' }),
  say({ bsuid: 'US.2', name: 'Ana', username: 'ana' }, 5),
  say({ phone: ana.phone, bsuid: 'US.9', name: 'Carl' }, 6),
  say(bob, 7),
  echo({ phone: bob.phone }, { at: 8, id: 'w8' }),
  status('delivered', { at: 9, id: 'w8' }, { to: { phone: bob.phone, bsuid: 'US.5' } }),
  call(ana, { at: 10, id: 'c1' }, 5),
  preference({ bsuid: 'US.2' }, 'stop', { at: 11 }),
];
const shuffled = [7, 2, 10, 5, 0, 9, 4, 1, 8, 6, 3];
const receiveStory = async () => {
  const all = facts();
  for (const i of shuffled) await world.receive(all[i]);
};

const ids = async () =>
  (await db.sql<{ id: NeighborhoodId }[]>`select id from neighborhoods where portfolio_id = ${world.portfolioId}`).map(
    (row) => row.id,
  );
const rebuilding = () => ({ policy, tools: world.tools });
const compare = async () => {
  const all = await ids();
  return await inSnapshot(db, (tx) => compareIdentities(tx, world.portfolioId, all, rebuilding()));
};
const repair = async () => {
  const all = await ids();
  return await inTransaction(db, (tx) => rebuildIdentities(tx, world.portfolioId, all, rebuilding()));
};
const said = (found: Awaited<ReturnType<typeof compare>>) =>
  found.flatMap(({ differences }) =>
    differences.map(({ subject, how, fields }) => `${subject} ${how} ${fields.toSorted()}`.trim()),
  );
const mine = () => world.portfolioId;

describe('a healthy database', () => {
  it('differs nowhere, after a story that came out of order, before and after packing', async () => {
    await receiveStory();
    expect(await compare()).toEqual([]);
    await world.receive(...Array.from({ length: 90 }, (_, n) => say(bob, 100 + n)));
    await packCrowded({ db, tools: world.tools, wakeInbox: () => {} });
    expect(await compare()).toEqual([]);
  });
});

const corruptions: [string, () => Promise<unknown>, string[]][] = [
  [
    'a lease that was moved',
    () => db.sql`update leases set from_at = from_at - interval '1 day' where portfolio_id = ${mine()} and until_at is null
                 and phone = ${bob.phone}`,
    ['number left_over', 'number missing'],
  ],
  [
    'a number given to somebody else',
    () => db.sql`update leases set holder_id = (select holder_id from names where portfolio_id = ${mine()} and value = 'US.9')
                 where portfolio_id = ${mine()} and until_at is null and key = ${ana.phone}`,
    ['number differs holderId'],
  ],
  [
    "a holder's name",
    () => db.sql`update holders set name = 'Mallory' where portfolio_id = ${mine()} and name = 'Bob'`,
    ['person differs name'],
  ],
  [
    'an account id',
    () => db.sql`update names set until_at = null, until_tie = null where portfolio_id = ${mine()} and value = 'US.1'`,
    ['account differs until'],
  ],
  [
    'a notice that was deleted',
    () => db.sql`delete from notices where portfolio_id = ${mine()} and type = 'number_changed'`,
    ['notice missing'],
  ],
  [
    'a notice that says something else',
    () => db.sql`update notices set fact = fact || '{"to": "+15559999999"}', at = at + interval '1 hour'
                 where portfolio_id = ${mine()} and type = 'number_changed'`,
    ['notice differs at,fact'],
  ],
  [
    'what agents see of somebody',
    () => db.sql`update contacts set display_name = 'Mallory' where portfolio_id = ${mine()} and display_name = 'Bob'`,
    ['contact differs display_name'],
  ],
  [
    'an identifier that leads nowhere',
    () => db.sql`delete from identifiers where portfolio_id = ${mine()} and key = ${`phone:${bob.phone}`}`,
    ['identifier missing'],
  ],
];

describe('what was tampered with', () => {
  it.each(corruptions)('is found and mended: %s', async (_what, corrupt, expected) => {
    await receiveStory();
    const before = await story(db, world.portfolioId);
    await corrupt();
    const found = said(await compare());
    for (const one of expected)
      expect(
        found.some((line) => line.startsWith(one)),
        `${found}`,
      ).toBe(true);
    const { found: mended, left } = await repair();
    expect(said(mended)).toEqual(found);
    expect(left).toEqual([]);
    expect(await compare()).toEqual([]);
    expect(await story(db, world.portfolioId)).toEqual(before);
  });

  it('is described without naming anybody', async () => {
    await receiveStory();
    for (const [, corrupt] of corruptions) await corrupt();
    const sentences = (await compare()).flatMap((one) => one.differences.map(({ sentence }) => sentence));
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).not.toMatch(/US\.|\+?1555|Bob|Mallory|Ana|ana/);
    expect((await repair()).left).toEqual([]);
  });

  it('is joined again, where one identifier came to lead to two', async () => {
    await world.receive(say(hidden, 1));
    await db.sql`delete from identifiers where portfolio_id = ${mine()}`;
    await world.receive(say(hidden, 2));
    expect(await ids()).toHaveLength(2);
    expect(said(await compare())).toContain('neighborhood missing');
    expect((await repair()).left).toEqual([]);
    expect(await ids()).toHaveLength(1);
    expect(await compare()).toEqual([]);
    expect((await threadsSeen(db, mine())).map((one) => one.items.length)).toEqual([2]);
  }, 20_000);
});

describe('looking in the background', () => {
  it('counts what it compared and what differed, and says so without personal data', async () => {
    await receiveStory();
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const figures = noFigures();
    const checking = { db, policy, tools: world.tools, log, figures };
    for (let i = 0; i < 5; i++) await checkIdentities(checking);
    expect(figures.identityChecked).toBeGreaterThan(0);
    expect(figures.identityDifferences).toBe(0);
    await db.sql`update holders set name = 'Mallory' where portfolio_id = ${mine()}`;
    // Portfolios are looked at by chance.
    for (let i = 0; i < 300 && figures.identityDifferences === 0; i++) await checkIdentities(checking);
    expect(figures.identityDifferences).toBeGreaterThan(0);
    expect(lines.join()).toContain('identity_differs');
    expect(lines.join()).toContain('person differs');
    expect(lines.join()).not.toMatch(/US\.|1555|Bob|Mallory|Ana/);
    await repair();
  });
});

describe('what was decided under other rules or another policy', () => {
  const words = async () =>
    (
      await db.sql<{ word: string | null }[]>`
        select distinct decided_under as word from neighborhoods where portfolio_id = ${mine()}`
    ).map((row) => row.word);
  const decide = async (other = policy) => {
    const checking = { db, policy: other, tools: world.tools, log: silent, figures: noFigures() };
    while ((await decideOutdated(checking, { passedOver: new Set(), wakeInbox: () => {} })) > 0);
  };

  it('is decided again, and comes out as if it had always been decided so', async () => {
    const day = 86_400;
    const parted = [say({ phone: bob.phone }, -100 * day), say({ phone: bob.phone, bsuid: 'US.5' }, 1)];
    await world.receive(...parted);
    expect(await threadsSeen(db, mine())).toHaveLength(1);
    const [word] = await words();
    await decide({ ...defaultPolicy, adoptionLimitMs: strictAdoptionLimitMs });
    expect(await threadsSeen(db, mine())).toHaveLength(2);
    expect(await words()).toEqual([expect.not.stringMatching(word ?? '')]);
    await decide();
    expect(await threadsSeen(db, mine())).toHaveLength(1);
    expect(await words()).toEqual([word]);
  });

  it('is marked so from the first decision, and stays marked as older when it is only folded on', async () => {
    await receiveStory();
    const [word, ...others] = await words();
    expect(others).toEqual([]);
    await db.sql`update neighborhoods set decided_under = null where portfolio_id = ${mine()}`;
    await world.receive(say(bob, 50));
    expect(await words()).toEqual([null]);
    await world.receive(say({ ...bob, name: 'Robert' }, 20));
    expect(new Set(await words())).toEqual(new Set([null, word]));
    await decide();
    expect(await words()).toEqual([word]);
    expect(await compare()).toEqual([]);
  });

  it('does not stand in the way of the others where it cannot be decided', async () => {
    await receiveStory();
    await db.sql`update neighborhoods set decided_under = null where portfolio_id = ${mine()}`;
    const [broken] = await ids();
    await db.sql`create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await db.sql.unsafe(
      `create trigger refuse before update on neighborhoods for each row when (old.id = '${broken}') execute function refuse()`,
    );
    const passedOver = new Set<string>();
    const checking = { db, policy, tools: world.tools, log: silent, figures: noFigures() };
    while ((await decideOutdated(checking, { passedOver, wakeInbox: () => {} })) > 0);
    await db.sql`drop trigger refuse on neighborhoods`;
    expect([...passedOver]).toEqual([broken]);
    const left = await db.sql<{ id: string }[]>`
      select id from neighborhoods where portfolio_id = ${mine()} and decided_under is null`;
    expect(left.map((row) => row.id)).toEqual([broken]);
    await decide();
  });
});

function doctor(words: string): Promise<{ code: number | null; out: string; err: string }> {
  const main = join(import.meta.dirname, '..', 'cli', 'main.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'doctor', ...words.split(' ').filter(Boolean)], {
      env: { PATH: process.env.PATH, DATABASE_URL: fresh.url, THROUGHLINE_SECRET: 's'.repeat(40) },
    });
    const ran = { code: null as number | null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      ran.out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      ran.err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

describe('throughline doctor --rebuild', () => {
  it('reports what differs with 1, mends it where asked, and then finds nothing', async () => {
    await receiveStory();
    const only = `--rebuild --portfolio ${world.portfolioId}`;
    const well = await doctor(only);
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toMatch(/^[1-9]\d* neighborhoods compared with their evidence, 0 differ\.\n$/);
    await db.sql`update contacts set display_name = 'Mallory' where portfolio_id = ${mine()} and display_name = 'Bob'`;
    const ill = await doctor(`${only} --json`);
    expect(ill.code).toBe(1);
    expect(JSON.parse(ill.out)).toMatchObject({ differing: 1, mended: 0, differences: [{ subject: 'contact' }] });
    const mended = await doctor(`${only} --repair`);
    expect(mended.code).toBe(0);
    expect(mended.out).toContain('1 differ, 1 mended');
    expect(mended.out).toMatch(/- Contact [0-9a-f-]{36}: what agents see of them .*\(display_name\)\. Mended\./);
    expect((await doctor(only)).code).toBe(0);
  }, 60_000);

  it('refuses what it does not know', async () => {
    expect(await doctor('--rebuild --portfolio nobody')).toMatchObject({
      code: 1,
      err: 'There is no portfolio nobody.\n',
    });
    expect((await doctor('--repair')).code).toBe(2);
  }, 60_000);
});
