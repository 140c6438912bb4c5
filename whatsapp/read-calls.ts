import { type Fields, fieldsOf, idOf, isFields, numberOf, textOf, timeOf, wordsOf } from './fields.ts';
import type { CallId, CallItem, Party, WebhookItem } from './items.ts';
import { readParty, readRecipient } from './parties.ts';
import { belonging, originOf, other, type Spot, unreadable } from './place.ts';

type Event = CallItem['event'];
type Direction = CallItem['direction'];

/**
 * One event of a call (Meta, "Calling API webhooks", read 2026-09). `connect` is the offer of a call: the person's
 * phone calling us, or the answer to ours.
 */
export function readCall(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const direction = readDirection(spot, element);
  const event = readEvent(element.event, direction);
  if (!event) return unknownOrMissing(spot, element, 'event', `call.${wordsOf(element.event)}`);
  const own =
    direction === 'from_customer'
      ? readParty(element.from, element.from_user_id, element.from_parent_user_id)
      : readParty(element.to, element.to_user_id, element.to_parent_user_id);
  return readEventOf(spot, element, { direction, event, own });
}

/** Ringing, answered or turned down: sent for calls the business makes, as `statuses` under the field `calls`. */
export function readCallStatus(spot: Spot, element: Fields): WebhookItem {
  const event = statusEvents.get(wordsOf(element.status)?.toUpperCase());
  if (!event) return unknownOrMissing(spot, element, 'status', `status.${wordsOf(element.status)}`);
  return readEventOf(spot, element, { direction: 'to_customer', event, own: readRecipient(element) });
}

const statusEvents = new Map<string | undefined, Event>([
  ['RINGING', 'ringing'],
  ['ACCEPTED', 'accepted'],
  ['REJECTED', 'rejected'],
]);

function unknownOrMissing(spot: Spot, element: Fields, name: 'event' | 'status', kind: string): WebhookItem {
  if (!wordsOf(element[name])) return unreadable(spot, element, `.${name} is missing`);
  return other(spot, element, kind, timeOf(element.timestamp));
}

interface CallEvent {
  direction: Direction;
  event: Event;
  own: Party;
}

function readEventOf(spot: Spot, element: Fields, { direction, event, own }: CallEvent): WebhookItem {
  const callId = idOf(element.id);
  if (!callId) return unreadable(spot, element, element.id === undefined ? '.id is missing' : '.id is not an id');
  const at = timeOf(element.timestamp);
  if (at === undefined) return unreadable(spot, element, '.timestamp is missing or not a time');
  if (spot.place.phoneNumberId === undefined)
    return unreadable(spot, element, ' came without metadata.phone_number_id');
  const tells = direction === 'from_customer' && spot.place.via === 'live';
  const { party, profile, entry } = belonging(spot.place, own, tells);
  const item: CallItem = {
    kind: 'call',
    origin: originOf(spot, element, entry),
    at,
    callId: callId as CallId,
    direction,
    event,
    party,
    profile,
  };
  const callbackData = textOf(element.biz_opaque_callback_data);
  if (callbackData !== undefined) item.callbackData = callbackData;
  return event === 'ended' ? withEnd(item, element) : item;
}

function withEnd(item: CallItem, element: Fields): CallItem {
  const status = wordsOf(Array.isArray(element.status) ? element.status[0] : element.status)?.toUpperCase();
  const durationS = numberOf(element.duration);
  if (status === 'COMPLETED' || status === 'FAILED') item.completed = status === 'COMPLETED';
  if (durationS !== undefined && durationS >= 0) item.durationS = Math.floor(durationS);
  return item;
}

function readEvent(wire: unknown, direction: Direction): Event | undefined {
  const word = wordsOf(wire)?.toLowerCase();
  if (word === 'connect') return direction === 'from_customer' ? 'ringing' : 'connected';
  return word === 'terminate' ? 'ended' : undefined;
}

/** Stated since the calling API left beta; before, told by which side is the business. */
function readDirection(spot: Spot, element: Fields): Direction {
  const word = wordsOf(element.direction)?.toUpperCase();
  if (word === 'BUSINESS_INITIATED') return 'to_customer';
  if (word === 'USER_INITIATED') return 'from_customer';
  if (element.to_user_id !== undefined || element.to_parent_user_id !== undefined) return 'to_customer';
  const business = readParty(fieldsOf(spot.place.value.metadata).display_phone_number, undefined, undefined).phone;
  const from = readParty(element.from, undefined, undefined).phone;
  return business !== undefined && from === business ? 'to_customer' : 'from_customer';
}
