// What was said, and what the business sent: in order, found by id and by pair, and forgotten from the oldest on where the
// knob `remember` says how much is kept.

import type { Knobs } from './knobs.ts';
import { type Line, type Outgoing, pairKey, type State } from './state.ts';

/** Forgotten in bulk, a tenth at a time: a list that sheds one element for each new one copies itself each time. */
const SLACK = 1.1;

export class Log {
  readonly #state: State;
  readonly #knobs: Pick<Knobs, 'remember'>;
  readonly #byId = new Map<string, Line>();
  readonly #byPair = new Map<string, Line[]>();
  readonly #unread = new Map<string, Set<Outgoing>>();

  constructor(state: State, knobs: Pick<Knobs, 'remember'>) {
    this.#state = state;
    this.#knobs = knobs;
    for (const line of state.lines) this.#index(line);
    for (const sent of state.outbox) this.#await(sent);
  }

  addLine(line: Line): void {
    this.#state.lines.push(line);
    this.#index(line);
    for (const gone of this.#excess(this.#state.lines)) {
      this.#byId.delete(gone.wamid);
      const key = pairKey(gone.phoneNumberId, gone.personId);
      const pair = this.#byPair.get(key);
      if (pair?.[0] === gone) pair.shift();
      if (pair?.length === 0) this.#byPair.delete(key);
    }
  }

  addOutgoing(sent: Outgoing): void {
    this.#state.outbox.push(sent);
    this.#await(sent);
    for (const gone of this.#excess(this.#state.outbox)) this.settle(gone);
  }

  line(wamid: string): Line | undefined {
    return this.#byId.get(wamid);
  }

  pair(phoneNumberId: string, personId: string): readonly Line[] {
    return this.#byPair.get(pairKey(phoneNumberId, personId)) ?? [];
  }

  /** What this person has not read yet of what was sent to them, reactions aside. */
  unread(phoneNumberId: string, personId: string): Outgoing[] {
    return [...(this.#unread.get(pairKey(phoneNumberId, personId)) ?? [])];
  }

  /** Read, failed or forgotten: nobody will ask whether it was read. */
  settle(sent: Outgoing): void {
    if (sent.personId === undefined) return;
    const key = pairKey(sent.phoneNumberId, sent.personId);
    const waiting = this.#unread.get(key);
    waiting?.delete(sent);
    if (waiting?.size === 0) this.#unread.delete(key);
  }

  #index(line: Line): void {
    this.#byId.set(line.wamid, line);
    const key = pairKey(line.phoneNumberId, line.personId);
    const pair = this.#byPair.get(key);
    if (pair === undefined) this.#byPair.set(key, [line]);
    else pair.push(line);
  }

  #await(sent: Outgoing): void {
    if (sent.personId === undefined || sent.type === 'reaction') return;
    if (sent.status === 'read' || sent.status === 'failed') return;
    const key = pairKey(sent.phoneNumberId, sent.personId);
    const waiting = this.#unread.get(key);
    if (waiting === undefined) this.#unread.set(key, new Set([sent]));
    else waiting.add(sent);
  }

  #excess<T>(list: T[]): T[] {
    const most = this.#knobs.remember;
    return most === null || list.length <= most * SLACK ? [] : list.splice(0, list.length - most);
  }
}
