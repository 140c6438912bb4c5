// People's requests about their own data, through the API: found by a phone or a username alone, verified, and in the right hands.

import {
  type Contact,
  type Page,
  PrivacyExport,
  type PrivacyRequestDetail,
  type PrivacySubject,
  type Problem,
  type Role,
} from '@throughline/contract';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
const keys = new Map<string, string>();
const day = 86_400;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  app = await openApp(world);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function call<T>(route: string, body?: object, as: Role | 'second officer' = 'privacy_officer') {
  const role = as === 'second officer' ? 'privacy_officer' : as;
  if (!keys.has(as)) keys.set(as, await app.key(role));
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.get(as)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

const subjects = async (q: string, as?: Role) =>
  (await call<Page<PrivacySubject>>(`GET /privacy/subjects?q=${encodeURIComponent(q)}`, undefined, as)).body.data;
const told = (found: PrivacySubject[]) =>
  found.map(({ contact, held }) => `${contact.displayName}${held ? (held.now ? ' has it' : ' had it') : ''}`);
const record = async (body: object, as?: Role) =>
  await call<PrivacyRequestDetail & Problem>('POST /privacy/requests', body, as);
const step = async (id: string, what: string, body: object = {}, as?: Role | 'second officer') =>
  await call<PrivacyRequestDetail & Problem>(`POST /privacy/requests/${id}/${what}`, body, as);

/** A username that changed hands, and a number that did. */
beforeAll(async () => {
  const anna = { phone: '+14155552671', bsuid: 'US.anna1', name: 'Anna', username: 'sunny' };
  const ben = { bsuid: 'US.ben1', name: 'Ben' };
  await world.receive(
    message(anna, { at: 1, id: 'wamid.a1' }),
    message({ ...anna, username: null }, { at: 5 * day, id: 'wamid.a2' }),
    message({ ...ben, username: 'sunny' }, { at: 9 * day, id: 'wamid.b1' }),
    // The number of Cleo goes to Dan without a word of Cleo's.
    message({ phone: '+14155550199', bsuid: 'US.cleo1', name: 'Cleo' }, { at: 2, id: 'wamid.c1' }),
    message({ phone: '+14155550199', bsuid: 'US.dan1', name: 'Dan' }, { at: 8 * day, id: 'wamid.d1' }),
  );
  world.setTime(10 * day);
});

describe('whom a request is about', () => {
  it('is found by a phone in any spelling, by username with or without @, by name, id, and for officers by account', async () => {
    for (const q of ['+1 (415) 555-2671', '4155552671', '0014155552671'])
      expect(told(await subjects(q)), q).toEqual(['Anna has it']);
    expect(told(await subjects('Cleo'))).toEqual(['Cleo']);
    const [anna] = await subjects('+14155552671');
    expect(told(await subjects(anna?.contact.id ?? ''))).toEqual(['Anna']);
    expect(told(await subjects('US.anna1'))).toEqual(['Anna']);
    expect(JSON.stringify(await subjects('US.anna1'))).not.toContain('US.anna1');
  });

  it('is each holder apart, with dates, where a username changed hands', async () => {
    for (const q of ['@sunny', 'Sunny', 'sunny']) {
      const found = await subjects(q);
      expect(told(found), q).toEqual(['Ben has it', 'Anna had it']);
      expect(found[1]?.held).toMatchObject({ what: 'username', now: false });
      expect(found[1]?.held?.until?.slice(0, 10)).toBe('2026-09-27');
    }
  });

  it('is each holder apart where a number did, and who has it today is whom it means', async () => {
    const found = await subjects('+14155550199');
    expect(told(found)).toEqual(['Dan has it', 'Cleo had it']);
    const { status, body } = await record({ kind: 'access', subject: '+1 415 555 0199' });
    expect(status).toBe(201);
    expect(body.subject?.displayName).toBe('Dan');
    expect(body.contactId).toBe(found[0]?.contact.id);
  });

  it('is nobody’s to ask but those who answer for privacy', async () => {
    for (const as of ['agent', 'supervisor', 'developer'] as const) {
      expect((await call<Problem>('GET /privacy/subjects?q=sunny', undefined, as)).status, as).toBe(403);
      expect((await record({ kind: 'erase', subject: '@sunny' }, as)).status, as).toBe(403);
    }
    expect((await record({ kind: 'erase', subject: '@sunny' }, 'auditor')).status).toBe(403);
    expect((await call('GET /privacy/requests', undefined, 'auditor')).status).toBe(200);
  });

  it('must be one', async () => {
    expect((await record({ kind: 'access', subject: '@nobody.here' })).body.code).toBe('subject_unknown');
    const bo = { phone: '+14155550111', bsuid: 'US.bo1', name: 'Same Name' };
    await world.receive(
      message(bo, { at: 3, id: 'wamid.s1' }),
      message({ bsuid: 'US.bo2', name: 'Same Name' }, { at: 3, id: 'wamid.s2' }),
    );
    expect((await record({ kind: 'access', subject: 'Same Name' })).body.code).toBe('subject_not_unique');
  });
});

describe('a request', () => {
  it('has the time of its law, and may be given more once', async () => {
    const { body } = await record({
      kind: 'access',
      subject: '@sunny',
      law: 'ccpa',
      receivedAt: '2026-09-29T10:00:00Z',
    });
    expect(body).toMatchObject({
      state: 'received',
      law: 'ccpa',
      due: { state: 'fine', at: '2026-11-13T10:00:00.000Z' },
    });
    expect(body.due.confirmBy?.slice(0, 10)).toBe('2026-10-13');
    expect((await step(body.id, 'confirm')).body.due.confirmBy).toBeNull();
    expect((await step(body.id, 'confirm')).body.code).toBe('privacy_already_confirmed');
    expect((await step(body.id, 'extend')).body.due).toMatchObject({ extended: true, at: '2026-12-28T10:00:00.000Z' });
    expect((await step(body.id, 'extend')).body.code).toBe('privacy_already_extended');
    expect((await step(body.id, 'refuse', { reason: 'excessive' })).body).toMatchObject({
      state: 'refused',
      refusal: { reason: 'excessive' },
    });
    expect((await step(body.id, 'run', { confirm: true })).body.code).toBe('privacy_ended');
  });

  it('is carried out only once it is proven who asks: a code to the thread itself, tried five times at most', async () => {
    world.setTime(9 * day + 60);
    const { body } = await record({ kind: 'access', subject: '@sunny' });
    expect((await step(body.id, 'run', { confirm: true })).body.code).toBe('privacy_not_verified');
    expect((await step(body.id, 'verify', { code: '000000' })).body.code).toBe('privacy_code_used_up');
    expect((await step(body.id, 'verify/code')).body).toMatchObject({ state: 'verifying', code: { attemptsLeft: 5 } });
    expect((await step(body.id, 'verify/code')).body.code).toBe('privacy_code_too_soon');
    const code = await codeSent();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let left = 4; left >= 0; left -= 1)
      expect((await step(body.id, 'verify', { code: wrong })).body.code).toBe(
        left > 0 ? 'privacy_code_wrong' : 'privacy_code_used_up',
      );
    expect((await step(body.id, 'verify', { code })).body.code).toBe('privacy_code_used_up');
    world.setTime(9 * day + 180);
    await step(body.id, 'verify/code');
    const proven = await step(body.id, 'verify', { code: await codeSent() });
    expect(proven.body).toMatchObject({ state: 'verified', proof: { by: 'code' } });
    expect((await step(body.id, 'run', { confirm: true })).body).toMatchObject({ state: 'done' });
    const stored = await db.sql`select * from privacy_codes`;
    expect(JSON.stringify(stored)).not.toContain(code);
    world.setTime(10 * day);
  });

  it('says why a code cannot be sent, and takes what was seen instead', async () => {
    const [cleo] = (await subjects('Cleo')).map(({ contact }) => contact.id);
    const { body } = await record({ kind: 'erase', contactId: cleo });
    expect((await step(body.id, 'verify/code')).body.code).toBe('privacy_code_window_closed');
    const proven = await step(body.id, 'prove', { by: 'document', note: 'Passport, seen in the shop' });
    expect(proven.body).toMatchObject({
      state: 'verified',
      note: 'Passport, seen in the shop',
      proof: { by: 'document' },
    });
    expect(JSON.stringify(proven.body.timeline)).not.toContain('Passport');
    const held = await step(body.id, 'hold', { held: true, note: 'A lawsuit' });
    expect(held.body).toMatchObject({ held: true, holdNote: 'A lawsuit' });
    expect((await step(body.id, 'run', { confirm: true })).body.code).toBe('privacy_held');
    expect((await step(body.id, 'cancel')).body.state).toBe('cancelled');
    expect(held.body.timeline.map(({ act }) => act)).toEqual(['recorded', 'proven', 'held']);
  });

  it('needs a second pair of eyes where that was chosen: not the same', async () => {
    const path = `/privacy/settings/${world.portfolioId}`;
    expect((await call(`PUT ${path}`, { fourEyes: true, law: 'gdpr' }, 'auditor')).status).toBe(403);
    expect((await call(`PUT ${path}`, { fourEyes: true, law: 'gdpr' })).body).toMatchObject({ fourEyes: true });
    const { body } = await record({ kind: 'access', subject: '@sunny' });
    await step(body.id, 'prove', { by: 'other', note: 'Known to us' });
    const asked = await step(body.id, 'run', { confirm: true });
    expect(asked.body).toMatchObject({ state: 'awaiting_approval', mayApprove: false });
    expect((await step(body.id, 'approve', { confirm: true })).body.code).toBe('privacy_same_person');
    const seen = await call<PrivacyRequestDetail>(`GET /privacy/requests/${body.id}`, undefined, 'second officer');
    expect(seen.body.mayApprove).toBe(true);
    expect((await step(body.id, 'approve', { confirm: true }, 'second officer')).body.state).toBe('done');
    await call(`PUT ${path}`, { fourEyes: false, law: 'gdpr' });
  });

  it('to be left alone stops what is begun here: marketing, or everything', async () => {
    for (const [kind, category] of [
      ['object', 'marketing'],
      ['restrict', 'all'],
    ] as const) {
      const { body } = await record({ kind, subject: '+14155550111' });
      await step(body.id, 'prove', { by: 'other', note: 'Known to us' });
      expect((await step(body.id, 'run', { confirm: true })).body.state).toBe('done');
      const { body: contact } = await call<Contact>(`GET /contacts/${body.contactId}`);
      expect(contact.preferences.map((one) => `${one.category} ${one.value}`)).toContain(`${category} stop`);
    }
  });

  it('is listed by when it is due', async () => {
    await record({ kind: 'access', subject: '@sunny', receivedAt: '2026-09-23T00:00:00Z' });
    const open = await call<Page<PrivacyRequestDetail>>('GET /privacy/requests?state=open');
    const due = open.body.data.map((one) => one.due.at);
    expect(due).toEqual([...due].sort());
    expect(due.length).toBeGreaterThan(1);
    const first = await call<Page<PrivacyRequestDetail>>('GET /privacy/requests?state=open&limit=1');
    const second = await call<Page<PrivacyRequestDetail>>(
      `GET /privacy/requests?state=open&limit=1&cursor=${first.body.next}`,
    );
    expect([first, second].map(({ body }) => body.data[0]?.id)).toEqual(open.body.data.slice(0, 2).map(({ id }) => id));
  });
});

