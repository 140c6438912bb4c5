// PostgreSQL refuses to run as root. Started as root, as on a fresh server, it runs as a user of its own.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { EmbeddedProblem } from './problems.ts';

export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const OWN_NAME = 'throughline';

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user to run the database as: our own, made where missing; else one that is there already. Call as root only. */
export function databaseUser(say: (line: string) => void): OsUser {
  const user = findUser(OWN_NAME) ?? createUser(say) ?? findUser('postgres') ?? findUser('nobody');
  if (user === undefined)
    throw new EmbeddedProblem(
      'PostgreSQL does not run as root, and there is no other user it could run as. ' +
        'Create one (`useradd --system throughline`), start as an ordinary user, or set DATABASE_URL.',
    );
  checkSwitch(user);
  return user;
}

/** The user who owns existing data: it must run as nobody else. */
export function userById(uid: number, gid: number): OsUser {
  const name = passwd().find((entry) => entry.uid === uid)?.name ?? `user ${uid}`;
  return { name, uid, gid };
}

/** Whether this user may enter the folder, all its parents included. */
export function canEnter(user: OsUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...asUser(user), stdio: 'ignore' }).status === 0;
}

/** Whether this user may run the program: not only reach it, but load its libraries as well. */
export function canRun(user: OsUser, program: string): boolean {
  return spawnSync(program, ['--version'], { ...asUser(user), stdio: 'ignore' }).status === 0;
}

/** Spawn options: the user's own rights, in a folder it can enter. Without a user: as we are. */
export function asUser(user: OsUser | undefined): { uid?: number; gid?: number; cwd: string } {
  return user === undefined ? { cwd: '/' } : { uid: user.uid, gid: user.gid, cwd: '/' };
}

function checkSwitch(user: OsUser): void {
  const tried = spawnSync('/bin/sh', ['-c', 'exit 0'], { ...asUser(user), stdio: 'ignore' });
  if (tried.status === 0) return;
  throw new EmbeddedProblem(
    `PostgreSQL does not run as root, and this machine does not let root act as the user ${user.name}. ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

function createUser(say: (line: string) => void): OsUser | undefined {
  const nologin = ['/usr/sbin/nologin', '/sbin/nologin', '/bin/false'].find(isExecutable) ?? '/bin/false';
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--shell', nologin, OWN_NAME]],
    ['adduser', ['-S', '-D', '-H', '-s', nologin, OWN_NAME]],
  ];
  for (const [program, args] of attempts) {
    spawnSync(program, args, { stdio: 'ignore' });
    const user = findUser(OWN_NAME);
    if (user === undefined) continue;
    say(`PostgreSQL does not run as root: made the system user "${OWN_NAME}" for it.`);
    return user;
  }
  return undefined;
}

function findUser(name: string): OsUser | undefined {
  return passwd().find((entry) => entry.name === name);
}

function passwd(): OsUser[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
