// A webhook, told anew to a system that wants a number in the places of numbers. All places where Meta writes who a customer is are here,
// and all that name a message of ours; nothing else of the webhook is touched. Pure.

import { type Fields, fieldsOf, isFields, listOf } from './fields.ts';
import { readParty } from './parties.ts';

/** What is to stand where Meta writes the customer's number. `digits`: as Meta writes numbers, without a +. */
export type NumberWord =
  /** Whatever came. */
  | { kind: 'as-is' }
  /** A number that is theirs now, where none came; null: none is known. */
  | { kind: 'fill'; digits: string | null }
  /** Always this one. */
  | { kind: 'alias'; digits: string };

/** How the reader knows a message of ours. */
export interface KnownMessage {
  id: string;
  /** What the reader sent along with it; null: nothing. */
  callbackData: string | null;
}

export interface Rewriting {
  number: NumberWord;
  /** By Meta's id; undefined: it is known by that. */
  message: (wamid: string) => KnownMessage | undefined;
}

export type RewriteWhy = 'alias' | 'live_number' | 'no_live_number' | 'own_id' | 'own_callback_data';

/** One place: what stood there, what stands there now, and why. Never the values. */
export interface Rewrite {
  path: string;
  before: 'nothing' | 'number' | 'id';
  after: 'nothing' | 'number' | 'alias' | 'id';
  why: RewriteWhy;
}

/** The same envelope where nothing changes. It is of one item, so it tells of one customer. */
export function rewritePeople(
  envelope: unknown,
  rewriting: Rewriting,
): { envelope: unknown; rewrites: readonly Rewrite[] } {
  const copy = structuredClone(envelope);
  const rewrites: Rewrite[] = [];
  for (const entry of listOf(fieldsOf(copy).entry))
    for (const change of listOf(fieldsOf(entry).changes)) {
      const { value, field } = fieldsOf(change);
      if (!isFields(value)) continue;
      const holder = isFields(value.standby) ? value.standby : value;
      const business = readParty(fieldsOf(value.metadata).display_phone_number, undefined, undefined).phone;
      new Writer(rewriting, { business: business?.slice(1), field: String(field) }, rewrites).holder(holder);
    }
  return rewrites.length > 0 ? { envelope: copy, rewrites } : { envelope, rewrites };
}

/** Statuses of calls stand in the list of the others. */
interface Surroundings {
  /** Digits. */
  business: string | undefined;
  field: string;
}

class Writer {
  private readonly rewriting: Rewriting;
  private readonly around: Surroundings;
  private readonly rewrites: Rewrite[];

  constructor(rewriting: Rewriting, around: Surroundings, rewrites: Rewrite[]) {
    this.rewriting = rewriting;
    this.around = around;
    this.rewrites = rewrites;
  }

  holder(holder: Fields): void {
    each(holder, 'contacts', (contact, path) => this.number(contact, 'wa_id', path));
    each(holder, 'messages', (message, path) => this.message(message, path));
    each(holder, 'message_echoes', (echo, path) => this.echo(echo, path));
    each(holder, 'statuses', (status, path) => this.status(status, path));
    each(holder, 'calls', (call, path) => this.number(call, this.sideOf(call), path));
    each(holder, 'user_preferences', (preference, path) => this.number(preference, 'wa_id', path));
    each(holder, 'user_id_update', (update, path) => this.number(update, 'wa_id', path));
    each(holder, 'state_sync', (sync, path) => {
      if (isFields(sync.contact)) this.number(sync.contact, 'phone_number', `${path}.contact`);
    });
    each(holder, 'history', (part, path) =>
      each(part, 'threads', (thread, inner) => this.thread(thread, `${path}.${inner}`)),
    );
  }

  private message(message: Fields, path: string): void {
    if (message.type === 'system') {
      this.system(message, path);
      return;
    }
    if (message.group_id === undefined) this.number(message, this.writtenByUs(message) ? 'to' : 'from', path);
    this.references(message, path);
  }

  private echo(echo: Fields, path: string): void {
    if (echo.group_id === undefined) this.number(echo, 'to', path);
    this.references(echo, path);
  }

  /** What it quotes or reacts to. In older answers to a question for a call, the customer stands where the business should. */
  private references(message: Fields, path: string): void {
    const { context, reaction } = message;
    if (isFields(context)) {
      if (typeof context.from === 'string' && this.around.business !== undefined && !this.isBusiness(context.from))
        this.number(context, 'from', `${path}.context`);
      this.id(context, 'id', `${path}.context`);
    }
    if (isFields(reaction)) this.id(reaction, 'message_id', `${path}.reaction`);
  }

