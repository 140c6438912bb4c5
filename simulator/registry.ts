// Who is who and who may see what: portfolios, business numbers, the records of people, their ids, windows and messages.
// It owns the identity model (a BSUID per portfolio and user, made anew when the number changes), the visibility rule and the
// Contact Book. What happens leaves as updates through `emit`; it knows nothing of HTTP.

import { type Direction, mintBsuid, mintParentBsuid, mintTail, mintWamid } from './ids.ts';
import type { Knobs } from './knobs.ts';
import { type Face, type Json, stamp, systemMessage, userIdUpdate, valueFor } from './payloads.ts';
import { digitsOf, spellingsOf } from './phones.ts';
import type { Random } from './random.ts';
import type { Update } from './state.ts';
import {
  type BusinessNumber,
  type Line,
  type PersonRecord,
  type Portfolio,
  pairKey,
  type State,
  type Template,
} from './state.ts';

const DAY_MS = 86_400_000;
const MAX_LINES = 5000;
const MAX_OUTBOX = 5000;

interface RegistryParts {
  state: State;
  knobs: Knobs;
  random: Random;
  clock: () => number;
  emit: (update: Update) => void;
  /** Called after every change; `lasting` when an identifier was made or moved, which must not be forgotten. */
  changed: (lasting: boolean) => void;
}

interface NewNumber {
  phoneNumberId: string;
  /** Any spelling; kept as digits. */
  displayPhone: string;
  wabaId: string;
  portfolioId: string;
  name?: string;
}

