// Meta's side: which identifiers a webhook carries. The rules are Meta's ("Business-scoped user IDs", revision 2026-06-29,
// read 2026-09): who has no username always shows the number; who has one shows it for 30 days after a message to or from
// the number itself, for each number of ours apart, or while the portfolio's Contact Book has it.

import {
  type Bsuid,
  type E164,
  type Evidence,
  type EvidenceId,
  type ParentBsuid,
  parseBsuid,
  parseParentBsuid,
} from '@throughline/identity';
import type { Act, OurNumber } from './acts.ts';
import { Chance } from './chance.ts';
import { type Lives, type Stay, stayOnLine, usernameAt } from './lives.ts';
import type { Line } from './numbers.ts';
import { dayMs, secondMs, type TownSettings } from './settings.ts';

/** What a webhook says, and the truth about it. */
export interface Item {
  portfolio: string;
  evidence: Evidence;
  /** Whose account it is about; null where we wrote to a number nobody had. */
  stay: Stay | null;
  /**
   * What it is to the scores. said: the person wrote it; scored. first-word: we wrote to a number meaning whoever has it now;
   * counted apart. told: the rest.
   */
  as: 'said' | 'first-word' | 'told';
}

const shownForMs = 30 * dayMs;
/** From this day on both portfolios are enrolled, and what comes of their people has a parent id beside the other. */
const enrolledAfterDays = 700;

export function webhooksOf(acts: readonly Act[], lives: Lives, settings: TownSettings): Item[] {
  const meta = new Meta(lives, settings);
  return acts.flatMap((act) => meta.webhooksOf(act));
}

class Meta {
  private readonly lives: Lives;
  private readonly settings: TownSettings;
  private readonly chance: Chance;
  /** By number of ours and account: the last message to or from the phone itself. */
  private readonly touched = new Map<string, number>();
  /** By portfolio and account: the Contact Book's entries, and accounts whose number was seen. */
  private readonly book = new Set<string>();
  private readonly seen = new Set<string>();
  /** By account: the numbers of ours it has a thread with. */
  private readonly threads = new Map<number, Set<OurNumber>>();

  constructor(lives: Lives, settings: TownSettings) {
    this.lives = lives;
    this.settings = settings;
    this.chance = new Chance(settings.seed + 3);
  }

  webhooksOf(act: Act): Item[] {
    switch (act.kind) {
      case 'wrote':
        return [this.message(act.stay, act.number, act.at)];
      case 'answered':
        return this.answer(act.stay, act.number, act.at, act.echo);
      case 'wrote-first':
        return this.outOfTheBlue(act.stay, act.stay.line, act.number, act.at, 'first-word');
      case 'wrote-to-list':
        return this.outOfTheBlue(
          stayOnLine(this.lives, act.line, act.at) ?? null,
          act.line,
          act.number,
          act.at,
          'told',
        );
      case 'moved':
        return act.told === 'never' ? [] : this.changedNumber(act);
    }
  }

  private message(stay: Stay, number: OurNumber, at: number): Item {
    const shows = this.shows(stay, number, at);
    if (shows) this.touch(stay, number, at);
    this.open(stay, number);
    const nameless = shows && (at < this.settings.accountsSince || this.chance.yes(this.settings.phoneOnly));
    const evidence: Evidence = {
      kind: 'seen-together',
      by: 'customer',
      id: this.id(),
      at,
      ...(shows && { phone: this.spelled(stay.line) }),
      ...(!nameless && this.namesOf(stay, number.portfolio, at)),
      name: stay.person.name,
      username: usernameAt(stay.person, at),
    };
    return { portfolio: number.portfolio, evidence, stay, as: 'said' };
  }

  /** To the phone where it shows or was seen with this account, as Meta recommends, else to the account; then the statuses of it. */
  private answer(stay: Stay, number: OurNumber, at: number, echo: boolean): Item[] {
    const shows = this.shows(stay, number, at) || this.seen.has(inPortfolio(stay, number));
    if (shows) this.touch(stay, number, at);
    const said = echo ? [this.ours(stay, stay.line, number, at, shows)] : [];
    return [...said, ...this.statuses(stay, number, at, shows)];
  }

  private outOfTheBlue(
    stay: Stay | null,
    line: Line,
    number: OurNumber,
    at: number,
    as: 'first-word' | 'told',
  ): Item[] {
    if (stay) {
      this.touch(stay, number, at);
      this.open(stay, number);
    }
    const evidence: Evidence = { kind: 'seen-together', by: 'business', id: this.id(), at, phone: this.spelled(line) };
    const said: Item = { portfolio: number.portfolio, evidence, stay, as };
    return stay ? [said, ...this.statuses(stay, number, at, true)] : [said];
  }

