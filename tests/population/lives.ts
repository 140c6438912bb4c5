// The truth: who had which number when, and under which username. Nobody but the scores reads it.

import { parseUsername, type Username } from '@throughline/identity';
import { Chance } from './chance.ts';
import { type Line, lineOf } from './numbers.ts';
import { dayMs, hourMs, type TownSettings, yearMs } from './settings.ts';

/** A WhatsApp account: a person on a line. A change of number ends it and begins another. */
export interface Stay {
  id: number;
  person: Person;
  line: Line;
  from: number;
  /** Infinity while it lasts. */
  until: number;
  /** How it came about. `arrived`: the person's first. `remade`: deleted, and registered again on the same line. */
  because: 'arrived' | 'moved' | 'remade';
}

export interface Person {
  id: number;
  name: string;
  stays: Stay[];
  usernames: { from: number; until: number; value: Username }[];
}

export interface Lives {
  people: Person[];
  /** All stays of a line, in order of time. */
  onLine: Map<number, Stay[]>;
}

interface Happening {
  at: number;
  person: Person;
  what: 'arrive' | 'move' | 'remake' | 'leave';
}

const quarantineMs = 45 * dayMs;
const earliestHandOverMs = 2 * dayMs;

export function liveLives(settings: TownSettings): Lives {
  const lives = new Living(settings);
  lives.run();
  adoptUsernames(lives.people, settings);
  return { people: lives.people, onLine: lives.onLine };
}

class Living {
  readonly people: Person[];
  readonly onLine = new Map<number, Stay[]>();
  private readonly settings: TownSettings;
  private readonly chance: Chance;
  private readonly calendar: Happening[][];
  private readonly free: { line: Line; since: number }[] = [];
  private stays = 0;
  private lines = 0;

  constructor(settings: TownSettings) {
    this.settings = settings;
    this.chance = new Chance(settings.seed);
    this.calendar = Array.from({ length: settings.days }, () => []);
    this.people = Array.from({ length: settings.people }, (_, id) => ({
      id,
      name: `Person ${id}`,
      stays: [],
      usernames: [],
    }));
  }

  run(): void {
    const span = this.settings.days * dayMs;
    for (const person of this.people) {
      const at = this.chance.yes(0.5) ? this.chance.between(0, dayMs) : this.chance.between(dayMs, span);
      this.plan({ at: this.settings.startsAt + at, person, what: 'arrive' });
    }
    for (const day of this.calendar)
      for (const happening of day.sort((a, b) => a.at - b.at || a.person.id - b.person.id)) this.happen(happening);
  }

  private plan(happening: Happening): void {
    const at = Math.floor(happening.at / 1000) * 1000;
    this.calendar[Math.floor((at - this.settings.startsAt) / dayMs)]?.push({ ...happening, at });
  }

  private happen({ at, person, what }: Happening): void {
    const now = person.stays.at(-1);
    if (now) now.until = at;
    if (what === 'leave' || what === 'move') if (now) this.free.push({ line: now.line, since: at });
    if (what === 'leave') return;
    const line = what === 'remake' && now ? now.line : this.lineAt(at);
    const because = what === 'arrive' ? 'arrived' : what === 'move' ? 'moved' : 'remade';
    this.stays += 1;
    const stay: Stay = { id: this.stays, person, line, from: at, until: Number.POSITIVE_INFINITY, because };
    person.stays.push(stay);
    this.onLine.set(line.id, [...(this.onLine.get(line.id) ?? []), stay]);
    this.planNext(at, person);
  }

  /** Whichever comes first. Never on the day of the last happening: the next day is not sorted yet. */
  private planNext(at: number, person: Person): void {
    const { changesOfNumber, leaving, newAccountsOnSameNumber } = this.settings.yearsBetween;
    const after = (years: number) => at + dayMs + this.chance.wait(years * yearMs);
    const next: Happening[] = [
      { at: after(changesOfNumber), person, what: 'move' },
      { at: after(newAccountsOnSameNumber), person, what: 'remake' },
      { at: after(leaving), person, what: 'leave' },
    ];
    const first = next.sort((a, b) => a.at - b.at)[0];
    if (first) this.plan(first);
  }

  /** A line somebody gave up, the one that rested longest of those that did for 45 days, or one given up only days ago; else a new one. */
  private lineAt(at: number): Line {
    const { recycled, recycledEarly } = this.settings;
    if (!this.chance.yes(recycled)) return this.newLine();
    const index = this.chance.yes(recycledEarly)
      ? this.free.findLastIndex(({ since }) => at - since >= earliestHandOverMs)
      : this.free.findIndex(({ since }) => at - since >= quarantineMs);
    const [taken] = index >= 0 ? this.free.splice(index, 1) : [];
    return taken?.line ?? this.newLine();
  }

  private newLine(): Line {
    this.lines += 1;
    return lineOf(this.lines);
  }
}

/** Some take a username, of these some change or drop it; a few take one that somebody gave up. */
function adoptUsernames(people: readonly Person[], settings: TownSettings): void {
  const chance = new Chance(settings.seed + 1);
  const given: { value: Username; since: number }[] = [];
  const end = settings.startsAt + settings.days * dayMs;
  for (const person of people) {
    const arrived = person.stays[0]?.from;
    if (arrived === undefined || !chance.yes(settings.usernames)) continue;
    let from =
      Math.max(arrived, Math.max(settings.startsAt, settings.accountsSince) + 90 * dayMs) + chance.wait(300 * dayMs);
    for (let turn = 0; turn < 3 && from < end; turn += 1) {
      const until = chance.yes(0.3) ? from + chance.wait(200 * dayMs) : Number.POSITIVE_INFINITY;
      const left = given.findIndex(({ since }) => since < from);
      const [taken] = left >= 0 && chance.yes(settings.usernamesTakenOver) ? given.splice(left, 1) : [];
      const value = taken?.value ?? parseUsername(`person.${person.id}_${turn}`);
      if (!value) throw new Error('The town made a username that is none.');
      person.usernames.push({ from, until, value });
      if (until < end) given.push({ value, since: until });
      // Half of those who give one up go without for good.
      if (until >= end || chance.yes(0.5)) break;
      from = until + chance.between(0, hourMs);
    }
  }
}

export function stayAt(person: Person, at: number): Stay | undefined {
  return person.stays.findLast((stay) => stay.from <= at && at < stay.until);
}

export function stayOnLine(lives: Lives, line: Line, at: number): Stay | undefined {
  return lives.onLine.get(line.id)?.findLast((stay) => stay.from <= at && at < stay.until);
}

export function usernameAt(person: Person, at: number): Username | null {
  return person.usernames.findLast((one) => one.from <= at && at < one.until)?.value ?? null;
}
