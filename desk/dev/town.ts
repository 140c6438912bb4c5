// The state of the pretend town: contacts, conversations and their timelines, in memory.

import { randomUUID } from 'node:crypto';
import type {
  Account,
  Change,
  Contact,
  ConversationDetail,
  Identifier,
  MessageItem,
  NumberAsking,
  Orphan,
  Parked,
  TimelineItem,
} from '@throughline/contract';
import { firstBook } from './book.ts';
import { type Person, people, together } from './people.ts';
import { firstPolicy } from './policy.ts';
import { firstReviews } from './reviews.ts';
import { timeline } from './timelines.ts';
import type { Town } from './town-state.ts';
import { merge } from './who.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const numbers = [
  { id: '106540352242922', display: '+1 555 078 3881', name: 'Lagos Bikes, Sales' },
  { id: '106540352242923', display: '+1 555 078 3882', name: 'Lagos Bikes, Service' },
] as const;

export function createTown(changed: (change: Change) => void): Town {
  const town: Town = {
    contacts: new Map(),
    conversations: new Map(),
    items: new Map(),
    parked: parked(),
    orphans: orphans(),
    aliases: new Map(),
    accountOfThread: new Map(),
    said: [],
    reviews: [],
    policy: firstPolicy(),
    numbers,
    sent: new Map(),
    book: firstBook,
    cards: new Map(),
    changed,
  };
  people.forEach((person, index) => {
    const contact = contactOf(person, index);
    town.contacts.set(contact.id, contact);
    addConversation(town, contact, index);
  });
  const everyone = [...town.contacts.values()];
  const [keeps, joins] = [everyone[together.keeps], everyone[together.joins]];
  if (keeps && joins) merge(town, keeps, joins, 'He told us at the counter that both phones are his.');
  town.reviews = firstReviews([...town.contacts.values()]);
  return town;
}

export function say(town: Town, conversationId: string, item: TimelineItem): void {
  const conversation = town.conversations.get(conversationId) as ConversationDetail;
  town.items.get(conversationId)?.push(item);
  const incoming = item.direction === 'in';
  town.conversations.set(conversationId, {
    ...conversation,
    lastItemAt: item.at,
    state: incoming ? 'open' : conversation.state,
    unread: incoming ? conversation.unread + 1 : conversation.unread,
    windowClosesAt: incoming ? new Date(Date.parse(item.at) + day).toISOString() : conversation.windowClosesAt,
    reply: incoming ? { ...conversation.reply, open: true, held: null } : conversation.reply,
    lastItem: item.kind === 'notice' ? conversation.lastItem : lastItemOf(item),
  });
  town.changed({ kind: 'conversation', id: conversationId, contactId: conversation.contactId });
}

export function textItem(conversationId: string, direction: 'in' | 'out', body: string): MessageItem {
  const status = direction === 'in' ? 'received' : 'queued';
  const at = new Date().toISOString();
  const item: MessageItem = {
    kind: 'message',
    id: randomUUID(),
    conversationId,
    at,
    direction,
    type: 'text',
    text: { body },
    summary: body,
    status,
  };
  return direction === 'out' ? { ...item, author: 'Maya Kamau' } : item;
}

function addConversation(town: Town, contact: Contact, index: number): void {
  const id = randomUUID();
  const age = index === 0 ? 2 * minute : index * index * 4 * minute + 3 * minute;
  const endsAt = Date.now() - (index === 6 ? 2 * day : age);
  const items = timeline(index, id, endsAt);
  const closesAt = endsAt + day;
  const open = closesAt > Date.now() && index !== 9;
  const last = items.at(-1) as TimelineItem;
  town.items.set(id, items);
  town.accountOfThread.set(id, (contact.accounts[0] as Account).id);
  const { phone, username, phones, ...summary } = contact;
  town.conversations.set(id, {
    id,
    contactId: contact.id,
    contact: {
      id: summary.id,
      displayName: summary.displayName,
      identifier: summary.identifier,
      numberHidden: summary.numberHidden,
    },
    businessNumber: numbers[index % 5 === 4 ? 1 : 0],
    state: index > 33 ? 'resolved' : 'open',
    windowClosesAt: new Date(closesAt).toISOString(),
    lastItemAt: last.at,
    lastItem: last.kind === 'notice' ? null : lastItemOf(last),
    waitingSince: last.at,
    unread: [1, 2, 7, 8, 11].includes(index) ? (index % 4) + 1 : 0,
    mergedFrom: [],
    reply: {
      open,
      to: open ? contact.identifier : null,
      reason: contact.numberHidden ? 'hidden' : 'phone',
      held: open ? null : index === 9 ? 'address_lost' : 'window_closed',
    },
    number: numberOf(contact, open, index),
  });
}

