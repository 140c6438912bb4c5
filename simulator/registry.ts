// Who is who and who may see what: portfolios, business numbers, the records of people, their ids, windows and messages.
// It owns the identity model (a BSUID per portfolio and user, made anew when the number changes), the visibility rule and the
// Contact Book. What happens leaves as updates through `emit`; it knows nothing of HTTP.

import { Directory } from './directory.ts';
import { type Direction, mintBsuid, mintParentBsuid, mintTail, mintWamid } from './ids.ts';
import type { Knobs } from './knobs.ts';
import { Log } from './log.ts';
import { MediaStore } from './media-store.ts';
import type { Face, Json } from './payloads.ts';
import { digitsOf } from './phones.ts';
import type { Random } from './random.ts';
import {
  type BusinessNumber,
  type Line,
  type MessagingTier,
  type Outgoing,
  type PersonRecord,
  type Portfolio,
  pairKey,
  type State,
  type Template,
  type Update,
} from './state.ts';
import { TemplateCatalog } from './template-catalog.ts';

const DAY_MS = 86_400_000;

interface RegistryParts {
  state: State;
  knobs: Knobs;
  random: Random;
  clock: () => number;
  /** Where the bytes of files go; in memory where left out. */
  mediaFolder?: string;
  emit: (update: Update) => void;
  /** Calls `act` after so many real milliseconds, unless the simulator is closed by then. */
  later: (ms: number, act: () => void) => void;
  /** Called after every change; `lasting` when an identifier was made or moved, which must not be forgotten. */
  changed: (lasting: boolean) => void;
}

interface NewPortfolio {
  id: string;
  contactBook?: boolean;
  parentAccount?: string;
  messagingLimit?: MessagingTier;
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
  readonly media: MediaStore;
  readonly catalog: TemplateCatalog;
  readonly #parts: RegistryParts;
  readonly #directory: Directory;
  readonly #log: Log;
  #pretendedNow: number | undefined;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.state = parts.state;
    this.knobs = parts.knobs;
    this.random = parts.random;
    this.#directory = new Directory(parts.state);
    this.#log = new Log(parts.state, parts.knobs);
    const folder = parts.mediaFolder === undefined ? {} : { folder: parts.mediaFolder };
    this.media = new MediaStore({ state: parts.state, random: parts.random, now: () => this.now(), ...folder });
    this.catalog = new TemplateCatalog({
      ...parts,
      now: () => this.now(),
      emit: (wabaId, field, value) => this.emitTo(wabaId, field, value),
    });
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

  addPortfolio(options: NewPortfolio): Portfolio {
    const parent = options.parentAccount === undefined ? {} : { parentAccount: options.parentAccount };
    const limit = options.messagingLimit === undefined ? {} : { messagingLimit: options.messagingLimit };
    const { id, contactBook = true } = options;
    const portfolio: Portfolio = { id, contactBook, ...parent, ...limit, book: [] };
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
    if (!on) {
      portfolio.book = [];
      this.#directory.book(portfolioId).clear();
    }
    this.#parts.changed(true);
  }

  setMessagingLimit(portfolioId: string, limit: MessagingTier): void {
    this.portfolio(portfolioId).messagingLimit = limit;
    this.#parts.changed(false);
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
    return this.#directory.byPhone(digits);
  }

  namedBy(username: string): PersonRecord | undefined {
    return this.#directory.byUsername(username);
  }

  /** Whose current BSUID or parent BSUID this is, as seen from one business number. Retired and foreign ones are nobody's. */
  ownerOf(recipient: string, number: BusinessNumber): { person: PersonRecord; kind: 'bsuid' | 'parent' } | undefined {
    const person = this.#directory.byId(`portfolio ${number.portfolioId}`, recipient);
    if (person !== undefined) return { person, kind: 'bsuid' };
    const account = this.portfolio(number.portfolioId).parentAccount;
    const child = account === undefined ? undefined : this.#directory.byId(`account ${account}`, recipient);
    return child === undefined ? undefined : { person: child, kind: 'parent' };
  }

  enterPerson(person: PersonRecord): void {
    this.state.people[person.id] = person;
    this.#directory.enter(person);
    this.touched(true);
  }

  /** Changes what somebody is known by. */
  change(person: PersonRecord, how: (person: PersonRecord) => void): void {
    this.#directory.leave(person);
    how(person);
    this.#directory.enter(person);
    this.touched(true);
  }

