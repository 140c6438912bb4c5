// One PostgreSQL server on one data folder: made, started, asked, stopped. Who may do so, and when, is not known here.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../connect.ts';
import type { Binaries } from './binaries.ts';
import { asUser, type OsUser } from './os-user.ts';
import { EmbeddedProblem, explainServerOutput } from './problems.ts';
import { identify, isAlive, type ProcessIdentity, postgresProcessesOf, signal, waitUntilGone } from './processes.ts';

export interface Cluster {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  /** Whom it runs as; undefined: as we do. */
  readonly user: OsUser | undefined;
  readonly password: string;
  /** What PostgreSQL says before it opens its own log goes to this file. */
  readonly startLog: string;
  readonly say: (line: string) => void;
  /** On top of ours. For tests, which may forget. */
  readonly settings?: Readonly<Record<string, string>>;
}

export const databaseName = 'throughline';
const PORT_ATTEMPTS = 5;
const FAST_STOP_MS = 30_000;
const HARD_STOP_MS = 10_000;

/** Makes an empty database cluster. UTF-8 and code-point order everywhere, so that no library update reorders an index. */
export function initialize(cluster: Cluster): void {
  const { binaries, dataFolder, user } = cluster;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o700);
  const passwordFile = join(dirname(dataFolder), `.password-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' });
  if (user !== undefined) {
    chownSync(dataFolder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
    const flags = ['--encoding=UTF8', '--locale=C', ...locale, '--data-checksums', '--auth=scram-sha-256'];
    const made = spawnSync(
      join(binaries.folder, 'bin', 'initdb'),
      [`--pgdata=${dataFolder}`, '--username=throughline', `--pwfile=${passwordFile}`, '--no-instructions', ...flags],
      { ...asUser(user), env: quietEnvironment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    if (made.error !== undefined) throw new EmbeddedProblem(`PostgreSQL cannot be run: ${made.error.message}`);
    if (made.status !== 0) throw explainServerOutput(made.stderr, dataFolder) ?? new EmbeddedProblem(made.stderr);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The major version a data folder was made by. */
export function dataVersion(dataFolder: string): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8'), 10);
}

/** Starts the server on a free port of 127.0.0.1, in a session of its own: a Ctrl-C in the terminal is not for it. */
export async function startServer(cluster: Cluster): Promise<ProcessIdentity & { port: number }> {
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const started = await startOn(cluster, await freePort());
    if (started !== undefined) return started;
  }
  throw new EmbeddedProblem(`No free port on 127.0.0.1 was left to the database in ${PORT_ATTEMPTS} attempts.`);
}

/** Waits until it answers with our password, through a recovery if need be. False: it is gone, or it refuses us. */
export async function waitUntilReady(cluster: Cluster, server: ProcessIdentity & { port: number }): Promise<boolean> {
  const startedAt = Date.now();
  let nextWord = 5_000;
  while (isAlive(server)) {
    const answer = await ask(cluster, server.port);
    if (answer === 'ready') return true;
    if (answer === 'refused') return false;
    if (Date.now() - startedAt > nextWord) {
      cluster.say(`The database is recovering (${Math.round((Date.now() - startedAt) / 1000)} s)`);
      nextWord += 5_000;
    }
    await sleep(20);
  }
  return false;
}

/** Stops it in order (running transactions are rolled back), or hard after half a minute; its data is safe either way. */
export async function stopServer(server: ProcessIdentity, dataFolder: string): Promise<void> {
  signal(server, 'SIGINT');
  if (!(await waitUntilGone(server, FAST_STOP_MS))) {
    signal(server, 'SIGQUIT');
    if (!(await waitUntilGone(server, HARD_STOP_MS))) signal(server, 'SIGKILL');
  }
  await waitForLeftovers(dataFolder);
}

/** Children of a server that was killed notice within a moment; starting beside one would damage the data. */
export async function waitForLeftovers(dataFolder: string): Promise<void> {
  const until = Date.now() + HARD_STOP_MS;
  for (;;) {
    const left = postgresProcessesOf(dataFolder);
    if (left.length === 0) return;
    if (Date.now() > until) throw new EmbeddedProblem(`Old database processes do not end: ${left.join(', ')}.`);
    if (Date.now() > until - HARD_STOP_MS / 2)
      for (const pid of left) {
        const who = identify(pid);
        if (who !== undefined) signal(who, 'SIGQUIT');
      }
    await sleep(20);
  }
}

export function urlOf(cluster: Pick<Cluster, 'password'>, port: number, database = databaseName): string {
  return `postgres://throughline:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function startOn(cluster: Cluster, port: number): Promise<(ProcessIdentity & { port: number }) | undefined> {
  const output = openSync(cluster.startLog, 'w', 0o600);
  const child = spawn(join(cluster.binaries.folder, 'bin', 'postgres'), startArguments(cluster, port), {
    ...asUser(cluster.user),
    env: quietEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  child.unref();
  if (child.pid === undefined) throw new EmbeddedProblem(`PostgreSQL cannot be run: ${(await failed).message}`);
  const who = identify(child.pid);
  if (who !== undefined) {
    const server = { ...who, port };
    if (await waitUntilReady(cluster, server)) return server;
    if (isAlive(server)) {
      await stopServer(server, cluster.dataFolder);
      throw new EmbeddedProblem(`The database in ${cluster.dataFolder} does not accept the password kept for it.`);
    }
  }
  const problem = explainServerOutput(readOutput(cluster), cluster.dataFolder);
  if (problem !== undefined) throw problem;
  return undefined;
}

function startArguments(cluster: Cluster, port: number): string[] {
  const memoryMb = Math.round(totalmem() / 1024 / 1024);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${Math.min(256, Math.max(64, Math.round(memoryMb / 16)))}MB`,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Few, spread-out checkpoints: each makes the next change of every page cost a whole page in the log.
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    wal_buffers: '16MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    // Seven files, one per weekday, each overwritten a week later.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_timezone: 'UTC',
    // Statements, parameters and error details hold people's words and numbers: none of them is ever logged.
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    ...cluster.settings,
  };
  return ['-D', cluster.dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Creates our database where it is missing. 'not yet': starting or recovering. 'refused': the password is not ours. */
async function ask(cluster: Cluster, port: number): Promise<'ready' | 'not yet' | 'refused'> {
  const answer = await tryQuery(urlOf(cluster, port), 'select 1');
  if (answer === '3D000') {
    const made = await tryQuery(urlOf(cluster, port, 'postgres'), `create database ${databaseName}`);
    return made === undefined || made === '42P04' ? 'ready' : 'not yet';
  }
  if (answer === undefined) return 'ready';
  return answer.startsWith('28') ? 'refused' : 'not yet';
}

/** The error's code, or undefined where there was none. */
async function tryQuery(url: string, text: string): Promise<string | undefined> {
  const db = connect(url, { connections: 1 });
  try {
    await db.sql.unsafe(text);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    await db.close();
  }
}

function readOutput(cluster: Cluster): string {
  const day = new Date().toUTCString().slice(0, 3);
  const own = readRecent(join(cluster.dataFolder, 'log', `postgresql-${day}.log`));
  return `${readRecent(cluster.startLog)}\n${own}`;
}

function readRecent(path: string): string {
  try {
    if (Date.now() - statSync(path).mtimeMs > 60_000) return '';
    return readFileSync(path, 'utf8').slice(-4_000);
  } catch {
    return '';
  }
}

/** Nothing of ours: PGPORT and the like would override what we say, and secrets have no business in there. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {};
  return { ...kept, PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
