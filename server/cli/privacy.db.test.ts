// Requests about people's own data at the command line, for somebody known by a username alone: each verb is run as it is typed.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrivacyPreview } from '@throughline/contract';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { epoch } from '../testing/names.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { runCommand } from './command.ts';
import { privacyCommand } from './privacy.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let home: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  world = await openWorld(db);
  home = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
  await world.receive(message({ bsuid: 'US.noor1', name: 'Nour', username: 'noor.salon' }, { at: 1, id: 'wamid.n1' }));
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
  rmSync(home, { recursive: true, force: true });
});

beforeEach(() => {
  for (const [name, value] of Object.entries(settings())) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const settings = () => ({
  DATABASE_URL: fresh.url,
  THROUGHLINE_HOME: home,
  THROUGHLINE_SECRET: 'a secret of the tests, which is long enough',
});

/** In this process, since a start costs more than what it does; the words as they are typed. */
async function privacy(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  for (const [stream, name] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const)
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      heard[name] += String(chunk);
      return true;
    });
  const code = await runCommand(privacyCommand, words, { name: 'privacy', summary: '' });
  vi.restoreAllMocks();
  return { code, ...heard };
}

async function recorded(kind: string, ...more: string[]): Promise<string> {
  const { code, out, err } = await privacy('request', kind, '@noor.salon', ...more);
  expect([code, err]).toEqual([0, '']);
  const id = out.trim();
  expect((await privacy('prove', id, '--by', 'other', '--note', 'Known to us')).out).toBe('verified\n');
  return id;
}

/** As the person reads it. */
async function codeSent(): Promise<string> {
  const [row] = await db.sql<{ body: string }[]>`
    select body from messages where author = 'Throughline' order by at desc, id desc limit 1`;
  return (
    /(\d{3}) (\d{3})/
      .exec(row?.body ?? '')
      ?.slice(1)
      .join('') ?? ''
  );
}

