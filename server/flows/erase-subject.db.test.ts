// A person is forgotten: found, given, and gone, and nobody else loses anything.

import type { HolderId } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { bodiesIn } from '../../tests/support/raw.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { isCustomers, marksOf } from '../db/data-map/marks.ts';
import { needlesOf } from '../db/residue/forms.ts';
import { databaseFolder, scanFolder, scanTables, scrubTables } from '../db/residue/scan.ts';
import { searchFor } from '../db/residue/search.ts';
import { sealedColumns } from '../inbox/erasing.ts';
import { canariesOfAda, liveAda, plantCanaries, writeOfAda } from '../testing/canaries.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { testKeys } from '../testing/keys.ts';
import { epoch } from '../testing/names.ts';
import { threadsSeen } from '../testing/reading.ts';
import { envelope, message, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';
import { dataMap } from './data-map.ts';
import { detachSubject, eraseDetached, forgetErasing } from './erase-subject.ts';
import { expandSubject } from './expand-subject.ts';
import { countSubject, readSubject } from './read-subject.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6, keys: testKeys });
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const request = '00000000-0000-4000-8000-0000000000aa';

async function erase(holders: readonly string[]): Promise<Record<string, number>> {
  const { portfolioId, tools } = world;
  await inTransaction(db, (tx) =>
    detachSubject(tx, { portfolioId, id: request, holders: holders as HolderId[] }, { policy, tools }),
  );
  const counts = await eraseDetached(db, portfolioId, request);
  await inTransaction(db, (tx) => forgetErasing(tx, portfolioId, request));
  return counts ?? {};
}

async function holdersOf(bsuid: string): Promise<HolderId[]> {
  const rows = await db.sql<{ id: HolderId }[]>`
    select holder_id as id from names where portfolio_id = ${world.portfolioId} and value = ${bsuid}`;
  return rows.map((row) => row.id);
}

/** Columns marked as a customer's in which nothing of hers can be looked for: hashes of files and what Meta calls them. */
const unsearched = [
  'blobs.hash',
  'meta_uploads.meta_id',
  'messages.quotes_wamid',
  'messages.target_wamid',
  'messages.parent',
  // There while an erasure is under way.
  'erasing.subject',
  // Kept, without what was written in them, which goes with the certificate: http/privacy.db.test.ts.
  'privacy_requests.note',
  'privacy_requests.refusal_note',
  'privacy_requests.hold_note',
  // The same: http/privacy-by-username.db.test.ts.
  'privacy_requests.corrections',
];

const tablesOfCustomers = [...dataMap].flatMap(([table, { rows }]) => (rows === 'nobody' ? [] : [table]));

describe('somebody with a value of their own in every personal column', () => {
  it('is found everywhere, given everything, and then nowhere', { timeout: 120_000 }, async () => {
    const { portfolioId } = world;
    const { holders, main } = await liveAda(world);
    await writeOfAda(world, main);
    const subject = await expandSubject(db, portfolioId, holders as HolderId[]);
    const planted = await plantCanaries(world, subject);
    const canaries = canariesOfAda(planted);
    const needles = needlesOf(canaries);

    const before = await scanTables(db, needles, { open: sealedColumns(db) });
    expect
      .soft(canaries.map(({ label }) => label).filter((label) => !before.findings.some((one) => one.label === label)))
      .toEqual([]);
    const searched = new Set(before.findings.map(({ where }) => where));
    const personal = [...dataMap].flatMap(([table, { columns }]) =>
      Object.entries(columns).flatMap(([column, marks]) =>
        marksOf(marks).some(isCustomers) ? [`${table}.${column}`] : [],
      ),
    );
    expect.soft(personal.filter((name) => !searched.has(name) && !unsearched.includes(name))).toEqual([]);

    const search = searchFor(needles);
    const given = new Set<string>();
    for await (const { table, rows } of readSubject(db, subject)) {
      given.add(table);
      search.feed(Buffer.from(JSON.stringify(rows)));
    }
    const inExport = new Set(search.end().map(({ label }) => label));
    // Samples of a file are rows of it, and her rows are given; what a value is searched by is the value.
    expect
      .soft(canaries.map(({ label }) => label).filter((label) => !inExport.has(label)))
      .toEqual(['campaigns.file samples', 'notes.words', 'contact_values.search']);

    const counted = await countSubject(db, subject);
    const counts = await erase(holders);
    const tablesErased = Object.entries(counts)
      .filter(([, rows]) => rows > 0)
      .map(([table]) => table);
    expect
      .soft(tablesErased)
      .toEqual(expect.arrayContaining(counted.filter((one) => one.erase !== 'keep').map((one) => one.table)));

    expect.soft((await scanTables(db, needles, { open: sealedColumns(db) })).findings).toEqual([]);
    await scrubTables(db, tablesOfCustomers);
    const folder = await databaseFolder(db);
    expect.soft(folder).toBeDefined();
    const files = await scanFolder(folder ?? '', needles);
    expect.soft(files.looked).toBeGreaterThan(100);
    expect.soft(files.findings).toEqual([]);
    await expectAsFolded(world);
  });

  it('leaves the other person in the same webhooks and threads as they were', async () => {
    const { portfolioId } = world;
    const { holders } = await liveAda(world);
    const [ben = ''] = await holdersOf('US.82000000000000000001');
    const read = async () => {
      const pages: object[] = [];
      const subject = await expandSubject(db, portfolioId, [ben as HolderId]);
      for await (const { table, rows } of readSubject(db, subject))
        if (!['inbox', 'messages', 'conversations'].includes(table)) pages.push({ table, rows });
      return pages;
    };
    const said = async () =>
      await db.sql<{ body: string | null; type: string }[]>`
        select m.body, m.type from messages m join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
        where c.portfolio_id = ${portfolioId} and c.holder_id = ${ben} order by m.at, m.tie`;
    const [was, saidBefore] = [await read(), await said()];
    await erase(holders);
    expect(await read()).toEqual(was);
    expect(await said()).toEqual(saidBefore);
    expect(saidBefore).toContainEqual({ body: 'two of two', type: 'text' });
    const left = await bodiesIn(db, 'inbox', portfolioId);
    expect(left.filter(({ body }) => body.includes('two of two'))).toHaveLength(1);
    expect(left.filter(({ body }) => body.includes('one of two'))).toEqual([]);
    await expectAsFolded(world);
  });
});

describe('a number that changed hands', () => {
  const phone = '+15552000001';
  const old = { phone, bsuid: 'US.91000000000000000001', name: 'Olga Old', username: 'olga.old' };
  const now = { phone, bsuid: 'US.91000000000000000002', name: 'Nina New', username: 'nina.new' };

  beforeEach(async () => {
    await world.receive(
      message(old, { at: 10, id: 'old-1' }, text('said by the old holder')),
      message({ phone }, { at: 20, id: 'old-2' }, text('said from the number alone')),
    );
    await world.receive(message(now, { at: 1000, id: 'new-1' }, text('said by the new holder')));
  });

  const given = async (bsuid: string) => {
    const subject = await expandSubject(db, world.portfolioId, await holdersOf(bsuid));
    let all = '';
    for await (const { rows } of readSubject(db, subject)) all += JSON.stringify(rows);
    return all;
  };

  it('gives the new holder nothing of the old one, and the old one nothing of the new', async () => {
    const [ofNew, ofOld] = [await given(now.bsuid), await given(old.bsuid)];
    expect(ofNew).toContain('said by the new holder');
    for (const theirs of [old.bsuid, old.name, old.username, 'said by the old holder', 'said from the number alone'])
      expect(ofNew).not.toContain(theirs);
    expect(ofOld).toContain('said from the number alone');
    for (const theirs of [now.bsuid, now.name, now.username, 'said by the new holder'])
      expect(ofOld).not.toContain(theirs);
  });

  it.each([
    ['new', now, old, 'said by the old holder'],
    ['old', old, now, 'said by the new holder'],
  ])('leaves everything of the other one when the %s holder is erased', async (_, gone, stays, words) => {
    const before = await given(stays.bsuid);
    await erase(await holdersOf(gone.bsuid));
    const after = await given(stays.bsuid);
    expect(after).toContain(words);
    // What was told of the number changing hands speaks of the other one, and went with them.
    expect(after.replaceAll(/\W/g, '').length).toBeGreaterThan(before.replaceAll(/\W/g, '').length * 0.6);
    expect(await holdersOf(gone.bsuid)).toEqual([]);
    const threads = await threadsSeen(db, world.portfolioId);
    expect(threads.map((thread) => thread.conversation.contact.displayName)).toEqual([stays.name]);
    await expectAsFolded(world);
  });
});

describe('whoever writes after the first step', () => {
  it('is somebody new, and keeps what they say', async () => {
    const who = { phone: '+15552000009', bsuid: 'US.93000000000000000001', name: 'Vera' };
    await world.receive(message(who, { at: 10, id: 'v-1' }, text('before')));
    const { portfolioId, tools } = world;
    const holders = await holdersOf(who.bsuid);
    await inTransaction(db, (tx) => detachSubject(tx, { portfolioId, id: request, holders }, { policy, tools }));
    await world.receive(message(who, { at: 20, id: 'v-2' }, text('after')));
    await eraseDetached(db, portfolioId, request);
    const said = await db.sql<{ body: string }[]>`select body from messages where portfolio_id = ${portfolioId}`;
    expect(said.map((row) => row.body)).toEqual(['after']);
    expect(await holdersOf(who.bsuid)).not.toEqual(holders);
  });
});

describe('two people in one webhook', () => {
  it('are both gone from it when they are erased at the same time', async () => {
    const { portfolioId, tools } = world;
    const people = ['1', '2', '3', '4'].map((n) => ({ phone: `+1555200110${n}`, bsuid: `US.9500000000000000000${n}` }));
    const messages = people.map(({ phone, bsuid }, i) => ({
      ...{ from: phone.slice(1), from_user_id: bsuid, id: `many-${i}`, timestamp: String(epoch / 1000 + i) },
      ...text(`words of ${i}`),
    }));
    await world.receive(envelope({ messages }));
    const erased = people.slice(1).map(async ({ bsuid }, i) => {
      const id = `00000000-0000-4000-8000-0000000000b${i}`;
      const holders = await holdersOf(bsuid);
      await inTransaction(db, (tx) => detachSubject(tx, { portfolioId, id, holders }, { policy, tools }));
      await eraseDetached(db, portfolioId, id);
      await inTransaction(db, (tx) => forgetErasing(tx, portfolioId, id));
    });
    await Promise.all(erased);
    const [row] = await bodiesIn(db, 'inbox', portfolioId);
    expect(row?.body).toContain('words of 0');
    for (const i of [1, 2, 3]) expect(row?.body).not.toContain(`words of ${i}`);
  });
});
