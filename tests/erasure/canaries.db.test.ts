// Somebody with values of their own everywhere is searched for in everything there is, in every form: before they are erased, to know that
// the search finds them, and after. Doors, jobs and files are real; what the service logs meanwhile, down to its smallest lines, is searched too.
// The files of the database itself: server/flows/erase-subject.db.test.ts.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { PrivacyRequestDetail } from '@throughline/contract';
import { type E164, type HolderId, phoneKeyOf } from '@throughline/identity';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../server/db/connect.ts';
import { type Needle, needlesOf } from '../../server/db/residue/forms.ts';
import { type Finding, scanTables } from '../../server/db/residue/scan.ts';
import { type Search, searchFor } from '../../server/db/residue/search.ts';
import { expandSubject } from '../../server/flows/expand-subject.ts';
import { sealedColumns } from '../../server/inbox/erasing.ts';
import { erasePeople } from '../../server/jobs/erase-people.ts';
import { removeBlobs } from '../../server/jobs/sweep-media.ts';
import { openLedger } from '../../server/privacy/ledger.ts';
import { markOf } from '../../server/privacy/rules-marks.ts';
import { type App, openApp } from '../../server/testing/app.ts';
import { insideOf } from '../../server/testing/archive.ts';
import { ada, canariesOfAda, liveAda, plantCanaries, writeOfAda } from '../../server/testing/canaries.ts';
import { dumpOf } from '../../server/testing/dump.ts';
import { testKeys } from '../../server/testing/keys.ts';
import { epoch } from '../../server/testing/names.ts';
import { envelope } from '../../server/testing/webhooks.ts';
import { openWorld, policy, type World } from '../../server/testing/world.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let officer: string;
let log = '';
let labels: string[];
let needles: Needle[];
let whole: Search;

const inWebhooksAlone = 'raw-only-canary-0841';
const inTheFile = 'in-the-file-canary-0842';

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6, keys: testKeys });
  const lines = new Writable({
    write: (line, _encoding, done) => {
      log += String(line);
      done();
    },
  });
  world = await openWorld(db, pino({ level: 'trace' }, lines));
  app = await openApp(world);
  officer = await app.key('privacy_officer');
  const { holders, main } = await liveAda(world);
  const strange = { wa_id: ada.later.phone.slice(1), user_id: ada.later.bsuid, said: inWebhooksAlone };
  await world.receive(envelope({ strange: [{ ...strange, timestamp: String(epoch / 1000 + 290) }] }, 'strange_news'));
  await writeOfAda(world, main);
  await keepFile(Buffer.from(`%PDF-1.4 ${inTheFile}`));
  const subject = await expandSubject(db, world.portfolioId, holders as HolderId[]);
  const canaries = [
    ...canariesOfAda(await plantCanaries(world, subject)),
    { label: 'in webhooks alone', kind: 'text' as const, value: inWebhooksAlone },
    { label: 'in the file', kind: 'text' as const, value: inTheFile },
  ];
  labels = canaries.map(({ label }) => label);
  needles = needlesOf(canaries);
  whole = searchFor(needles);
  pass(0);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await db?.close();
  await fresh?.drop();
});

let now = 86_400;
function pass(seconds: number): void {
  now += seconds;
  world.setTime(now);
}

/** The bytes of the file she has, where the service keeps them. */
async function keepFile(bytes: Buffer): Promise<void> {
  const blob = await app.blobs.store(world.portfolioId, await app.blobs.take(Readable.from([bytes]), 1_000));
  await db.sql`
    update blobs set object = ${blob.object}, key = ${blob.key}, hash = ${blob.hash}, size = ${blob.size}
    where portfolio_id = ${world.portfolioId} and hash = ${createHash('sha256').update('ada').digest()}`;
  await db.sql`
    update media set mime_type = 'application/pdf'
    where portfolio_id = ${world.portfolioId} and filename = 'file-canary-0824.jpg'`;
}

async function ask<T>(route: string, body: object = {}): Promise<T> {
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}/api/v1/privacy/requests${path}`, {
    method,
    headers: { authorization: `Bearer ${officer}`, ...(method === 'POST' && { 'content-type': 'application/json' }) },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.ok, text).toBe(true);
  return JSON.parse(text) as T;
}

async function begun(kind: 'access' | 'erase', subject: string): Promise<string> {
  const { id } = await ask<PrivacyRequestDetail>('POST ', { kind, subject });
  await ask(`POST /${id}/prove`, { by: 'document', note: `Seen the papers of ${subject}` });
  await ask(`POST /${id}/run`, { confirm: true });
  return id;
}

/** As it is downloaded, and what is in it. */
async function archiveOf(subject: string): Promise<{ zip: Buffer; inside: Buffer }> {
  const id = await begun('access', subject);
  const passphrase = 'correct horse battery staple';
  const answer = await fetch(`${app.url}/api/v1/privacy/requests/${id}/archive`, {
    method: 'POST',
    headers: { authorization: `Bearer ${officer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ passphrase }),
  });
  const zip = Buffer.from(await answer.arrayBuffer());
  return { zip, inside: await insideOf(zip, passphrase) };
}