/** Asked, shared, not answered: each of them once. */
function numberOf({ id, phone }: Contact, open: boolean, index: number): NumberAsking {
  const via = open ? 'message' : 'template';
  const none = { again: null, via, last: null } as const;
  if (phone !== undefined) return { may: false, why: 'number_known', text: 'Their number is known.', ...none };
  const asked = (days: number): NonNullable<NumberAsking['last']> => ({
    id: randomUUID(),
    contactId: id,
    conversationId: randomUUID(),
    messageId: randomUUID(),
    state: days > 7 ? 'no_answer' : 'pending',
    via,
    askedBy: 'Jonas Weber',
    askedAt: new Date(Date.now() - days * day).toISOString(),
    expiresAt: new Date(Date.now() + (7 - days) * day).toISOString(),
    answeredAt: null,
    phone: null,
  });
  const again = (days: number) => new Date(Date.now() + (30 - days) * day).toISOString();
  if (index === 2)
    return {
      ...none,
      may: false,
      why: 'pending',
      text: 'Asked 2 days ago; no answer yet.',
      last: asked(2),
      again: again(2),
    };
  if (index === 14)
    return {
      ...none,
      may: false,
      why: 'asked_recently',
      text: 'Asked 12 days ago, and not answered.',
      last: asked(12),
      again: again(12),
    };
  return { ...none, may: true, why: null, text: 'Their number is not known.' };
}

function lastItemOf(item: Exclude<TimelineItem, { kind: 'notice' }>): NonNullable<ConversationDetail['lastItem']> {
  return { kind: item.kind, direction: item.direction, summary: item.summary, status: item.status };
}

function contactOf(person: Person, index: number): Contact {
  const hidden = person.username !== undefined;
  const identifier: Identifier = hidden
    ? { kind: 'username', value: person.username as string }
    : { kind: 'phone', value: person.phone as string };
  const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
  const phones: Contact['phones'] = person.phone
    ? [{ value: person.phone, role: hidden ? 'hidden' : 'current', from: ago(203), until: hidden ? ago(0) : null }]
    : [];
  if (index === 3) phones.push({ value: '+493055501801', role: 'released', from: ago(400), until: ago(2) });
  if (index === 0) phones.push({ value: '+12025550119', role: 'changed', from: ago(500), until: ago(203) });
  const displayName = person.name === '' ? `@${person.username}` : person.name;
  const seen = { firstSeenAt: ago(203), lastSeenAt: ago(0) };
  const account: Account = { id: randomUUID(), kind: 'account', identifier, displayName, phones, ...seen, threads: 1 };
  return {
    id: randomUUID(),
    displayName,
    identifier,
    numberHidden: hidden,
    ...(person.phone ? { phone: person.phone } : {}),
    ...(person.username ? { username: person.username } : {}),
    ...(person.name ? { profileName: person.name } : {}),
    ...(hidden ? { numberHiddenSince: ago(index === 0 ? 0 : index) } : {}),
    phones,
    mergedFrom: index === 0 ? [randomUUID()] : [],
    ...seen,
    preferences: preferencesOf(index),
    blocks: [],
    marketing: index % 3 === 0 ? 'resumed' : index % 3 === 1 ? 'unset' : 'stopped',
    accounts: [account],
    related: index === 0 ? [{ contact: inOtherPortfolio(), portfolio: 'Lagos Bikes Wholesale' }] : [],
    questions: 0,
  };
}

function preferencesOf(index: number): Contact['preferences'] {
  if (index % 3 === 1) return [];
  const at = new Date(Date.now() - 9 * day).toISOString();
  return index % 3 === 0
    ? [{ category: 'marketing', value: 'resume', at, by: 'the person, on WhatsApp', reason: null }]
    : [{ category: 'marketing', value: 'stop', at, by: 'Robin', reason: 'Asked on the phone.' }];
}

function inOtherPortfolio(): Contact['related'][number]['contact'] {
  const identifier: Identifier = { kind: 'phone', value: '+12025550122' };
  return { id: randomUUID(), displayName: 'Ana P. (Prueba Cycles)', identifier, numberHidden: false };
}

function parked(): Parked[] {
  const one = (reason: Parked['reason'], detail: string, field: string | null, hours: number): Parked => {
    const at = new Date(Date.now() - hours * 60 * minute).toISOString();
    return { id: randomUUID(), reason, detail, field, receivedAt: at, parkedAt: at, state: 'parked' };
  };
  return [
    one(
      'number_unknown',
      'The business number 106540352249999 is not connected. Connect it, then replay.',
      'metadata.phone_number_id',
      0.2,
    ),
    one('not_readable', 'The message has a timestamp that is not a number: "soon".', 'messages[0].timestamp', 3),
    one('no_identifier', 'The message names nobody: neither a phone nor an account is in it.', 'messages[0].from', 26),
    one('group_message', 'Messages from groups are kept, and not shown in conversations yet.', null, 30),
    one(
      'time_impossible',
      'Its time is 2031-04-01 09:00 UTC, more than a day after it came. Kept as it came; replay it once that time has passed, if it is right.',
      'messages',
      40,
    ),
    one('failed', 'Saving failed twice. Replay it; if it fails again, tell your administrator.', null, 51),
  ];
}

function orphans(): Orphan[] {
  const one = (status: Orphan['status'], hours: number): Orphan => {
    const at = new Date(Date.now() - hours * 60 * minute).toISOString();
    const detail = 'No message sent from here has this receipt.';
    return {
      id: randomUUID(),
      businessNumber: numbers[0],
      status,
      at,
      receivedAt: at,
      reason: 'message_unknown',
      detail,
    };
  };
  return [one('read', 2), one('delivered', 2.1), one('sent', 2.2)];
}
