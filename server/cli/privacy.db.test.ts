// Requests about people's own data at the command line, for somebody known by a username alone: each verb is run as it is typed.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrivacyPreview } from '@throughline/contract';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
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