async function erased(subject: string): Promise<PrivacyRequestDetail> {
  const id = await begun('erase', subject);
  const parts = { db, deciding: { policy, tools: world.tools }, log: world.log, wakeErrands: () => {} };
  const ledger = openLedger(join(app.home, 'erasures.jsonl'));
  await ledger.begin(world.tools.newId());
  for (let turn = 0; turn < 3; turn++) {
    await erasePeople({ ...parts, ledger });
    // Meta's answers, to what it was asked.
    await db.sql`update errands set state = 'done', done_at = now(), result = 'Done.' where state = 'waiting'`;
    pass(10);
  }
  await removeBlobs({ db, blobs: app.blobs, tools: world.tools, log: world.log });
  return await ask<PrivacyRequestDetail>(`GET /${id}`);
}

const inTables = async () => (await scanTables(db, needles, { open: sealedColumns(db) })).findings;

/** One search for all that is searched here: making it takes longer than searching. */
function inBytes(where: string, bytes: Buffer, search = whole): Finding[] {
  search.feed(bytes);
  return search.end().map(({ label, form }) => ({ where, label, form, count: 1 }));
}

const inDump = async (search = whole) =>
  [...(await dumpOf(db))].flatMap(([table, rows]) => inBytes(table, rows, search));
const inHome = () =>
  filesUnder(app.home).flatMap((path) => [...inBytes(path, Buffer.from(path)), ...inBytes(path, readFileSync(path))]);
const lacking = (findings: readonly Finding[]) =>
  labels.filter((label) => !findings.some((finding) => finding.label === label));
const objects = () => filesUnder(join(app.home, 'media'));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('somebody with a value of their own everywhere', () => {
  it('is found before, given all that is found, and nowhere afterwards', { timeout: 120_000 }, async () => {
    // What is in the file is sealed with it. A webhook as it came is sealed too: whoever takes a dump of it has noise.
    expect.soft(lacking(await inTables())).toEqual(['in the file']);
    expect.soft(lacking(await inDump())).toEqual(['in webhooks alone', 'in the file']);
    expect.soft(objects()).toHaveLength(1);

    const archives = [await archiveOf(`@${ada.later.username}`), await archiveOf(`@${ada.second.username}`)];
    const given = inBytes('archive', Buffer.concat(archives.map(({ inside }) => inside)));
    // Samples of a file are rows of it, and her rows are given; what a value is searched by is the value.
    expect.soft(lacking(given)).toEqual(['campaigns.file samples', 'notes.words', 'contact_values.search']);
    expect.soft(inBytes('archive as it is downloaded', Buffer.concat(archives.map(({ zip }) => zip)))).toEqual([]);

    // Ids of what she wrote from her second account have her number in them: the search of the first erasure says so, and the last finds nothing.
    const first = await erased(`@${ada.later.username}`);
    expect.soft(first.state).toBe('done');
    expect.soft(log).toContain('"places":["inbox.body","messages.wamid","messages.raw"]');
    const last = await erased(`@${ada.second.username}`);
    expect.soft(last).toMatchObject({ state: 'done', certificate: { residue: { found: 0 } } });
    expect.soft(await inTables()).toEqual([]);
    expect.soft(await inDump()).toEqual([]);
    expect.soft(objects()).toEqual([]);
    expect.soft(inHome()).toEqual([]);

    // All that was written meanwhile; the same search finds her where she is named.
    expect.soft(log).toContain('"event":"erased"');
    expect.soft(inBytes('log', Buffer.from(log))).toEqual([]);
    expect.soft(inBytes('log', Buffer.from(`${log}{"name":"${ada.later.name}"}`))).not.toEqual([]);
  });

  it('is known by keyed hashes alone, which stand in one place and tell nothing without the key', async () => {
    const { keyed } = world.tools;
    const marks = [
      ...Object.values(ada).map(({ bsuid }) => markOf.account(bsuid, keyed)),
      ...[ada.first.phone, ada.later.phone].map((phone) => markOf.phone(phoneKeyOf(phone as E164), keyed)),
    ];
    const sought = marks.map((mark) => ({
      label: mark,
      form: 'keyed',
      bytes: Buffer.from(mark),
      match: 'exact' as const,
    }));
    const found = await inDump(searchFor(sought));
    expect(found.map(({ label }) => label).sort()).toEqual([...marks].sort());
    expect([...new Set(found.map(({ where }) => where))]).toEqual(['public.privacy_marks']);
  });
});