export class Registry {
  readonly state: State;
  readonly knobs: Knobs;
  readonly random: Random;
  readonly #parts: RegistryParts;
  readonly #lines = new Map<string, Line>();
  #pretendedNow: number | undefined;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.state = parts.state;
    this.knobs = parts.knobs;
    this.random = parts.random;
    for (const line of this.state.lines) this.#lines.set(line.wamid, line);
  }

  now(): number {
    return this.#pretendedNow ?? this.#parts.clock();
  }

  /** Everything `act` does happens at `atMs`: visibility, windows and timestamps included. */
  at<T>(atMs: number, act: () => T): T {
    const before = this.#pretendedNow;
    this.#pretendedNow = atMs;
    try {
      return act();
    } finally {
      this.#pretendedNow = before;
    }
  }

  addPortfolio(options: { id: string; contactBook?: boolean; parentAccount?: string }): Portfolio {
    const parent = options.parentAccount === undefined ? {} : { parentAccount: options.parentAccount };
    const portfolio: Portfolio = { id: options.id, contactBook: options.contactBook ?? true, ...parent, book: [] };
    this.state.portfolios[portfolio.id] = portfolio;
    this.#parts.changed(true);
    return portfolio;
  }

  addNumber(options: NewNumber): BusinessNumber {
    this.portfolio(options.portfolioId);
    const number: BusinessNumber = {
      phoneNumberId: options.phoneNumberId,
      displayPhone: digitsOf(options.displayPhone),
      name: options.name ?? options.displayPhone,
      wabaId: options.wabaId,
      portfolioId: options.portfolioId,
      blocked: [],
    };
    this.state.numbers[number.phoneNumberId] = number;
    this.#parts.changed(true);
    return number;
  }

  addTemplate(template: Template): void {
    this.state.templates[template.name] = template;
    this.#parts.changed(false);
  }

  /** Switching the Contact Book off also empties it; switched on again it starts empty. */
  setContactBook(portfolioId: string, on: boolean): void {
    const portfolio = this.portfolio(portfolioId);
    portfolio.contactBook = on;
    if (!on) portfolio.book = [];
    this.#parts.changed(true);
  }

  portfolio(id: string): Portfolio {
    return this.state.portfolios[id] ?? fail(`no portfolio ${id}`);
  }

  number(phoneNumberId: string): BusinessNumber {
    return this.state.numbers[phoneNumberId] ?? fail(`no business number ${phoneNumberId}`);
  }

  record(personId: string): PersonRecord {
    return this.state.people[personId] ?? fail(`no person ${personId}`);
  }

  get numbers(): BusinessNumber[] {
    return Object.values(this.state.numbers);
  }

  /** Who answers at this phone number now, whatever national spelling is used. */
  holderOf(digits: string): PersonRecord | undefined {
    const people = Object.values(this.state.people);
    const exact = people.find((one) => one.phone === digits);
    if (exact !== undefined) return exact;
    const spellings = spellingsOf(digits);
    return people.find((one) => one.phone !== null && spellings.includes(one.phone));
  }

  /** Whose current BSUID or parent BSUID this is, as seen from one business number. Retired and foreign ones are nobody's. */
  ownerOf(recipient: string, number: BusinessNumber): { person: PersonRecord; kind: 'bsuid' | 'parent' } | undefined {
    const account = this.portfolio(number.portfolioId).parentAccount;
    for (const person of Object.values(this.state.people)) {
      if (person.bsuids[number.portfolioId] === recipient) return { person, kind: 'bsuid' };
      if (account !== undefined && person.parents[account] === recipient) return { person, kind: 'parent' };
    }
    return undefined;
  }

  bsuidOf(person: PersonRecord, portfolioId: string): string {
    return this.#kept(person.bsuids, portfolioId, () => mintBsuid(person.country, this.knobs.bsuid, this.random));
  }

  parentOf(person: PersonRecord, portfolioId: string): string | undefined {
    const account = this.portfolio(portfolioId).parentAccount;
    if (account === undefined) return undefined;
    return this.#kept(person.parents, account, () => mintParentBsuid(person.country, this.knobs.bsuid, this.random));
  }

  /**
   * Meta's rule: without a username always; with one only after traffic with the phone number itself on this business number
   * within the last 30 days, or with an entry in the portfolio's Contact Book (Meta, "Business-scoped user IDs", read 2026-09).
   */
  phoneVisible(person: PersonRecord, number: BusinessNumber): boolean {
    if (person.username === undefined) return true;
    const portfolio = this.portfolio(number.portfolioId);
    if (portfolio.contactBook && portfolio.book.includes(person.id)) return true;
    const last = this.state.phoneTraffic[pairKey(number.phoneNumberId, person.id)];
    const days = this.knobs.visibilityDays;
    return days > 0 && last !== undefined && this.now() - last <= days * DAY_MS;
  }

  faceOf(person: PersonRecord, number: BusinessNumber): Face {
    const parentId = this.parentOf(person, number.portfolioId);
    return {
      name: person.name,
      ...(person.username === undefined ? {} : { username: person.username }),
      phone: person.phone ?? person.formerPhones.at(-1) ?? '',
      phoneVisible: this.phoneVisible(person, number),
      userId: this.bsuidOf(person, number.portfolioId),
      ...(parentId === undefined ? {} : { parentId }),
    };
  }

  /** Traffic that carried the phone number: it keeps the number visible and writes the Contact Book. */
  notePhoneTraffic(person: PersonRecord, number: BusinessNumber): void {
    this.state.phoneTraffic[pairKey(number.phoneNumberId, person.id)] = this.now();
    this.enterInBook(person, number);
  }

  enterInBook(person: PersonRecord, number: BusinessNumber): void {
    const portfolio = this.portfolio(number.portfolioId);
    if (portfolio.contactBook && !portfolio.book.includes(person.id)) portfolio.book.push(person.id);
  }

  /** The person wrote or called: the window opens, and traffic counts where the phone showed. */
  noteInbound(person: PersonRecord, number: BusinessNumber): void {
    const key = pairKey(number.phoneNumberId, person.id);
    this.state.lastInbound[key] = Math.max(this.state.lastInbound[key] ?? 0, this.now());
    if (this.phoneVisible(person, number)) this.notePhoneTraffic(person, number);
  }

  windowOpen(person: PersonRecord, number: BusinessNumber): boolean {
    const last = this.state.lastInbound[pairKey(number.phoneNumberId, person.id)];
    return last !== undefined && this.now() - last < this.knobs.windowHours * 3_600_000;
  }

  /** A fresh message id as this business number would see it. */
  mintMessageId(identifier: string, direction: Direction): { wamid: string; tail: string } {
    const tail = mintTail(this.random);
    return { wamid: mintWamid(identifier, tail, direction), tail };
  }

  addLine(line: Line): void {
    this.state.lines.push(line);
    this.#lines.set(line.wamid, line);
    if (this.state.lines.length > MAX_LINES) {
      for (const gone of this.state.lines.splice(0, MAX_LINES / 10)) this.#lines.delete(gone.wamid);
    }
    if (this.state.outbox.length > MAX_OUTBOX) this.state.outbox.splice(0, MAX_OUTBOX / 10);
    this.touched();
  }

  line(wamid: string): Line | undefined {
    return this.#lines.get(wamid);
  }

  linesOf(personId: string, phoneNumberId?: string): Line[] {
    return this.state.lines.filter(
      (line) => line.personId === personId && (phoneNumberId === undefined || line.phoneNumberId === phoneNumberId),
    );
  }

  emit(number: BusinessNumber, field: string, value: Json): void {
    this.#parts.emit({ wabaId: number.wabaId, field, value });
    this.touched();
  }

  touched(lasting = false): void {
    this.#parts.changed(lasting);
  }

  /**
   * A new phone number: every BSUID of the person is made anew, and each business number that has a thread with them hears of
   * it once. Whether the fan-out is per number is undocumented; one message each is what integrators should survive.
   */
  moveToPhone(person: PersonRecord, phone: string): void {
    const next = this.freePhone(phone);
    const numbers = this.numbers.filter((number) => this.#haveThread(person.id, number.phoneNumberId));
    const before = new Map(numbers.map((number) => [number, this.faceOf(person, number)]));
    if (person.phone !== null) person.formerPhones.push(person.phone);
    person.phone = next;
    person.bsuids = {};
    person.parents = {};
    for (const [number, face] of before) {
      const change = { before: face, after: this.faceOf(person, number) };
      const { wamid, tail } = this.mintMessageId(face.phoneVisible ? face.phone : face.userId, 'inbound');
      const head = { id: wamid, timestamp: stamp(this.now()) };
      const message = { ...head, ...systemMessage(change, this.knobs.systemGeneration) };
      this.addLine({
        wamid,
        tail,
        phoneNumberId: number.phoneNumberId,
        personId: person.id,
        direction: 'inbound',
        at: this.now(),
        type: 'system',
        text: 'changed their phone number',
      });
      this.emit(number, 'messages', valueFor(number, { messages: [message] }));
      if (this.knobs.legacyUserIdUpdate) {
        this.emit(number, 'user_id_update', valueFor(number, userIdUpdate(change, this.now())));
      }
    }
    this.touched(true);
  }

  #haveThread(personId: string, phoneNumberId: string): boolean {
    const wrote = this.state.lastInbound[pairKey(phoneNumberId, personId)] !== undefined;
    return wrote || this.linesOf(personId, phoneNumberId).length > 0;
  }

  /** The digits of a number nobody has, or a sentence saying why it cannot be had. */
  freePhone(phone: string): string {
    const digits = digitsOf(phone);
    if (!/^[1-9]\d{5,14}$/.test(digits)) throw new Error(`${phone} is not a phone number with its country code`);
    if (this.holderOf(digits) !== undefined) throw new Error(`${phone} belongs to somebody already`);
    if (this.numbers.some((number) => number.displayPhone === digits)) throw new Error(`${phone} is a business number`);
    return digits;
  }

  #kept(ids: Record<string, string>, scope: string, mint: () => string): string {
    let id = ids[scope];
    if (id === undefined) {
      id = mint();
      ids[scope] = id;
      this.#parts.changed(true);
    }
    return id;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