async function codeSent(): Promise<string> {
  const [row] = await db.sql<{ body: string }[]>`
    select body from messages where author = 'Throughline' order by at desc limit 1`;
  return (
    /(\d{3}) (\d{3})/
      .exec(row?.body ?? '')
      ?.slice(1)
      .join('') ?? ''
  );
}

describe('the archive', () => {
  it('holds everything, opens with the passphrase alone, and is nobody else’s', async () => {
    const text = { type: 'text', text: { body: 'what Ben <b>said</b> to us' } };
    await world.receive(message({ bsuid: 'US.ben1' }, { at: 9 * day + 300, id: 'wamid.b9' }, text));
    const { body } = await record({ kind: 'access', subject: '@sunny' });
    expect((await take(body.id, 'a long passphrase')).status).toBe(409);
    await step(body.id, 'prove', { by: 'other', note: 'Known to us' });
    await step(body.id, 'run', { confirm: true });
    expect((await take(body.id, 'short')).status).toBe(400);
    expect((await take(body.id, 'a long passphrase', 'auditor')).status).toBe(403);
    const answer = await take(body.id, 'a long passphrase');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const zip = Buffer.from(await answer.arrayBuffer());
    expect(zip.includes('what Ben')).toBe(false);
    await expect(opened(zip, 'another passphrase')).rejects.toThrow();
    const files = await opened(zip, 'a long passphrase');
    expect([...files.keys()].sort()).toEqual(['contact.vcf', 'data.json', 'index.html', 'schema.json']);
    const data = PrivacyExport.parse(JSON.parse(files.get('data.json') ?? ''));
    expect(data.you).toMatchObject({ name: 'Ben', username: 'sunny', accounts: ['US.ben1'] });
    expect(data.sections.map(({ from }) => from)).toEqual(expect.arrayContaining(['contacts', 'messages', 'evidence']));
    expect(files.get('data.json')).toContain('what Ben <b>said</b> to us');
    expect(files.get('data.json')).not.toMatch(/Anna|US\.anna1|4155552671/);
    expect(files.get('index.html')).toContain('what Ben &lt;b&gt;said&lt;/b&gt; to us');
    expect(files.get('contact.vcf')).toContain('FN:Ben');
    const { body: after } = await call<PrivacyRequestDetail>(`GET /privacy/requests/${body.id}`);
    expect(after.timeline.map(({ act }) => act)).toEqual(['recorded', 'proven', 'run', 'archive_downloaded']);
  });

  it('of whoever has a number now has nothing of who had it before', async () => {
    const { body } = await record({ kind: 'access', subject: '+1 415 555 0199' });
    await step(body.id, 'prove', { by: 'other', note: 'Known to us' });
    await step(body.id, 'run', { confirm: true });
    const files = await opened(
      Buffer.from(await (await take(body.id, 'a long passphrase')).arrayBuffer()),
      'a long passphrase',
    );
    expect(files.get('data.json')).toContain('Dan');
    for (const [name, text] of files) expect(text, name).not.toMatch(/Cleo|US\.cleo1|wamid\.c1/);
  });
});

const take = async (id: string, passphrase: string, as: Role = 'privacy_officer') => {
  if (!keys.has(as)) keys.set(as, await app.key(as));
  return await fetch(`${app.url}/api/v1/privacy/requests/${id}/archive`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.get(as)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ passphrase }),
  });
};

async function opened(zip: Buffer, password: string): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { password });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  return files;
}
