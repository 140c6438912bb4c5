// What a home remembers about its database, and who is using it. Read and written only while holding the lock.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity } from './processes.ts';

/** One user of the database: a process may be there more than once, under different ids. */
export interface Holder extends ProcessIdentity {
  readonly id: string;
}

export interface RunningServer extends ProcessIdentity {
  readonly port: number;
  /** Of the programs it runs from; after an update it is stopped and started anew. */
  readonly version: string;
}

export interface State {
  /** Null: in the home itself, so that a home may be moved. Else where the database's user could reach it. */
  readonly dataFolder: string | null;
  /** False while initdb is at work: what it leaves behind when killed is not a database. */
  readonly initialized: boolean;
  readonly password: string;
  readonly server: RunningServer | null;
  readonly holders: readonly Holder[];
}

export function controlFolder(home: string): string {
  return join(home, 'embedded');
}

export function readState(home: string): State | undefined {
  const path = statePath(home);
  if (!existsSync(path)) return undefined;
  const state: State = JSON.parse(readFileSync(path, 'utf8'));
  return { ...state, holders: state.holders.filter(isAlive) };
}

/** Owner-only, for it holds the password; appears whole or not at all. */
export function writeState(home: string, state: State): void {
  mkdirSync(controlFolder(home), { recursive: true, mode: 0o700 });
  const draft = `${statePath(home)}.draft`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, statePath(home));
}

function statePath(home: string): string {
  return join(controlFolder(home), 'state.json');
}
