// Messages people sent, and echoes of messages the business sent elsewhere.

import { readContent } from './content.ts';
import { type Fields, fieldsOf, idOf, isFields, timeOf } from './fields.ts';
import type { DeliveryStatus, EchoItem, MessageItem, Party, Profile, Wamid, WebhookItem } from './items.ts';
import { readParty } from './parties.ts';
import { belonging, originOf, type Place, type Spot, unreadable } from './place.ts';
import { readSystemMessage } from './read-system.ts';
import { messageBody } from './readable.ts';

/** The person at the other end of a history thread, as the thread names them. */
export interface ThreadPerson {
  party: Party;
  profile: Profile;
}

interface Head {
  wamid: Wamid;
  at: number;
}

export function readMessage(spot: Spot, element: unknown, person?: ThreadPerson): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const head = readHead(element);
  if (typeof head === 'string') return unreadable(spot, element, head);
  if (element.type === 'system') return readSystemMessage(spot, element, head);
  if (spot.place.phoneNumberId === undefined) return unreadable(spot, element, numberMissing);
  const own = readParty(element.from, element.from_user_id, element.from_parent_user_id);
  const { party, profile, entry } = person
    ? { ...within(own, person), entry: undefined }
    : belonging(spot.place, own, spot.place.via === 'live');
  const item: MessageItem = {
    kind: 'message',
    origin: originOf(spot, element, entry),
    at: head.at,
    wamid: head.wamid,
    from: party,
    profile,
    content: readContent(element, element),
    via: spot.place.via,
  };
  return withContext(item, element, element);
}

const numberMissing = ' came without metadata.phone_number_id, so its business number is unknown';

/** The two things nothing can be done without. A string is the problem, to follow the element's path. */
function readHead(element: Fields): Head | string {
  const wamid = idOf(element.id);
  if (!wamid) return isAbsent(element.id) ? '.id is missing' : '.id is not an id';
  const at = timeOf(element.timestamp);
  if (at === undefined) return isAbsent(element.timestamp) ? '.timestamp is missing' : '.timestamp is not a time';
  return { wamid: wamid as Wamid, at };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** What the message quotes and the group it stands in; `body` is where a sent body keeps them. */
function withContext<Item extends MessageItem | EchoItem>(item: Item, element: Fields, body: Fields): Item {
  const context = fieldsOf(element.context ?? body.context);
  const quotes = idOf(context.id) ?? idOf(context.message_id);
  const groupId = idOf(element.group_id) ?? (body.recipient_type === 'group' ? idOf(body.to) : undefined);
  if (quotes) item.quotes = quotes as Wamid;
  if (groupId) item.groupId = groupId;
  return item;
}

/**
 * A message the business sent from the WhatsApp Business app, or that an observed agent sent. The latter wraps the body
 * of the send: `{id, timestamp, message: {to | recipient, type, ...}}` (Meta, "Standby webhooks", August 2026).
 */
export function readEcho(spot: Spot, element: unknown, person?: ThreadPerson): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const head = readHead(element);
  if (typeof head === 'string') return unreadable(spot, element, head);
  if (spot.place.phoneNumberId === undefined) return unreadable(spot, element, numberMissing);
  const body = messageBody(element);
  const own = readParty(element.to ?? body.to, element.to_user_id ?? body.recipient, element.to_parent_user_id);
  const { party, profile, entry } = person
    ? { ...within(own, person), entry: undefined }
    : belonging(spot.place, own, false);
  const item: EchoItem = {
    kind: 'echo',
    origin: originOf(spot, element, entry),
    at: head.at,
    wamid: head.wamid,
    to: party,
    profile,
    content: readContent(body, element),
    via: spot.place.via,
  };
  const status = historyStatus(element);
  if (status) item.status = status;
  return withContext(item, element, body);
}

/** The thread's person completes what the message says, unless the message names somebody else. */
function within(own: Party, person: ThreadPerson): { party: Party; profile: Profile } {
  const { party, profile } = person;
  const differs =
    own.bsuid && party.bsuid ? own.bsuid !== party.bsuid : own.phone && party.phone ? own.phone !== party.phone : false;
  return differs ? { party: own, profile: {} } : { party: { ...party, ...own }, profile };
}

const historyStatuses = new Map<unknown, DeliveryStatus>([
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'played'],
  ['ERROR', 'failed'],
  ['FAILED', 'failed'],
]);

function historyStatus(element: Fields): DeliveryStatus | undefined {
  const status = fieldsOf(element.history_context).status;
  return historyStatuses.get(typeof status === 'string' ? status.toUpperCase() : status);
}

/** Whether an old message went out from the business: history mixes both directions in one list. */
export function isFromBusiness(place: Place, element: unknown, person: Party): boolean {
  const message = fieldsOf(element);
  const from = readParty(message.from, message.from_user_id, message.from_parent_user_id);
  const business = readParty(fieldsOf(place.value.metadata).display_phone_number, undefined, undefined);
  if (from.bsuid || from.parent) return false;
  if (from.phone && business.phone) return from.phone === business.phone;
  const to = readParty(message.to, message.to_user_id, message.to_parent_user_id);
  if (to.phone || to.bsuid || to.parent) return to.phone === undefined || to.phone !== business.phone;
  return from.phone !== undefined && person.phone !== undefined && from.phone !== person.phone;
}
