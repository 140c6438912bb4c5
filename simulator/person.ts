// One person with a phone: what they can do, and the webhooks that follow from it.

import { mintCallId } from './ids.ts';
import { contentOfFile, type SentFile } from './inbound-media.ts';
import { quoterOf, summaryOf, twinOf } from './lines.ts';
import { moveToPhone } from './number-change.ts';
import { callValue, type Face, inboundValue, type Json, preferenceValue, stamp } from './payloads.ts';
import { spacedPhone } from './phones.ts';
import type { Registry } from './registry.ts';
import type { FailWay } from './sentinels.ts';
import { type BusinessNumber, type Line, type PersonRecord, pairKey, type WhenAsked } from './state.ts';
import { statusOf } from './statuses.ts';
import { answerTo, choicesOf } from './taps.ts';
import { callSteps } from './user-call.ts';
import { usernameProblem } from './usernames.ts';
import { type Card, sharedCard } from './vcards.ts';

/** A message as Meta words it: `{type: 'image', image: {...}}`, `{type: 'location', location: {...}}` and so on. */
export type Content = { type: string } & Json;

export interface WriteOptions {
  /** The id of the message this one quotes. */
  replyTo?: string;
}

export class Person {
  readonly id: string;
  readonly #world: Registry;
  readonly #record: PersonRecord;

  constructor(world: Registry, record: PersonRecord) {
    this.id = record.id;
    this.#world = world;
    this.#record = record;
  }

  get name(): string {
    return this.#record.name;
  }

  /** Digits; null once they have left. */
  get phone(): string | null {
    return this.#record.phone;
  }

  get username(): string | undefined {
    return this.#record.username;
  }

  /** From now on every message to them fails with this code; null: no longer. */
  fails(code: number | null, way?: FailWay): void {
    if (code === null) delete this.#record.fails;
    else this.#record.fails = { code, ...(way === undefined ? {} : { way }) };
    this.#world.touched();
  }

  /** What they do from now on when a business asks for their number. */
  whenAsked(does: WhenAsked): void {
    this.#record.whenAsked = does;
    this.#world.touched();
  }

  get record(): PersonRecord {
    return this.#record;
  }

  bsuid(portfolioId: string): string {
    return this.#world.bsuidOf(this.#record, portfolioId);
  }

  parentBsuid(portfolioId: string): string | undefined {
    return this.#world.parentOf(this.#record, portfolioId);
  }

  /** Whether this business number gets the phone number now. */
  showsPhoneTo(phoneNumberId: string): boolean {
    return this.#world.phoneVisible(this.#record, this.#world.number(phoneNumberId));
  }

  /** Sends a message to a business number; answers its id. */
  write(phoneNumberId: string, content: string | Content, options: WriteOptions = {}): string {
    const message = typeof content === 'string' ? { type: 'text', text: { body: content } } : content;
    const { number, face } = this.#meet(phoneNumberId);
    return this.#sendInbound(number, face, message, options);
  }

  /** Sends a file with real bytes, which the business can fetch by its id for seven days. */
  sendMedia(phoneNumberId: string, file: SentFile, options: WriteOptions = {}): string {
    const { number, face } = this.#meet(phoneNumberId);
    return this.#sendInbound(number, face, contentOfFile(this.#world, number, file), options);
  }

