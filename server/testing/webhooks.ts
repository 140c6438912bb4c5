// Webhooks as Meta sends them, short to write. Times are seconds after `epoch`; ids are the caller's.

import { defaultNumber, defaultWaba, epoch } from './names.ts';

export interface Person {
  phone?: string;
  bsuid?: string;
  parent?: string;
  name?: string;
  /** null: a profile without a username. Absent, with `name` absent too: no profile at all. */
  username?: string | null;
}

export interface Circumstances {
  at: number;
  id: string;
  waba?: string | undefined;
  number?: string | undefined;
}

type Fields = Record<string, unknown>;

const digits = (phone: string | undefined) => phone?.replace(/^\+/, '');
const given = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const seconds = (at: number) => String(epoch / 1000 + at);

export function envelope(value: Fields, field = 'messages', waba = defaultWaba, number = defaultNumber): unknown {
  const metadata = { display_phone_number: '15550001111', phone_number_id: number };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: waba, changes: [change] }] };
}

function profileOf(who: Person): Fields {
  if (who.name === undefined && who.username === undefined) return {};
  const profile = given({ name: who.name, username: who.username ?? undefined });
  return {
    contacts: [given({ profile, wa_id: digits(who.phone), user_id: who.bsuid, parent_user_id: who.parent })],
  };
}

function sender(who: Person): Fields {
  return given({ from: digits(who.phone), from_user_id: who.bsuid, from_parent_user_id: who.parent });
}

export function message(
  who: Person,
  { at, id, waba, number }: Circumstances,
  content: Fields = text('hello'),
): unknown {
  const one = { ...sender(who), id, timestamp: seconds(at), ...content };
  return envelope({ ...profileOf(who), messages: [one] }, 'messages', waba, number);
}

export function text(body: string): Fields {
  return { type: 'text', text: { body } };
}

export function echo(who: Person, { at, id, waba, number }: Circumstances, body = 'from the app'): unknown {
  const to = given({ to: digits(who.phone), to_user_id: who.bsuid, to_parent_user_id: who.parent });
  const one = { from: '15550001111', ...to, id, timestamp: seconds(at), ...text(body) };
  return envelope({ message_echoes: [one] }, 'smb_message_echoes', waba, number);
}

export function status(
  word: string,
  { at, id, waba, number }: Circumstances,
  { to = {}, callbackData, errors }: { to?: Person; callbackData?: string; errors?: unknown[] } = {},
): unknown {
  const one = given({
    id,
    status: word,
    timestamp: seconds(at),
    recipient_id: digits(to.phone),
    recipient_user_id: to.bsuid,
    recipient_parent_user_id: to.parent,
    biz_opaque_callback_data: callbackData,
    errors,
  });
  return envelope({ statuses: [one] }, 'messages', waba, number);
}

/** Meta's newest form; leave ids out for the older ones. */
export function moved(previous: Person, current: Person, { at, id, waba, number }: Circumstances): unknown {
  const system = given({
    body: 'User changed number',
    type: 'user_changed_number',
    wa_id: digits(current.phone),
    user_id: current.bsuid,
    parent_user_id: current.parent,
    previous_user_id: previous.bsuid,
    previous_parent_user_id: previous.parent,
  });
  const one = { ...given({ from: digits(previous.phone) }), id, timestamp: seconds(at), type: 'system', system };
  return envelope({ messages: [one] }, 'messages', waba, number);
}

/** A call of the customer's. `end` is its length in seconds; absent, it rings. */
export function call(who: Person, { at, id, waba, number }: Circumstances, end?: number): unknown {
  const base = { id, timestamp: seconds(at), ...sender(who), to: '15550001111', direction: 'USER_INITIATED' };
  const one =
    end === undefined
      ? { ...base, event: 'connect' }
      : { ...base, event: 'terminate', status: 'COMPLETED', ...(end > 0 && { duration: end }) };
  return envelope({ ...profileOf(who), calls: [one] }, 'calls', waba, number);
}

export function preference(
  who: Person,
  value: 'stop' | 'resume',
  { at, waba, number }: Omit<Circumstances, 'id'>,
): unknown {
  const ids = given({ wa_id: digits(who.phone), user_id: who.bsuid, parent_user_id: who.parent });
  const one = { ...ids, detail: 'User requested', category: 'marketing_messages', value, timestamp: epoch / 1000 + at };
  return envelope({ ...profileOf(who), user_preferences: [one] }, 'user_preferences', waba, number);
}
