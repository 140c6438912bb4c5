// Somebody who has shown no number, ever: found, handed what is theirs, corrected and erased by their username alone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Contact,
  Explanation,
  Field,
  Page,
  PrivacyPreview,
  PrivacyRequestDetail,
  PrivacySubject,
  Problem,
  Role,
} from '@throughline/contract';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { rebuildIdentities } from '../flows/rebuild-identities.ts';
import { erasePeople } from '../jobs/erase-people.ts';
import { openLedger } from '../privacy/ledger.ts';
import { type App, openApp } from '../testing/app.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
const keys = new Map<string, string>();
let email: Field;

const noor = { bsuid: 'US.noor1', name: 'Nour', username: 'noor.salon' };
/** Put together with her by mistake. */
const stranger = { bsuid: 'US.stranger1', name: 'Stranger', username: 'somebody.else' };
/** Nobody ever took them for her; she wants that to stay so. */
const sister = { bsuid: 'US.sister1', name: 'Nour', username: 'noor.sister' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  app = await openApp(world);
  await world.receive(
    message(noor, { at: 1, id: 'wamid.n1' }, text('is my dress ready')),
    message(stranger, { at: 2, id: 'wamid.s1' }, text('not a word of hers')),
    message(sister, { at: 3, id: 'wamid.x1' }),
  );
  world.setTime(60);
  email = (await call<Field>('POST /fields', { subject: 'contact', name: 'E-mail', kind: 'text' }, 'admin')).body;
  await call(`PUT /contacts/${await idOf('@noor.salon')}/fields/${email.id}`, { value: 'nour@old.example' }, 'admin');
  const merged = await call(
    `POST /contacts/${await idOf('@noor.salon')}/merge`,
    { with: await idOf('@somebody.else'), reason: 'The same dress' },
    'admin',
  );
  expect(merged.status).toBe(200);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function call<T>(route: string, body?: object, as: Role = 'privacy_officer', language = 'en') {
  if (!keys.has(as)) keys.set(as, await app.key(as));
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.get(as)}`,
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

async function find(who: string): Promise<PrivacySubject | undefined> {
  const found = await call<Page<PrivacySubject>>(`GET /privacy/subjects?q=${encodeURIComponent(who)}`);
  return found.body.data[0];
}
const idOf = async (who: string) => (await find(who))?.contact.id ?? '';
const contact = async (id: string) => (await call<Contact>(`GET /contacts/${id}`)).body;
const names = async (q: string) =>
  (await call<Page<Contact>>(`GET /contacts?q=${encodeURIComponent(q)}`)).body.data.map((one) => one.displayName);

async function record(body: object): Promise<PrivacyRequestDetail> {
  const recorded = await call<PrivacyRequestDetail>('POST /privacy/requests', { subject: '@noor.salon', ...body });
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
  return recorded.body;
}
const step = async (id: string, what: string, body: object = {}) =>
  await call<PrivacyRequestDetail & Problem>(`POST /privacy/requests/${id}/${what}`, body);
const dryRun = async (id: string) => (await call<PrivacyPreview>(`GET /privacy/requests/${id}/dry-run`)).body;

/** By the code she reads in her own thread, which has no number. */
async function verify(id: string): Promise<void> {
  expect((await step(id, 'verify/code')).body.state).toBe('verifying');
  const [row] = await db.sql<{ body: string }[]>`
    select body from messages where author = 'Throughline' order by at desc, id desc limit 1`;
  const code =
    /(\d{3}) (\d{3})/
      .exec(row?.body ?? '')
      ?.slice(1)
      .join('') ?? '';
  expect((await step(id, 'verify', { code })).body).toMatchObject({ state: 'verified', proof: { by: 'code' } });
}

describe('a person known by a username alone', () => {
  it('is found, and no number is known of them', async () => {
    for (const who of ['@noor.salon', 'Noor.Salon', 'noor.salon']) {
      const found = await find(who);
      expect(found?.held, who).toMatchObject({ what: 'username', now: true });
      expect(found?.phones).toEqual([]);
    }
  });

  it('names what is wrong, sees before and after, and nothing is changed by looking', async () => {
    const { accounts } = (await find('@noor.salon')) as PrivacySubject;
    const wrong = accounts.find((one) => one.identifier.value === 'somebody.else')?.id;
    const own = accounts.filter(({ id }) => id !== wrong).map(({ id }) => id);
    const request = await record({ kind: 'rectify', accounts: own });
    expect((await dryRun(request.id)).blocked).toEqual(['not_verified', 'no_corrections']);
    const corrections = [
      { what: 'name', name: 'Noor Haddad' },
      { what: 'field', fieldId: email.id, value: 'noor@new.example' },
      { what: 'split', account: wrong },
      { what: 'never_merge', contact: await idOf('@noor.sister') },
    ];
    const named = await call<PrivacyRequestDetail>(`PUT /privacy/requests/${request.id}/corrections`, { corrections });
    expect(named.body.corrections).toEqual(corrections);
    const seen = await dryRun(request.id);
    expect(seen.corrections).toMatchObject([
      { what: 'name', was: 'Nour', becomes: 'Noor Haddad', refused: null },
      { what: 'field', name: 'E-mail', was: 'nour@old.example', becomes: 'noor@new.example', refused: null },
      { what: 'split', refused: null },
      { what: 'never_merge', refused: null },
    ]);
    const [, , split] = seen.corrections;
    expect(split?.what === 'split' && [split.before.length, split.after.length]).toEqual([1, 2]);
    expect(await names('Noor Haddad')).toEqual([]);
    expect((await find('@noor.salon'))?.accounts).toHaveLength(2);
    await verify(request.id);
    const done = await step(request.id, 'run', { confirm: true });
    expect(done.body, JSON.stringify(done.body)).toMatchObject({ state: 'done' });
    expect(done.body.timeline.map(({ act }) => act).slice(-2)).toEqual(['run', 'corrected']);
    expect(JSON.stringify(done.body.timeline)).not.toMatch(/Noor|noor@/);
  });

  it('is what was corrected, whatever WhatsApp says later and however often it is decided again', async () => {
    await world.receive(
      message({ ...noor, name: 'Nour again' }, { at: 120, id: 'wamid.n2' }),
      message({ ...stranger, name: 'Stranger' }, { at: 121, id: 'wamid.s2' }),
    );
    const id = await idOf('@noor.salon');
    for (const again of [false, true]) {
      if (again) await decideAgain(id);
      const { displayName, profileName, accounts, values } = await contact(id);
      expect([displayName, profileName, accounts.length], `again: ${again}`).toEqual(['Noor Haddad', 'Noor Haddad', 1]);
      expect(values).toMatchObject([{ value: 'noor@new.example' }]);
      expect(await names('Nour again')).toEqual([]);
      expect(await names('Noor Haddad')).toEqual(['Noor Haddad']);
      expect((await contact(await idOf('@somebody.else'))).displayName).toBe('Stranger');
    }
    const told = await call<Explanation>(`GET /contacts/${id}/explanation`);
    expect(told.body.said.map(({ type }) => type).sort()).toEqual(['merge', 'never-merge', 'rename', 'split']);
    const joined = await call<Problem>(
      `POST /contacts/${id}/merge`,
      { with: await idOf('@noor.sister'), reason: 'The same name' },
      'admin',
    );
    expect([joined.status, joined.body.code]).toEqual([409, 'never_merge']);
  });

  it('is corrected in everything or in nothing, and is told why in the reader’s language', async () => {
    const request = await record({
      kind: 'rectify',
      corrections: [
        { what: 'name', name: 'Somebody New' },
        { what: 'field', fieldId: email.id, value: 7 },
      ],
    });
    expect((await dryRun(request.id)).corrections.map((one) => one.refused?.code)).toEqual([undefined, 'field_unfit']);
    await step(request.id, 'prove', { by: 'other', note: 'Known to us' });
    const refused = await call<Problem>(`POST /privacy/requests/${request.id}/run`, { confirm: true }, undefined, 'de');
    expect([refused.status, refused.body.code]).toEqual([409, 'privacy_correction_refused']);
    expect(refused.body.detail).toContain('Probelauf');
    expect(await names('Somebody New')).toEqual([]);
    expect((await call<PrivacyRequestDetail>(`GET /privacy/requests/${request.id}`)).body.state).toBe('verified');
    await step(request.id, 'cancel');
  });

  it('is handed what is theirs, in their language, and nothing of who was taken for them', async () => {
    const request = await record({ kind: 'access', language: 'pt' });
    world.setTime(300);
    await verify(request.id);
    await step(request.id, 'run', { confirm: true });
    const answer = await fetch(`${app.url}/api/v1/privacy/requests/${request.id}/archive`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.get('privacy_officer')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ passphrase: 'a long passphrase' }),
    });
    const files = await opened(Buffer.from(await answer.arrayBuffer()), 'a long passphrase');
    expect(files.get('data.json')).toContain('is my dress ready');
    expect(files.get('data.json')).toContain('Noor Haddad');
    expect(files.get('data.json')).not.toMatch(/not a word of hers|US\.stranger1|US\.sister1/);
    expect(files.get('index.html')).toContain('lang="pt"');
    const after = (await call<PrivacyRequestDetail>(`GET /privacy/requests/${request.id}`)).body;
    expect(after.download).toMatchObject({ state: 'taken', percent: 100 });
    expect(after.download?.done).toBe(after.download?.total);
    expect(after.timeline.at(-1)?.act).toBe('archive_downloaded');
  });

  it('is erased, name and corrections too, and whoever was taken for them stays', async () => {
    const request = await record({ kind: 'erase' });
    world.setTime(600);
    await verify(request.id);
    const id = await idOf('@noor.salon');
    expect((await step(request.id, 'run', { confirm: true })).body.state).toBe('running');
    const home = mkdtempSync(join(tmpdir(), 'throughline-ledger-'));
    const ledger = openLedger(join(home, 'erasures.jsonl'));
    await ledger.begin(world.tools.newId());
    for (let turn = 0; turn < 3; turn += 1) {
      const deciding = { policy, tools: world.tools };
      await erasePeople({ db, deciding, ledger, log: silent, wakeErrands: () => {} });
      await db.sql`update errands set state = 'done', done_at = now(), result = 'Done.' where state = 'waiting'`;
      world.setTime(602 + 2 * turn);
    }
    rmSync(home, { recursive: true, force: true });
    const after = (await call<PrivacyRequestDetail>(`GET /privacy/requests/${request.id}`)).body;
    expect(after).toMatchObject({ state: 'done', certificate: { residue: { found: 0 } } });
    expect((await call<Problem>(`GET /contacts/${id}`)).status).toBe(410);
    expect(await find('@noor.salon')).toBeUndefined();
    const kept = await db.sql`select w.detail, r.corrections from words w full join privacy_requests r on false`;
    expect(JSON.stringify(kept)).not.toMatch(/Noor|noor@|US\.noor1/);
    expect((await contact(await idOf('@somebody.else'))).displayName).toBe('Stranger');
  });
});

async function decideAgain(id: string): Promise<void> {
  const states = await statesOfContacts(db, world.portfolioId, [id as never]);
  const found = states.get(id as never);
  if (!found) throw new Error('Nobody there.');
  await inTransaction(db, (tx) => rebuildIdentities(tx, world.portfolioId, [found.id], { policy, tools: world.tools }));
}

async function opened(zip: Buffer, password: string): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { password });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  return files;
}
