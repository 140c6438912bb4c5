// Requests for a phone number, on the side of whoever is asked: some share it at once, some late, some never. A refusal is
// silence: Meta tells nobody (Meta, "Business-scoped user IDs", read 2026-09).

import type { Outgoing } from './state.ts';
import { choicesOf } from './taps.ts';
import type { World } from './world.ts';

/** How often those who answer late look whether their time has come, in real time. */
const LOOK_MS = 1000;
const MOST_WAITING = 10_000;

export class Asks {
  readonly #world: World;
  #waiting: { sent: Outgoing; dueAt: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Called with each message that reached somebody. */
  reached(sent: Outgoing): void {
    if (sent.personId === undefined || !this.asks(sent)) return;
    const { whenAsked } = this.#world.record(sent.personId);
    if (whenAsked === 'share') this.#share(sent);
    if (whenAsked !== 'late' || this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push({ sent, dueAt: this.#world.now() + this.#world.knobs.answersLateMs });
    this.#timer ??= setInterval(() => this.look(), LOOK_MS).unref();
  }

  asks(sent: Outgoing): boolean {
    const line = this.#world.line(sent.wamid);
    return line !== undefined && choicesOf(line).some(({ kind }) => kind === 'share');
  }

  look(): void {
    const now = this.#world.now();
    const due = this.#waiting.filter(({ dueAt }) => dueAt <= now);
    this.#waiting = this.#waiting.filter(({ dueAt }) => dueAt > now);
    for (const { sent } of due) this.#share(sent);
    if (this.#waiting.length === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #share({ personId, phoneNumberId, wamid }: Outgoing): void {
    if (personId === undefined || this.#world.record(personId).phone === null) return;
    this.#world.person(personId).shareNumber(phoneNumberId, { replyTo: wamid });
  }
}