  react(wamid: string, emoji: string | null): string {
    const target = this.#lineOf(wamid);
    const reaction = { message_id: this.#quoted(target), ...(emoji === null ? {} : { emoji }) };
    return this.write(target.phoneNumberId, { type: 'reaction', reaction });
  }

  edit(wamid: string, body: string): string {
    const target = this.#lineOf(wamid);
    target.text = body;
    target.content = { text: { body } };
    const message = { type: 'text', text: { body } };
    return this.write(target.phoneNumberId, { type: 'edit', edit: { original_message_id: wamid, message } });
  }

  revoke(wamid: string): string {
    const target = this.#lineOf(wamid);
    target.text = 'deleted this message';
    target.content = {};
    return this.write(target.phoneNumberId, { type: 'revoke', revoke: { original_message_id: wamid } });
  }

  /** Taps "Share contact info", the answer to a request; it also enters them in the Contact Book. */
  shareNumber(phoneNumberId: string, options: WriteOptions = {}): string {
    const number = this.#world.number(phoneNumberId);
    const early = this.#world.knobs.contactRequestShowsPhone;
    if (early) this.#world.enterInBook(this.#record, number);
    const { face } = this.#meet(phoneNumberId);
    const phone = face.phone;
    const card = {
      name: { formatted_name: this.name, first_name: this.name.split(' ')[0] },
      origin: 'contact_request',
      phones: [{ phone: spacedPhone(phone), wa_id: phone, type: 'MOBILE' }],
    };
    const shown = early ? { ...face, phoneVisible: true } : face;
    const wamid = this.#sendInbound(number, shown, { type: 'contacts', contacts: [card] }, options);
    if (this.#heardBy(number)) this.#world.enterInBook(this.#record, number);
    return wamid;
  }

  /** Forwards cards: they prove nothing about the sender. */
  shareCard(phoneNumberId: string, ...cards: readonly Card[]): string {
    return this.write(phoneNumberId, { type: 'contacts', contacts: cards.map(sharedCard) });
  }

  /** Taps something under a message of the business; answers the id of what that sent, if anything was. */
  tap(wamid: string, choiceId: string): string | undefined {
    const line = this.#lineOf(wamid);
    const choice = choicesOf(line).find((one) => one.id === choiceId);
    if (choice === undefined) throw new Error(`there is no "${choiceId}" under this message`);
    const options = { replyTo: wamid };
    if (choice.kind === 'share') return this.shareNumber(line.phoneNumberId, options);
    const content = answerTo(choice);
    return content === undefined ? undefined : this.write(line.phoneNumberId, content, options);
  }

  adoptUsername(name: string): void {
    const problem = usernameProblem(name);
    if (problem !== undefined) throw new Error(`@${name}: ${problem}`);
    const countries = this.#world.knobs.usernameCountries;
    if (countries !== 'all' && !countries.includes(this.#record.country)) {
      throw new Error(`usernames are not available in ${this.#record.country} yet`);
    }
    const holder = this.#world.namedBy(name);
    if (holder !== undefined && holder.id !== this.id) throw new Error(`@${name} is taken`);
    this.#present();
    this.#world.change(this.#record, (record) => {
      record.username = name;
    });
  }

  dropUsername(): void {
    this.#world.change(this.#record, (record) => {
      delete record.username;
    });
  }

  /** A new phone number in the same app: new BSUIDs, and a system message to every business number with a thread. */
  changeNumber(phone: string): void {
    this.#present();
    moveToPhone(this.#world, this.#record, phone);
  }

  /** Deletes the account: the phone number and the username become free, and no webhook says so. */
  leave(): void {
    const phone = this.#present();
    this.#world.change(this.#record, (record) => {
      record.formerPhones.push(phone);
      record.phone = null;
      record.bsuids = {};
      record.parents = {};
      delete record.username;
    });
  }

  /** Opens the chat: everything delivered there becomes read. Answers how many messages that were. */
  reads(phoneNumberId: string): number {
    const unread = this.#world.unreadOf(this.id, phoneNumberId);
    const waiting = unread.filter(({ status }) => status === 'sent' || status === 'delivered');
    for (const sent of waiting) statusOf(this.#world, sent, 'read');
    return waiting.length;
  }

  /** Calls a business number. Not answered means nobody talked. Answers the call's id. */
  call(phoneNumberId: string, options: { answered?: boolean; durationS?: number } = {}): string {
    const { number, face } = this.#meet(phoneNumberId);
    const identifier = face.phoneVisible ? face.phone : face.userId;
    const { wamid, tail } = this.#world.mintMessageId(identifier, 'inbound');
    const id = mintCallId(identifier, tail);
    const seconds = options.answered === true ? (options.durationS ?? 60) : null;
    const text = seconds === null ? 'called, nobody answered' : `called, ${seconds} s`;
    if (this.#heardBy(number)) this.#world.noteInbound(this.#record, number);
    this.#world.addLine({ ...this.#lineHead(number), wamid, tail, direction: 'inbound', type: 'call', text });
    for (const step of callSteps(id, this.#world.now(), seconds)) {
      this.#tell(number, 'calls', callValue(number, face, this.#world.knobs, step));
    }
    return id;
  }

  /** Stops or resumes marketing messages from a business number. */
  marketing(phoneNumberId: string, value: 'stop' | 'resume'): void {
    const { number, face } = this.#meet(phoneNumberId);
    const pair = pairKey(phoneNumberId, this.id);
    if (value === 'stop') this.#world.state.marketingStops[pair] = true;
    else delete this.#world.state.marketingStops[pair];
    const update = preferenceValue(number, face, this.#world.knobs, value, this.#world.now());
    this.#tell(number, 'user_preferences', update);
  }

  /** A number that has blocked them hears nothing of them, and they are not told (Meta, "Block users", read 2026-09). */
  #heardBy(number: BusinessNumber): boolean {
    return !number.blocked.includes(this.id);
  }

  #tell(number: BusinessNumber, field: string, value: Json): void {
    if (this.#heardBy(number)) this.#world.emit(number, field, value);
  }

  #meet(phoneNumberId: string): { number: BusinessNumber; face: Face } {
    this.#present();
    const number = this.#world.number(phoneNumberId);
    return { number, face: this.#world.faceOf(this.#record, number) };
  }

  #sendInbound(number: BusinessNumber, face: Face, content: Content, options: WriteOptions): string {
    const world = this.#world;
    const { wamid, tail } = world.mintMessageId(face.phoneVisible ? face.phone : face.userId, 'inbound');
    const quoted = options.replyTo === undefined ? undefined : world.line(options.replyTo);
    const quotedId = quoted === undefined ? options.replyTo : this.#quoted(quoted);
    const context = quotedId === undefined ? {} : { context: { from: quoterOf(number, quoted, face), id: quotedId } };
    const { type, ...rest } = content;
    const reply = options.replyTo === undefined ? {} : { replyTo: options.replyTo };
    if (this.#heardBy(number)) world.noteInbound(this.#record, number);
    world.addLine({
      ...this.#lineHead(number),
      wamid,
      tail,
      direction: 'inbound',
      type,
      text: summaryOf(content),
      content: rest,
      ...reply,
    });
    const message = { id: wamid, timestamp: stamp(world.now()), type, ...context, ...rest };
    this.#tell(number, 'messages', inboundValue(number, face, world.knobs, message));
    return wamid;
  }

  #lineHead(number: BusinessNumber): Pick<Line, 'phoneNumberId' | 'personId' | 'at'> {
    return { phoneNumberId: number.phoneNumberId, personId: this.id, at: this.#world.now() };
  }

  #present(): string {
    if (this.#record.phone === null) throw new Error(`${this.name} is no longer on WhatsApp`);
    return this.#record.phone;
  }

  #lineOf(wamid: string): Line {
    const line = this.#world.line(wamid);
    if (line === undefined) throw new Error(`no message ${wamid}`);
    return line;
  }

  /** The id by which a message is quoted: its own, or its twin scoped to the other identifier. */
  #quoted(line: Line): string {
    if (!this.#world.knobs.crossScopedQuotes) return line.wamid;
    const number = this.#world.number(line.phoneNumberId);
    const face = this.#world.faceOf(this.#record, number);
    return twinOf(line, face);
  }
}
