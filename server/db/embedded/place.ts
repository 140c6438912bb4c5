// Where the data goes, and as whom the database runs. An ordinary user keeps it in the home. Root hands it to another
// user of the machine, who must be able to get there: not so in a clone under /root, where the data goes to /var/lib.

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, copyBinaries } from './binaries.ts';
import { canEnter, canRun, databaseUser, type OsUser, runsAsRoot, userById } from './os-user.ts';
import { EmbeddedProblem } from './problems.ts';
import { postgresProcessesOf } from './processes.ts';
import type { State } from './state.ts';

export interface Place {
  readonly dataFolder: string;
  /** Null where it is in the home. */
  readonly remembered: string | null;
  readonly user: OsUser | undefined;
  readonly binaries: Binaries;
}

const sharedFolder = '/var/lib/throughline';

/** Settles where the data of this home is, or shall be. Says so where it is not in the home. */
export function findPlace(
  home: string,
  known: { state: State | undefined; binaries: Binaries },
  say: (line: string) => void,
): Place {
  const { state, binaries } = known;
  if (!runsAsRoot()) {
    const remembered = state?.dataFolder ?? null;
    return { dataFolder: remembered ?? join(home, 'postgres'), remembered, user: undefined, binaries };
  }
  openHome(home);
  const existing = state?.initialized === true ? (state.dataFolder ?? join(home, 'postgres')) : undefined;
  const user = existing !== undefined && existsSync(existing) ? ownerOf(existing) : databaseUser(say);
  const remembered =
    existing !== undefined ? (state?.dataFolder ?? null) : canEnter(user, home) ? null : elsewhere(home);
  const dataFolder = remembered ?? join(home, 'postgres');
  if (!canEnter(user, dirname(dataFolder)))
    throw new EmbeddedProblem(
      `The database runs as the user ${user.name}, who may not enter ${dirname(dataFolder)}. ` +
        `Let others pass through its parent folders (chmod o+x), or move the home back to where it was.`,
    );
  if (remembered !== null)
    say(`The database runs as the user ${user.name}, who may not enter ${home}: the data is in ${dataFolder}`);
  return { dataFolder, remembered, user, binaries: reachable(binaries, user) };
}

/** Data that belongs to no known home is never deleted and never overwritten: it is moved out of the way. */
export function setAside(dataFolder: string, say: (line: string) => void): void {
  const busy = postgresProcessesOf(dataFolder);
  if (busy.length > 0)
    throw new EmbeddedProblem(
      `A database server (process ${busy[0]}) is running in ${dataFolder}, but this home does not know it. ` +
        'It is left alone. Stop it, or set THROUGHLINE_HOME to another folder.',
    );
  const target = `${dataFolder}-set-aside-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(dataFolder, target);
  say(`There was data in ${dataFolder} which this home does not know; it is kept in ${target}`);
}

function reachable(binaries: Binaries, user: OsUser): Binaries {
  const program = (from: Binaries) => join(from.folder, 'bin', 'postgres');
  if (canRun(user, program(binaries))) return binaries;
  makeShared(sharedFolder);
  const copy = copyBinaries(binaries, sharedFolder);
  if (canRun(user, program(copy))) return copy;
  throw new EmbeddedProblem(
    `The user ${user.name} cannot run ${program(copy)}: see whether /var/lib is mounted noexec.`,
  );
}

function elsewhere(home: string): string {
  const name = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16);
  const folder = join(sharedFolder, name);
  makeShared(sharedFolder);
  makeShared(folder);
  return join(folder, 'postgres');
}

/** Root's own, so that nobody plants anything in it; others may pass through, not look. */
function makeShared(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (statSync(folder).uid === 0) chmodSync(folder, 0o711);
}

function openHome(home: string): void {
  const { uid, mode } = statSync(home);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(home, (mode & 0o777) | 0o011);
}

function ownerOf(folder: string): OsUser {
  const { uid, gid } = statSync(folder);
  if (uid === 0) throw new EmbeddedProblem(`${folder} belongs to root, and PostgreSQL does not run as root.`);
  return userById(uid, gid);
}