  private status(status: Fields, path: string): void {
    const inGroup = status.recipient_type === 'group' || status.group_id !== undefined;
    this.number(status, inGroup ? 'recipient_participant_id' : 'recipient_id', path);
    if (this.around.field === 'calls' || typeof status.id !== 'string') return;
    const known = this.rewriting.message(status.id);
    if (!known) return;
    this.id(status, 'id', path);
    if (status.biz_opaque_callback_data === undefined && known.callbackData === null) return;
    if (known.callbackData === null) delete status.biz_opaque_callback_data;
    else status.biz_opaque_callback_data = known.callbackData;
    const after = known.callbackData === null ? 'nothing' : 'id';
    this.rewrites.push({
      path: `${path}.biz_opaque_callback_data`,
      before: 'id',
      after,
      why: 'own_callback_data',
    });
  }

  /**
   * A changed number. To whoever knows the customer by an alias nothing has changed; the number of before is nobody's to be filled in, since
   * somebody else may have it by now.
   */
  private system(message: Fields, path: string): void {
    const { system } = message;
    const { number } = this.rewriting;
    const numbers = [message.from, ...(isFields(system) ? systemSlots.map((slot) => system[slot]) : [])];
    if (number.kind === 'alias') this.number(message, 'from', path);
    if (!isFields(system)) return;
    for (const slot of systemSlots) if (slot === 'wa_id' || slot in system) this.number(system, slot, `${path}.system`);
    if (number.kind !== 'alias' || typeof system.body !== 'string') return;
    const spoken = numbers.filter((one): one is string => typeof one === 'string' && /^\+?\d{6,}$/.test(one));
    const body = spoken.reduce((text, one) => text.replaceAll(one, number.digits), system.body);
    if (body === system.body) return;
    system.body = body;
    this.rewrites.push({ path: `${path}.system.body`, before: 'number', after: 'alias', why: 'alias' });
  }

  /** A history names a thread by the customer's number. */
  private thread(thread: Fields, path: string): void {
    this.number(thread, 'id', path);
    if (isFields(thread.context)) this.number(thread.context, 'wa_id', `${path}.context`);
    each(thread, 'messages', (message, inner) => this.message(message, `${path}.${inner}`));
  }

  private number(at: Fields, slot: string, path: string): void {
    const { number } = this.rewriting;
    if (number.kind === 'as-is') return;
    const came = readParty(at[slot], undefined, undefined).phone;
    const note = (after: Rewrite['after'], why: RewriteWhy) =>
      this.rewrites.push({ path: `${path}.${slot}`, before: came ? 'number' : 'nothing', after, why });
    if (number.kind === 'alias') {
      if (at[slot] === number.digits) return;
      at[slot] = number.digits;
      note('alias', 'alias');
    } else if (!came && number.digits !== null) {
      at[slot] = number.digits;
      note('number', 'live_number');
    } else if (!came) note('nothing', 'no_live_number');
  }

  private id(at: Fields, slot: string, path: string): void {
    const wamid = at[slot];
    const known = typeof wamid === 'string' ? this.rewriting.message(wamid) : undefined;
    if (!known) return;
    at[slot] = known.id;
    this.rewrites.push({ path: `${path}.${slot}`, before: 'id', after: 'id', why: 'own_id' });
  }

  private writtenByUs(message: Fields): boolean {
    return typeof message.from === 'string' && this.isBusiness(message.from);
  }

  private sideOf(call: Fields): 'from' | 'to' {
    if (call.direction === 'BUSINESS_INITIATED') return 'to';
    if (call.direction === 'USER_INITIATED') return 'from';
    return this.writtenByUs(call) || call.to_user_id !== undefined ? 'to' : 'from';
  }

  private isBusiness(text: string): boolean {
    return this.around.business !== undefined && text.replace(/^\+/, '') === this.around.business;
  }
}

/** The number of now under three spellings, and of before. */
const systemSlots = ['wa_id', 'new_wa_id', 'customer'] as const;

function each(holder: Fields, key: string, work: (element: Fields, path: string) => void): void {
  for (const [index, element] of listOf(holder[key]).entries())
    if (isFields(element)) work(element, `${key}[${index}]`);
}
