// What people and the business do, before Meta makes webhooks of it.

import { Chance } from './chance.ts';
import { type Lives, type Person, type Stay, stayAt } from './lives.ts';
import type { Line } from './numbers.ts';
import { dayMs, hourMs, secondMs, type TownSettings, yearMs } from './settings.ts';

/** A number of ours, and the portfolio it is in. */
export interface OurNumber {
  id: string;
  portfolio: string;
  /** Meta's Contact Book: once a number was seen it stays visible to the portfolio. */
  contactBook: boolean;
}

export const ourNumbers = {
  sales: { id: 'sales', portfolio: 'first', contactBook: false },
  service: { id: 'service', portfolio: 'first', contactBook: false },
  other: { id: 'other', portfolio: 'second', contactBook: true },
} as const satisfies Record<string, OurNumber>;

export type Act =
  | { kind: 'wrote'; at: number; stay: Stay; number: OurNumber }
  /** We answer, in the service or in the WhatsApp Business app. */
  | { kind: 'answered'; at: number; stay: Stay; number: OurNumber; echo: boolean }
  /** We write to a number before anybody wrote from it, meaning whoever has it now. */
  | { kind: 'wrote-first'; at: number; stay: Stay; number: OurNumber }
  /** We write to a number out of an old list, whoever has it now. */
  | { kind: 'wrote-to-list'; at: number; line: Line; number: OurNumber }
  | { kind: 'moved'; at: number; from: Stay; to: Stay; told: Telling };

/** Which wire form the word about a changed number has; `never` where no word comes. */
export type Telling = 'phones-only' | 'no-previous-id' | 'complete' | 'never';

export function actsOf(lives: Lives, settings: TownSettings): Act[] {
  const chance = new Chance(settings.seed + 2);
  const acts = lives.people.flatMap((person) => [
    ...talks(person, settings, chance),
    ...moves(person, settings, chance),
  ]);
  return acts.sort((a, b) => a.at - b.at);
}

function talks(person: Person, settings: TownSettings, chance: Chance): Act[] {
  const { sales, service, other } = ourNumbers;
  const own = chance.yes(0.8) ? [sales] : [sales, service];
  const numbers = chance.yes(settings.bothPortfolios) ? [...own, other] : chance.yes(0.1) ? [other] : own;
  return numbers.flatMap((number) => talk(person, number, settings, chance));
}

/** A person and a number of ours, from the first word on: some write often, some once in two years. */
function talk(person: Person, number: OurNumber, settings: TownSettings, chance: Chance): Act[] {
  const end = settings.startsAt + settings.days * dayMs;
  const arrived = person.stays[0]?.from ?? end;
  const meanWait = yearMs / (0.5 + chance.wait(2.5));
  let at = seconds(arrived + hourMs + chance.wait(60 * dayMs));
  const acts: Act[] = chance.yes(settings.writtenToFirst) ? writtenToFirst(person, number, at) : [];
  for (; at < end; at = seconds(at + hourMs + chance.wait(meanWait))) {
    const messages = chance.whole(1, 2);
    for (let message = 0; message < messages; message += 1)
      acts.push(...exchange(person, number, at + message * 40 * secondMs, chance));
    const before = person.stays.find((stay) => stay.from < at);
    if (before && chance.yes(0.03))
      acts.push({ kind: 'wrote-to-list', at: seconds(at + chance.wait(150 * dayMs)), line: before.line, number });
  }
  return acts.filter((act) => act.at < end);
}

function writtenToFirst(person: Person, number: OurNumber, at: number): Act[] {
  const stay = stayAt(person, at - hourMs / 2);
  return stay ? [{ kind: 'wrote-first', at: at - hourMs / 2, stay, number }] : [];
}

function exchange(person: Person, number: OurNumber, at: number, chance: Chance): Act[] {
  const stay = stayAt(person, at);
  if (!stay) return [];
  const answered = seconds(at + chance.between(10 * secondMs, 20 * hourMs));
  const answers = chance.yes(0.45) && answered < stay.until;
  return [
    { kind: 'wrote', at, stay, number },
    ...(answers ? [{ kind: 'answered' as const, at: answered, stay, number, echo: chance.yes(0.15) }] : []),
  ];
}

function moves(person: Person, settings: TownSettings, chance: Chance): Act[] {
  return person.stays.flatMap((to, index) => {
    const from = person.stays[index - 1];
    return to.because === 'moved' && from
      ? [{ kind: 'moved', at: to.from, from, to, told: tellingOf(settings, chance) }]
      : [];
  });
}

function tellingOf(settings: TownSettings, chance: Chance): Telling {
  if (chance.yes(settings.changesUntold)) return 'never';
  if (chance.yes(settings.changesInPhonesOnly)) return 'phones-only';
  return chance.yes(settings.changesWithoutPreviousId) ? 'no-previous-id' : 'complete';
}

/** Meta's clock has whole seconds. */
function seconds(ms: number): number {
  return Math.floor(ms / secondMs) * secondMs;
}
