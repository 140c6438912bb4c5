// Keeps the world in one JSON file, so that a second start goes on where the first one stopped.
// Each write is a whole new file put in place by a rename: after a crash there is the old world or the new one, never half.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { emptyState, type State } from './state.ts';

const DEBOUNCE_MS = 400;

export function loadState(path: string): State | undefined {
  if (!existsSync(path)) return undefined;
  let state: State;
  try {
    state = JSON.parse(readFileSync(path, 'utf8')) as State;
  } catch {
    throw new Error(`${path} is not a readable simulator state; move it away to start a new world`);
  }
  if (state.version !== 1)
    throw new Error(`${path} is from another version of the simulator; move it away to start a new world`);
  // What an earlier version did not know of yet is empty.
  return { ...emptyState(), ...state };
}

export class StateKeeper {
  readonly #path: string;
  readonly #state: () => State;
  #timer: NodeJS.Timeout | undefined;
  #now = false;

  constructor(path: string, state: () => State) {
    this.#path = path;
    this.#state = state;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  }

  /** Soon, or with `lasting` before anything else happens: an id told to somebody must still be known after a crash. */
  changed(lasting: boolean): void {
    if (lasting && !this.#now) {
      this.#now = true;
      queueMicrotask(() => this.save());
    }
    this.#timer ??= setTimeout(() => this.save(), DEBOUNCE_MS).unref();
  }

  save(): void {
    this.#now = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const temporary = `${this.#path}.new`;
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, JSON.stringify(this.#state()));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#path);
  }
}
