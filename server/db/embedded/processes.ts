// Which process is which. A bare pid proves nothing, since the system gives it to somebody else later;
// a pid with its start time does. Linux reads /proc; macOS asks ps (untested); Windows knows only pids (untested).

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** Who a pid is now, or undefined where nobody is (a process that has ended but is not yet reaped counts as nobody). */
export function identify(pid: number): ProcessIdentity | undefined {
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The second field is the program's name in brackets and may hold blanks: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startTicks = fields[19];
    if (startTicks === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { pid, startedAt: `${bootId()}:${startTicks}` };
  }
  if (!answersSignals(pid)) return undefined;
  return { pid, startedAt: process.platform === 'win32' ? 'unknown' : psColumn(pid, 'lstart') };
}

export function isAlive(who: ProcessIdentity): boolean {
  return identify(who.pid)?.startedAt === who.startedAt;
}

export function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
}

/** True where the pid is a PostgreSQL server or one of its children working in this very data folder. */
export function isPostgresOf(pid: number, dataFolder: string): boolean {
  if (process.platform === 'linux') {
    const cwd = readLink(`/proc/${pid}/cwd`);
    const program = readLink(`/proc/${pid}/exe`);
    if (cwd === undefined || program === undefined) return false;
    return cwd === realpathOr(dataFolder) && basename(program).replace(' (deleted)', '') === 'postgres';
  }
  if (process.platform === 'win32') return false;
  const command = psColumn(pid, 'command');
  return command.includes('postgres') && command.includes(dataFolder);
}

/** Every PostgreSQL process at work in this data folder, the server's children included. Linux only; elsewhere empty. */
export function postgresProcessesOf(dataFolder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOf(pid, dataFolder) && identify(pid) !== undefined);
}

/** Waits until the process is gone; false where it is still there after the time given. */
export async function waitUntilGone(who: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (isAlive(who)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal to exactly this process; a successor under the same pid is left alone. */
export function signal(who: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(who)) return;
  try {
    process.kill(who.pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

let bootIdKnown: string | undefined;
function bootId(): string {
  bootIdKnown ??= (readText('/proc/sys/kernel/random/boot_id') ?? 'boot').trim();
  return bootIdKnown;
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function psColumn(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function realpathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
