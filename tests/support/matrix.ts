// Every kind of event Meta tells of a person, and every set of identifiers it may come with. One event with one set is a
// cell: two webhooks by hand, in Meta's own field names.

import { lagosBikes } from './service.ts';

type Fields = Record<string, unknown>;

export const identifierKinds = ['phone', 'bsuid', 'parent'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export type Identifiers = Partial<Record<IdentifierKind, string>>;

export interface Shape {
  name: string;
  has: readonly IdentifierKind[];
}

/** Each way an event may name its person, `none` included. */
export const shapes: readonly Shape[] = [
  { name: 'phone only', has: ['phone'] },
  { name: 'BSUID only', has: ['bsuid'] },
  { name: 'parent only', has: ['parent'] },
  { name: 'phone + BSUID', has: ['phone', 'bsuid'] },
  { name: 'BSUID + parent', has: ['bsuid', 'parent'] },
  { name: 'all', has: identifierKinds },
  { name: 'none', has: [] },
];

/** How a webhook writes what it does not tell: Meta omits it; drafts of early 2026 and some providers send "". */
export type Absence = undefined | '';

/** One person of one cell. No other cell has any of these. */
export interface Person extends Required<Identifiers> {
  name: string;
}

export function personOf(index: number): Person {
  const digits = String(index).padStart(5, '0');
  return {
    phone: `155520${digits}`,
    bsuid: `US.10000000000${digits}`,
    parent: `US.ENT.20000000000${digits}`,
    name: `Person ${digits}`,
  };
}

export interface Telling {
  person: Person;
  shape: Shape;
  absence: Absence;
  /** Seconds since the epoch. */
  at: number;
  /** The event's own id: a wamid, or a call's id. */
  id: string;
  /** The wamid of a message the person wrote before. */
  before: string;
  /** The wamid of our message, for a status of it. */
  ours: string;
}

export interface MatrixEvent {
  name: string;
  /** Where it ends: in the thread, as the tick of our message, kept aside, or set aside with this reason. */
  ends: 'thread' | 'tick' | 'kept' | { parked: string };
  /** What the thread shows of it: "in image Photo: a bike"; of a status, the tick. */
  shows?: string;
  /** For a message about another: the field of the timeline that leads to the one written before. */
  leadsTo?: 'target' | 'quotes';
  /** What the one written before reads as afterwards. */
  becomes?: string;
  /** Of what it carries, what says who it is: of a history, a number beside an account does not, being today's. */
  says?: (has: readonly IdentifierKind[]) => readonly IdentifierKind[];
  build: (telling: Telling) => unknown;
}

const [number] = lagosBikes.numbers;
const business = '15550001111';

export function envelope(field: string, value: Fields): unknown {
  const metadata = { display_phone_number: business, phone_number_id: number?.phoneNumberId };
  const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }];
  return { object: 'whatsapp_business_account', entry: [{ id: lagosBikes.wabaId, changes }] };
}

/** The identifiers the telling has under these names, phone first; the others absent in its way. */
function named({ person, shape, absence }: Telling, names: readonly [string, string, string]): Fields {
  const fields: Fields = {};
  for (const [i, kind] of identifierKinds.entries()) {
    const value = shape.has.includes(kind) ? person[kind] : absence;
    if (value !== undefined) fields[names[i] ?? ''] = value;
  }
  return fields;
}

const from = ['from', 'from_user_id', 'from_parent_user_id'] as const;
const to = ['to', 'to_user_id', 'to_parent_user_id'] as const;
const recipient = ['recipient_id', 'recipient_user_id', 'recipient_parent_user_id'] as const;
const own = ['wa_id', 'user_id', 'parent_user_id'] as const;

function profiles(telling: Telling): Fields {
  return { contacts: [{ profile: { name: telling.person.name }, ...named(telling, own) }] };
}

function head({ id, at }: Telling): Fields {
  return { id, timestamp: String(at) };
}

function written(telling: Telling, content: Fields): Fields {
  return { ...profiles(telling), messages: [{ ...named(telling, from), ...head(telling), ...content }] };
}

export const text = (body: string) => ({ type: 'text', text: { body } });

/** A text, for the first message of everybody too. */
export function writes(telling: Telling, body: string): unknown {
  return envelope('messages', written(telling, text(body)));
}

function message(name: string, shows: string, content: (telling: Telling) => Fields): MatrixEvent {
  return {
    name,
    ends: 'thread',
    shows: `in ${shows}`,
    build: (telling) => envelope('messages', written(telling, content(telling))),
  };
}