  bsuidOf(person: PersonRecord, portfolioId: string): string {
    return this.#kept(person, person.bsuids, portfolioId, () =>
      mintBsuid(person.country, this.knobs.bsuid, this.random),
    );
  }

  parentOf(person: PersonRecord, portfolioId: string): string | undefined {
    const account = this.portfolio(portfolioId).parentAccount;
    if (account === undefined) return undefined;
    return this.#kept(person, person.parents, account, () =>
      mintParentBsuid(person.country, this.knobs.bsuid, this.random),
    );
  }

  /**
   * Meta's rule: without a username always; with one only after traffic with the phone number itself on this business number
   * within the last 30 days, or with an entry in the portfolio's Contact Book (Meta, "Business-scoped user IDs", read 2026-09).
   */
  phoneVisible(person: PersonRecord, number: BusinessNumber): boolean {
    if (person.username === undefined) return true;
    const portfolio = this.portfolio(number.portfolioId);
    if (portfolio.contactBook && this.#directory.book(portfolio.id).has(person.id)) return true;
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
    const book = this.#directory.book(portfolio.id);
    if (!portfolio.contactBook || book.has(person.id)) return;
    book.add(person.id);
    portfolio.book.push(person.id);
  }

  /** Whether there was an entry. What the 30-day rule shows stays shown (Meta, "Business-scoped user IDs", read 2026-09). */
  removeFromBook(person: PersonRecord, number: BusinessNumber): boolean {
    const portfolio = this.portfolio(number.portfolioId);
    const deleted = this.#directory.book(portfolio.id).delete(person.id);
    if (deleted) portfolio.book = portfolio.book.filter((id) => id !== person.id);
    this.touched(true);
    return deleted;
  }

  /** The person wrote or called: the window opens, and traffic counts where the phone showed. */
  noteInbound(person: PersonRecord, number: BusinessNumber): void {
    const key = pairKey(number.phoneNumberId, person.id);
    this.state.lastInbound[key] = Math.max(this.state.lastInbound[key] ?? 0, this.now());
    if (this.phoneVisible(person, number)) this.notePhoneTraffic(person, number);
  }

  windowOpen(person: PersonRecord, number: BusinessNumber): boolean {
    return this.heardWithin(person, number, this.knobs.windowHours * 3_600_000);
  }

  heardWithin(person: PersonRecord, number: BusinessNumber, ms: number): boolean {
    const last = this.state.lastInbound[pairKey(number.phoneNumberId, person.id)];
    return last !== undefined && this.now() - last < ms;
  }

  /** A fresh message id as this business number would see it. */
  mintMessageId(identifier: string, direction: Direction): { wamid: string; tail: string } {
    const tail = mintTail(this.random);
    return { wamid: mintWamid(identifier, tail, direction), tail };
  }

  addLine(line: Line): void {
    this.#log.addLine(line);
    this.touched();
  }

  addOutgoing(sent: Outgoing): void {
    this.#log.addOutgoing(sent);
    this.touched();
  }

  /** A message that nobody will read any more: it was, or it failed. */
  settleOutgoing(sent: Outgoing): void {
    this.#log.settle(sent);
  }

  unreadOf(personId: string, phoneNumberId: string): Outgoing[] {
    return this.#log.unread(phoneNumberId, personId);
  }

  line(wamid: string): Line | undefined {
    return this.#log.line(wamid);
  }

  linesOf(personId: string, phoneNumberId?: string): readonly Line[] {
    if (phoneNumberId !== undefined) return this.#log.pair(phoneNumberId, personId);
    return this.numbers.flatMap((number) => this.#log.pair(number.phoneNumberId, personId)).sort((a, b) => a.at - b.at);
  }

  emit(number: BusinessNumber, field: string, value: Json): void {
    this.emitTo(number.wabaId, field, value);
  }

  /** Something about the account rather than one number of it. */
  emitTo(wabaId: string, field: string, value: Json): void {
    this.#parts.emit({ wabaId, field, value });
    this.touched();
  }

  touched(lasting = false): void {
    this.#parts.changed(lasting);
  }

  /** The digits of a number nobody has, or a sentence saying why it cannot be had. */
  freePhone(phone: string): string {
    const digits = digitsOf(phone);
    if (!/^[1-9]\d{5,14}$/.test(digits)) throw new Error(`${phone} is not a phone number with its country code`);
    if (this.holderOf(digits) !== undefined) throw new Error(`${phone} belongs to somebody already`);
    if (this.numbers.some((number) => number.displayPhone === digits)) throw new Error(`${phone} is a business number`);
    return digits;
  }

  #kept(person: PersonRecord, ids: Record<string, string>, scope: string, mint: () => string): string {
    const known = ids[scope];
    if (known !== undefined) return known;
    const id = mint();
    ids[scope] = id;
    this.#directory.enter(person);
    this.#parts.changed(true);
    return id;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
