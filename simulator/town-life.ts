// The town from now on: people write, read, answer, and now and then take a username or another number.
// Within a minute of every start somebody adopts a username in the middle of a conversation, as long as anybody has none.

import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import type { Outgoing } from './state.ts';
import { type Choice, choicesOf } from './taps.ts';
import { anyFile } from './town-files.ts';
import { afterUsername, cast, newcomers } from './town-people.ts';

const ADOPTION_AT_MS = 45_000;
const MOST_REPLIES_IN_A_ROW = 4;

type NumberOf = (who: string, to?: 'sales' | 'service') => string;

export function startLife(meta: Simulator, numberOf: NumberOf, pace: number): { stop: () => void } {
  const timers = new Set<NodeJS.Timeout>();
  const { random } = meta.world;
  const later = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms / pace);
    timers.add(timer);
  };
  const life = new Life(meta, numberOf, later);
  const beat = (): void => {
    life.somethingHappens();
    later(random.int(5000, 25_000), beat);
  };
  later(4000, beat);
  life.planAdoption();
  meta.onAccepted((sent) => life.answer(sent));
  return {
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

class Life {
  readonly #meta: Simulator;
  readonly #numberOf: NumberOf;
  readonly #later: (ms: number, act: () => void) => void;
  /** Replies since the person last spoke unasked: conversations must end some time. */
  readonly #inARow = new Map<string, number>();
  /** The next line of each person's script. */
  readonly #next = new Map<string, number>();

  constructor(meta: Simulator, numberOf: NumberOf, later: (ms: number, act: () => void) => void) {
    this.#meta = meta;
    this.#numberOf = numberOf;
    this.#later = later;
  }

  /** One person, picked beforehand, writes, adopts a username, and goes on in the same thread with the number gone. */
  planAdoption(): void {
    const { random } = this.#meta.world;
    const planned = random.shuffled(
      this.#present().filter((one) => one.username === undefined && usernameOf(one) !== undefined),
    );
    const person = planned[0];
    if (person === undefined) return;
    const number = this.#numberFor(person);
    this.#later(ADOPTION_AT_MS - 30_000, () => this.#open(person));
    this.#later(ADOPTION_AT_MS, () => this.#adopt(person));
    this.#later(ADOPTION_AT_MS + 7000, () => this.#say(person, number, afterUsername));
  }

  somethingHappens(): void {
    const { random } = this.#meta.world;
    const people = this.#present();
    if (people.length === 0) return;
    const person = random.pick(people);
    const dice = random.next();
    if (dice < 0.02) this.#adopt(person);
    else if (dice < 0.035) this.#moveHouse(person);
    else if (dice < 0.045) this.#takeOver();
    else if (dice < 0.075) this.#try(() => person.call(this.#numberFor(person), { answered: random.chance(0.5) }));
    else if (dice < 0.2) this.#sendFile(person);
    else this.#open(person);
  }

  #sendFile(person: Person): void {
    const { random } = this.#meta.world;
    this.#inARow.set(person.id, 0);
    this.#try(() => person.sendMedia(this.#numberFor(person), anyFile(random, person.name)));
  }

  /** The shop has written: they read it after a while, and mostly answer. */
  answer(sent: Outgoing): void {
    const { random } = this.#meta.world;
    const { personId, phoneNumberId } = sent;
    if (personId === undefined) return;
    const person = this.#meta.world.person(personId);
    const readAfterMs = random.int(2500, 6000);
    this.#later(readAfterMs, () => this.#try(() => person.reads(phoneNumberId)));
    const answerAfterMs = readAfterMs + random.int(2500, 7000);
    if (this.#asks(sent)) {
      this.#mayShare(person, sent, answerAfterMs);
      return;
    }
    const said = this.#inARow.get(personId) ?? 0;
    if (said >= MOST_REPLIES_IN_A_ROW || random.chance(0.1)) return;
    this.#inARow.set(personId, said + 1);
    this.#later(answerAfterMs, () => {
      if (!this.#tapSomething(person, sent)) this.#say(person, phoneNumberId, this.#lineOf(person, 'replies'));
    });
  }

  #asks(sent: Outgoing): boolean {
    return this.#choices(sent).some(({ kind }) => kind === 'share');
  }

  /** Asked for their number, most give it, some take their time, and some would rather not. */
  #mayShare(person: Person, sent: Outgoing, afterMs: number): void {
    const { random } = this.#meta.world;
    const dice = random.next();
    if (dice > 0.8) return;
    const waitMs = dice < 0.6 ? afterMs : random.int(60_000, 150_000);
    this.#later(waitMs, () => this.#try(() => person.shareNumber(sent.phoneNumberId, { replyTo: sent.wamid })));
  }

  /** Whether there was something to tap, and they did. */
  #tapSomething(person: Person, sent: Outgoing): boolean {
    const { random } = this.#meta.world;
    const able = this.#choices(sent).filter(({ kind }) => kind !== 'link');
    if (able.length === 0 || random.chance(0.2)) return false;
    this.#try(() => person.tap(sent.wamid, random.pick(able).id));
    return true;
  }

  #choices(sent: Outgoing): Choice[] {
    const line = this.#meta.world.line(sent.wamid);
    return line === undefined ? [] : choicesOf(line);
  }

  #open(person: Person): void {
    this.#inARow.set(person.id, 0);
    this.#say(person, this.#numberFor(person), this.#lineOf(person, 'openers'));
  }

  #adopt(person: Person): void {
    const name = usernameOf(person);
    if (name === undefined || person.username !== undefined) return;
    this.#try(() => person.adoptUsername(name));
  }

  /** The last two digits change: a new line with the same carrier. */
  #moveHouse(person: Person): void {
    const { random } = this.#meta.world;
    const phone = person.phone;
    if (phone === null) return;
    const last = phone.slice(-2);
    const next = random.text('0123456789', 2);
    if (next === last) return;
    this.#try(() => person.changeNumber(`+${phone.slice(0, -2)}${next}`));
    const number = this.#numberFor(person);
    this.#later(random.int(4000, 9000), () => this.#say(person, number, this.#lineOf(person, 'openers')));
  }

  /** Somebody new gets a number another gave up, and writes from it. */
  #takeOver(): void {
    const { world } = this.#meta;
    const free = world.people
      .flatMap((person) => person.record.formerPhones.map((phone) => ({ phone, country: person.record.country })))
      .filter(({ phone }) => world.holderOf(phone) === undefined);
    const name = newcomers.find((one) => world.people.every((person) => person.name !== one));
    const number = free[0];
    if (name === undefined || number === undefined) return;
    this.#try(() => {
      const person = world.addPerson({ name, phone: number.phone, country: number.country });
      person.write(this.#numberFor(person), 'Hello, is this the bicycle shop? I am new here.');
    });
  }

  #say(person: Person, number: string, text: string): void {
    this.#try(() => person.write(number, text));
  }

  #lineOf(person: Person, kind: 'openers' | 'replies'): string {
    const lines = cast.find((one) => one.id === person.id)?.[kind] ?? [
      'Hello?',
      'Okay, thank you',
      'How much is a new tyre?',
    ];
    const key = `${person.id} ${kind}`;
    const next = this.#next.get(key) ?? this.#meta.world.random.int(0, lines.length - 1);
    this.#next.set(key, next + 1);
    return lines[next % lines.length] ?? 'Hello?';
  }

  #present(): Person[] {
    return this.#meta.world.people.filter((person) => person.phone !== null);
  }

  #numberFor(person: Person): string {
    return this.#numberOf(person.id);
  }

  /** What is no longer possible when its moment comes (they have left, the name is taken) just does not happen. */
  #try(act: () => void): void {
    try {
      act();
    } catch {
      // Life goes on.
    }
  }
}

const usernameOf = (person: Person): string | undefined => cast.find((one) => one.id === person.id)?.username;