const messages: readonly MatrixEvent[] = [
  message('text', 'text again', () => text('again')),
  message('media', 'image Photo: a bike', () => ({
    type: 'image',
    image: { id: '7000000001', mime_type: 'image/jpeg', caption: 'a bike' },
  })),
  {
    ...message('reaction', 'reaction Reacted 👍', ({ before }) => ({
      type: 'reaction',
      reaction: { message_id: before, emoji: '👍' },
    })),
    leadsTo: 'target',
  },
  {
    ...message('edit', 'edit Edited a message: at five', ({ before }) => ({
      type: 'edit',
      edit: { original_message_id: before, message: text('at five') },
    })),
    leadsTo: 'target',
    becomes: 'at five',
  },
  {
    ...message('delete', 'revoke Deleted a message', ({ before }) => ({
      type: 'revoke',
      revoke: { original_message_id: before },
    })),
    leadsTo: 'target',
    becomes: 'This message was deleted.',
  },
  {
    ...message('quoted reply', 'text as I said', ({ before }) => ({
      ...text('as I said'),
      context: { from: business, id: before },
    })),
    leadsTo: 'quotes',
  },
  message('template button', 'button Chose: Yes', () => ({ type: 'button', button: { payload: 'YES', text: 'Yes' } })),
  message('interactive button', 'interactive Chose: Tomorrow', () => ({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'b1', title: 'Tomorrow' } },
  })),
  message('interactive list', 'interactive Chose: Large', () => ({
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'l1', title: 'Large' } },
  })),
  message('order', 'order Order of 1 item: please', () => ({
    type: 'order',
    order: { catalog_id: '1', text: 'please', product_items: [{ product_retailer_id: 'a', quantity: 1 }] },
  })),
  // The card is of somebody else, whose number must lead to nobody.
  message('contacts', 'contacts Shared a contact: Otra Persona', () => ({
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'Otra Persona' }, origin: 'other', phones: [{ wa_id: '15559990001' }] }],
  })),
  message('location', 'location Location: Cafe Beispiel', () => ({
    type: 'location',
    location: { latitude: 48.2, longitude: 16.3, name: 'Cafe Beispiel' },
  })),
];

function system(type: string): MatrixEvent {
  return {
    name: `system (${type})`,
    ends: 'kept',
    build: (telling) => {
      const one = { ...named(telling, from), ...head(telling), type: 'system', system: { body: 'told', type } };
      return envelope('messages', { messages: [one] });
    },
  };
}

function status(word: string): MatrixEvent {
  return {
    name: `status ${word}`,
    ends: 'tick',
    shows: `out text our answer ${word}`,
    build: (telling) => {
      const failed = word === 'failed';
      const errors = { errors: [{ code: 131026, title: 'Message undeliverable' }] };
      const one = { ...head(telling), id: telling.ours, status: word, ...named(telling, recipient) };
      return envelope('messages', {
        ...(failed ? {} : profiles(telling)),
        statuses: [failed ? { ...one, ...errors } : one],
      });
    },
  };
}

function call(name: string, shows: string, event: (telling: Telling) => Fields): MatrixEvent {
  return {
    name,
    ends: 'thread',
    shows: `call ${shows}`,
    build: (telling) => envelope('calls', { ...profiles(telling), calls: [{ ...head(telling), ...event(telling) }] }),
  };
}

const calls: readonly MatrixEvent[] = [
  call('call connect', 'in ringing', (telling) => ({
    ...named(telling, from),
    to: business,
    event: 'connect',
    direction: 'USER_INITIATED',
  })),
  call('call terminate', 'in ended', (telling) => ({
    ...named(telling, from),
    to: business,
    event: 'terminate',
    direction: 'USER_INITIATED',
    status: 'COMPLETED',
    duration: 80,
  })),
  call('call of ours', 'out in_progress', (telling) => ({
    from: business,
    ...named(telling, to),
    event: 'connect',
    direction: 'BUSINESS_INITIATED',
  })),
  {
    name: 'call of ours, ringing',
    ends: 'thread',
    shows: 'call out ringing',
    build: (telling) =>
      envelope('calls', {
        ...profiles(telling),
        statuses: [{ ...head(telling), type: 'call', status: 'RINGING', ...named(telling, recipient) }],
      }),
  },
];

const elsewhere: readonly MatrixEvent[] = [
  {
    name: 'echo',
    ends: 'thread',
    shows: 'out text from the app',
    build: (telling) =>
      envelope('smb_message_echoes', {
        ...profiles(telling),
        message_echoes: [{ from: business, ...named(telling, to), ...head(telling), ...text('from the app') }],
      }),
  },
  {
    name: 'standby',
    ends: 'thread',
    shows: 'in text observed',
    build: (telling) => envelope('standby', { standby: written(telling, text('observed')) }),
  },
  {
    name: 'history',
    ends: 'thread',
    shows: 'in text long ago',
    says: undated,
    build: (telling) => history(telling, { ...named(telling, from), ...text('long ago') }),
  },
  {
    name: 'history, ours',
    ends: 'thread',
    shows: 'out text long ago',
    says: undated,
    build: (telling) => history(telling, { from: business, ...text('long ago') }),
  },
  {
    name: 'group message',
    ends: { parked: 'group_message' },
    build: (telling) => envelope('messages', written(telling, { ...text('to all'), group_id: 'Y2FwaV9ncm91cDoxTEST' })),
  },
];

function undated(has: readonly IdentifierKind[]): readonly IdentifierKind[] {
  const accounts = has.filter((kind) => kind !== 'phone');
  return accounts.length > 0 ? accounts : has;
}

/** Synced from the phone's app: the person stands in the thread, the time is long past. */
function history(telling: Telling, message: Fields): unknown {
  const ids = named(telling, own);
  const thread = {
    ...(telling.shape.has.includes('phone') && { id: telling.person.phone }),
    context: ids,
    messages: [{ ...head(telling), ...message, history_context: { status: 'READ' } }],
  };
  return envelope('history', {
    history: [{ metadata: { phase: 0, chunk_order: 1, progress: 10 }, threads: [thread] }],
  });
}

/** A changed number has its own journeys: tests/journeys/username. */
export const events: readonly MatrixEvent[] = [
  ...messages,
  system('customer_identity_changed'),
  system('user_moved_to_mars'),
  ...calls,
  ...['sent', 'delivered', 'read', 'played', 'failed'].map(status),
  ...elsewhere,
];