  private ours(stay: Stay, line: Line, number: OurNumber, at: number, shows: boolean): Item {
    const evidence: Evidence = {
      kind: 'seen-together',
      by: 'business',
      id: this.id(),
      at,
      ...(shows && { phone: this.spelled(line) }),
      ...this.accountOf(stay, number.portfolio, at),
    };
    if (!evidence.phone && !evidence.bsuid) evidence.phone = this.spelled(line);
    return { portfolio: number.portfolio, evidence, stay, as: 'told' };
  }

  /** Delivered, and mostly read: each tells the pair. Not before Meta named accounts: a phone alone teaches nothing. */
  private statuses(stay: Stay, number: OurNumber, at: number, shows: boolean): Item[] {
    const moments = [at + 2 * secondMs, at + this.chance.whole(10, 4 * 3600) * secondMs].filter(
      (moment) => moment < stay.until,
    );
    return moments
      .filter((moment, index) => moment >= this.settings.accountsSince && (index === 0 || this.chance.yes(0.7)))
      .map((moment) => ({
        portfolio: number.portfolio,
        stay,
        as: 'told',
        evidence: {
          kind: 'seen-together',
          by: 'status',
          id: this.id(),
          at: moment,
          ...(shows && { phone: this.spelled(stay.line) }),
          ...this.namesOf(stay, number.portfolio, moment),
        },
      }));
  }

  /** Told to every number of ours that knows the person, each in its own webhook. */
  private changedNumber({ at, from, to, told }: Act & { kind: 'moved' }): Item[] {
    return [...(this.threads.get(from.id) ?? [])].flatMap((number) => {
      const shows = this.shows(from, number, at);
      this.open(to, number);
      if (shows) this.touch(to, number, at);
      const phones = {
        previous: shows && { phone: this.spelled(from.line) },
        current: shows && { phone: this.spelled(to.line) },
      };
      const previousNames = told === 'complete' && this.accountOf(from, number.portfolio, at);
      const currentNames = !(told === 'phones-only' && shows) && this.accountOf(to, number.portfolio, at);
      const previous = { ...phones.previous, ...previousNames };
      const current = { ...phones.current, ...currentNames };
      const evidence: Evidence = { kind: 'rotated', id: this.id(), at, previous, current };
      return Object.keys(current).length > 0 ? [{ portfolio: number.portfolio, evidence, stay: to, as: 'told' }] : [];
    });
  }

  private shows(stay: Stay, number: OurNumber, at: number): boolean {
    if (usernameAt(stay.person, at) === null) return true;
    if (number.contactBook && this.book.has(inPortfolio(stay, number))) return true;
    return at - (this.touched.get(`${number.id} ${stay.id}`) ?? Number.NEGATIVE_INFINITY) <= shownForMs;
  }

  private touch(stay: Stay, number: OurNumber, at: number): void {
    this.touched.set(`${number.id} ${stay.id}`, at);
    // Before accounts had ids no number was seen with one. The Contact Book began then too, and took in nothing older.
    if (at < this.settings.accountsSince) return;
    this.seen.add(inPortfolio(stay, number));
    this.book.add(inPortfolio(stay, number));
  }

  private open(stay: Stay, number: OurNumber): void {
    this.threads.set(stay.id, (this.threads.get(stay.id) ?? new Set()).add(number));
  }

  private namesOf(stay: Stay, portfolio: string, at: number) {
    return at < this.settings.accountsSince ? {} : this.accountOf(stay, portfolio, at);
  }

  private accountOf(stay: Stay, portfolio: string, at: number): { bsuid?: Bsuid; parent?: ParentBsuid } {
    if (at < this.settings.accountsSince) return {};
    const enrolled = at >= this.settings.startsAt + enrolledAfterDays * dayMs;
    return { bsuid: bsuidOf(stay, portfolio), ...(enrolled && { parent: parentOf(stay) }) };
  }

  private spelled(line: Line): E164 {
    return this.chance.pick(line.spellings);
  }

  /** As if by a keyed hash: sorts unlike the order things happened in. */
  private id(): EvidenceId {
    const part = () =>
      Math.floor(this.chance.next() * 2 ** 32)
        .toString(36)
        .padStart(7, '0');
    return `${part()}${part()}` as EvidenceId;
  }
}

function inPortfolio(stay: Stay, { portfolio }: OurNumber): string {
  return `${portfolio} ${stay.id}`;
}

/** A person's id for a portfolio; a new one with each account. */
export function bsuidOf(stay: Stay, portfolio: string): Bsuid {
  const bsuid = parseBsuid(`${stay.line.country}.${portfolio}${String(stay.id).padStart(12, '0')}`);
  if (!bsuid) throw new Error('The town made an account id that is none.');
  return bsuid;
}

function parentOf(stay: Stay): ParentBsuid {
  const parent = parseParentBsuid(`${stay.line.country}.ENT.${String(stay.id).padStart(12, '0')}`);
  if (!parent) throw new Error('The town made a parent id that is none.');
  return parent;
}
