// A real PostgreSQL for whoever has none: started on first need, shared by every process of the same home, stopped by
// the last one to leave. The promise that no one pulls it from under another rests on three things: every open and
// close happens under the home's lock; each user is written down with pid and start time before the lock is given
// back; and a user counts for as long as that very process lives, so that one killed with -9 stops counting by itself.

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  dataVersion,
  initialize,
  startServer,
  stopServer,
  urlOf,
  waitForLeftovers,
  waitUntilReady,
} from './cluster.ts';
import { withLock } from './lock.ts';
import { findPlace, setAside } from './place.ts';
import { EmbeddedProblem, explainFileError } from './problems.ts';
import { identify, isAlive, isPostgresOf, self } from './processes.ts';
import { controlFolder, type RunningServer, readState, type State, writeState } from './state.ts';

export interface EmbeddedOptions {
  /** The folder of everything kept, as ./.throughline. Made where missing. */
  readonly home: string;
  /** Progress, a line at a time, for the person at the keyboard. */
  readonly say: (line: string) => void;
  /** An npm package with the programs, where not the usual one. */
  readonly programs?: string;
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly dataFolder: string;
  /** False where it was running already, for another process of this home or left behind by one that was killed. */
  readonly started: boolean;
  /** Lets go of it; the last one out stops it, and this resolves when it has stopped. May be called twice. */
  close(): Promise<void>;
}

/**
 * @throws EmbeddedProblem with a sentence for the user: another version's data, not writable, disk full, no such machine.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = makeHome(options.home);
  const holder = { ...self(), id: randomUUID() };
  const opened = await guarded(home, () =>
    withLock(controlFolder(home), async () => {
      const { cluster, state } = await prepare(home, options);
      const running = await findRunning(cluster, state);
      const server = running ?? (await start(cluster));
      writeState(home, { ...state, server, holders: [...state.holders, holder] });
      return { url: urlOf(cluster, server.port), dataFolder: cluster.dataFolder, started: running === undefined };
    }),
  );
  let closing: Promise<void> | undefined;
  return {
    ...opened,
    close: () => {
      closing ??= withLock(controlFolder(home), () => leave(home, holder.id));
      return closing;
    },
  };
}

async function leave(home: string, holderId: string): Promise<void> {
  const state = readState(home);
  if (state === undefined) return;
  const holders = state.holders.filter(({ id }) => id !== holderId);
  if (holders.length > 0 || state.server === null) return writeState(home, { ...state, holders });
  const dataFolder = state.dataFolder ?? join(home, 'postgres');
  if (isPostgresOf(state.server.pid, dataFolder)) await stopServer(state.server, dataFolder);
  writeState(home, { ...state, server: null, holders });
}

/** Everything up to a data folder that can be started: settled, made where new, of the right version. */
async function prepare(home: string, { say, programs }: EmbeddedOptions): Promise<{ cluster: Cluster; state: State }> {
  const known = readState(home);
  const place = findPlace(home, { state: known, binaries: findBinaries(programs) }, say);
  const password = known?.password ?? randomBytes(24).toString('hex');
  const { dataFolder, user, binaries } = place;
  const cluster = { binaries, dataFolder, user, password, say, startLog: join(controlFolder(home), 'start.log') };

  if (known?.initialized === true) {
    checkData(cluster, home);
    return { cluster, state: known };
  }
  if (existsSync(dataFolder)) {
    // What a killed initdb left is not a database and may go; anything else is somebody's data.
    if (known === undefined) setAside(dataFolder, say);
    else {
      await waitForLeftovers(dataFolder);
      rmSync(dataFolder, { recursive: true });
    }
  }
  say(`Making a database in ${dataFolder}`);
  const state = { dataFolder: place.remembered, initialized: true, password, server: null, holders: [] };
  writeState(home, { ...state, initialized: false });
  initialize(cluster);
  writeState(home, state);
  return { cluster, state };
}

function checkData({ binaries, dataFolder }: Cluster, home: string): void {
  if (!existsSync(join(dataFolder, 'PG_VERSION')))
    throw new EmbeddedProblem(
      `The data of this installation was in ${dataFolder}, and is no longer there. ` +
        `Put it back, or delete ${controlFolder(home)} to start with an empty database.`,
    );
  const version = dataVersion(dataFolder);
  if (version !== binaries.major)
    throw new EmbeddedProblem(
      `The data in ${dataFolder} was made by PostgreSQL ${version}; this program brings ${binaries.major}, which cannot read it. ` +
        'Nothing was changed. Use the version of Throughline that made it, or set THROUGHLINE_HOME to a new folder.',
    );
}

/** Our own server at work on this data, be it shared or orphaned. One that cannot be used is stopped; a stranger never. */
async function findRunning(cluster: Cluster, state: State): Promise<RunningServer | undefined> {
  const recorded = readPidFile(cluster.dataFolder);
  const who = recorded === undefined ? undefined : identify(recorded.pid);
  if (recorded === undefined || who === undefined || !isPostgresOf(who.pid, cluster.dataFolder)) {
    await waitForLeftovers(cluster.dataFolder);
    // PostgreSQL would take a stranger under this pid for a server at work and refuse to start; likewise a dead process
    // that nobody has reaped, as in a container without an init. (On Windows it judges by itself.)
    if (process.platform !== 'win32') rmSync(join(cluster.dataFolder, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const server = { ...who, port: recorded.port, version: cluster.binaries.version };
  const used = state.holders.length > 0;
  const sameVersion = state.server === null || state.server.version === cluster.binaries.version;
  if ((used || sameVersion) && recorded.port > 0 && (await waitUntilReady(cluster, server))) {
    if (!used) cluster.say('Taking over the database that a killed process left running');
    return { ...server, version: state.server?.version ?? server.version };
  }
  if (isAlive(server)) cluster.say('Restarting the database that a killed process left running');
  await stopServer(server, cluster.dataFolder);
  return undefined;
}

async function start(cluster: Cluster): Promise<RunningServer> {
  cluster.say('Starting the database');
  const server = await startServer(cluster);
  return { ...server, version: cluster.binaries.version };
}

/** PostgreSQL's own note: pid, folder, start, port, ... one a line. The port is missing in the first moments. */
function readPidFile(dataFolder: string): { pid: number; port: number } | undefined {
  const path = join(dataFolder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0]));
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined;
}

function makeHome(path: string): string {
  const home = resolve(path);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return realpathSync(home);
  } catch (error) {
    throw explainFileError(error, home);
  }
}

async function guarded<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EmbeddedProblem ? error : explainFileError(error, home);
  }
}