describe('throughline privacy', () => {
  it('finds somebody by a username, and nobody where nobody has it', async () => {
    const found = await privacy('search', '@noor.salon');
    expect(found).toMatchObject({ code: 0 });
    expect(found.out).toContain('Nour  has it now');
    expect(await privacy('search', '@nobody.here')).toMatchObject({ code: 1, out: 'Nobody.\n' });
    expect(await privacy('request', 'erase', '@nobody.here')).toMatchObject({ code: 1 });
  });

  it('corrects a name: named, seen before and after, and carried out', async () => {
    const id = await recorded('rectify');
    expect((await privacy('rectify', id, '--yes')).err).toContain('Say first what is to be corrected.');
    expect(await privacy('correct', id, '--name', 'Noor Haddad')).toMatchObject({ code: 0, out: '1 named\n' });
    const seen = await privacy('dry-run', id);
    expect(seen.out).toContain('name: "Nour" becomes "Noor Haddad"');
    expect(await privacy('rectify', id)).toMatchObject({ code: 2 });
    expect(await privacy('rectify', id, '--yes')).toMatchObject({ code: 0, out: 'done\n' });
    expect((await privacy('search', '@noor.salon')).out).toContain('Noor Haddad  has it now');
  });

  it('proves who asks by a code in their own thread: sent once, tried five times, and kept as a hash alone', async () => {
    const now = Math.floor((Date.now() - epoch) / 1000) - 60;
    await world.receive(message({ bsuid: 'US.noor1' }, { at: now, id: 'wamid.n9' }, text('are you there')));
    const id = (await privacy('request', 'access', '@noor.salon')).out.trim();
    expect((await privacy('verify', id, '--code', '000000')).err).toContain('Send another one');
    expect(await privacy('send-code', id)).toMatchObject({ code: 0, out: 'verifying\n', err: '' });
    const again = await privacy('send-code', id);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('minute');
    const code = await codeSent();
    expect(JSON.stringify(await db.sql`select * from privacy_codes`)).not.toContain(code);
    const wrong = await privacy('verify', id, '--code', code === '000000' ? '000001' : '000000');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('4');
    expect(await privacy('verify', id)).toMatchObject({ code: 2 });
    expect(await privacy('verify', id, '--code', code)).toMatchObject({ code: 0, out: 'verified\n' });
    expect(await privacy('send-code', id)).toMatchObject({ code: 1, out: '' });
    expect((await privacy('send-code', randomUUID())).err).toContain('no such request');
    expect((await privacy('send-code', 'noor')).code).toBe(2);
  });

  it('says why a code cannot go, and takes no number of tries for a wrong one', async () => {
    const id = (await privacy('request', 'access', '@noor.salon')).out.trim();
    await privacy('send-code', id);
    const wrong = (await codeSent()) === '000000' ? '000001' : '000000';
    for (const left of ['4', '3', '2', '1']) expect((await privacy('verify', id, '--code', wrong)).err).toContain(left);
    expect((await privacy('verify', id, '--code', wrong)).err).toContain('Send another one');
    expect((await privacy('verify', id, '--code', await codeSent())).err).toContain('Send another one');
    await world.receive(message({ bsuid: 'US.old1', name: 'Old', username: 'old.one' }, { at: 3, id: 'wamid.o1' }));
    const old = (await privacy('request', 'access', '@old.one')).out.trim();
    const refused = await privacy('send-code', old);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('More than 24 hours have passed since this person wrote');
  });

  it('writes a sealed archive to a file, says how far it has come, and leaves no half of one', async () => {
    await world.receive(message({ bsuid: 'US.noor1' }, { at: 2, id: 'wamid.n2' }, text('is my dress ready')));
    const id = await recorded('access', '--language', 'pt');
    const file = join(home, 'noor.zip');
    const done = await privacy('export', id, '--file', file);
    expect(done.code, done.err).toBe(0);
    expect(done.err).toMatch(/^ {2}0% {2}0 of \d+ rows\n/);
    expect(done.err).toMatch(/100% {2}(\d+) of \1 rows\n$/);
    const passphrase = /Passphrase: (\S+)/.exec(done.out)?.[1] ?? '';
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const files = await opened(readFileSync(file), passphrase);
    expect(files.get('data.json')).toContain('is my dress ready');
    expect(files.get('index.html')).toContain('lang="pt"');
    const status = await privacy('status', id);
    expect(status.out).toContain('archive taken, 100%');
    expect(status.out).toContain('archive may be taken until');
    expect((await privacy('export', id, '--file', join(home, 'no', 'such', 'place.zip'))).code).toBe(1);
    expect((await privacy('status', id)).out).toContain('archive cut');
  });

  it('counts before it erases, erases only what asks for it, and is told so again by a command of its own', async () => {
    const id = await recorded('erase');
    const { out } = await privacy('dry-run', id, '--json');
    expect((JSON.parse(out) as PrivacyPreview).counts.map(({ table }) => table)).toContain('messages');
    expect((await privacy('rectify', id, '--yes')).err).toContain('asks for something else: erase');
    expect(await privacy('erase', id)).toMatchObject({ code: 2 });
    const erased = await spawned('privacy', 'erase', id, '--yes');
    expect(erased).toMatchObject({ code: 0, out: 'running\n' });
    expect((await privacy('status', id)).out).toContain('erase  running');
  });

  it('verifies the chain of what was done, and names the link that was changed', async () => {
    const whole = await privacy('audit', 'verify');
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.out).toContain('acts, whole');
    await db.sql.unsafe(`alter table privacy_acts disable trigger privacy_acts_append_only;
      update privacy_acts set act = 'cancelled' where number = 2`);
    expect(await privacy('audit', 'verify')).toMatchObject({ code: 1 });
    expect((await privacy('audit')).code).toBe(2);
  });
});

function spawned(...words: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
      env: { PATH: process.env.PATH, ...settings() },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

async function opened(zip: Buffer, password: string): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { password });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  return files;
}
