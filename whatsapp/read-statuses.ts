import { type Fields, idOf, isFields, textOf, timeOf, wordsOf } from './fields.ts';
import type { DeliveryStatus, Party, StatusItem, Wamid, WebhookItem } from './items.ts';
import { readErrors } from './meta-error.ts';
import { readParty, readRecipient } from './parties.ts';
import { belonging, originOf, other, type Spot, unreadable } from './place.ts';
import { readCallStatus } from './read-calls.ts';

const words: ReadonlySet<string> = new Set<DeliveryStatus>(['sent', 'delivered', 'read', 'played', 'failed']);

/** What became of a message. A status word Meta adds one day is kept as `other`. */
export function readStatus(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  if (spot.place.field === 'calls' || element.type === 'call') return readCallStatus(spot, element);
  const wamid = idOf(element.id);
  if (!wamid) return unreadable(spot, element, element.id === undefined ? '.id is missing' : '.id is not an id');
  const word = wordsOf(element.status)?.toLowerCase();
  if (!word) return unreadable(spot, element, '.status is missing');
  const at = timeOf(element.timestamp);
  if (at === undefined) return unreadable(spot, element, '.timestamp is missing or not a time');
  if (!isDeliveryStatus(word)) return other(spot, element, `status.${word}`, at);

  const groupId = readGroup(element);
  const own = groupId === undefined ? readRecipient(element) : readParticipant(element);
  // `sent` never carries the username and `failed` carries no profile at all; the others always do.
  const tells = word !== 'sent' && word !== 'failed' && spot.place.via === 'live';
  const { party, profile, entry } =
    groupId !== undefined && isNobody(own)
      ? { party: own, profile: {}, entry: undefined }
      : belonging(spot.place, own, tells);
  const item: StatusItem = {
    kind: 'status',
    origin: originOf(spot, element, entry),
    at,
    wamid: wamid as Wamid,
    status: word,
    recipient: party,
    profile,
    errors: readErrors(element.errors),
  };
  const callbackData = textOf(element.biz_opaque_callback_data);
  if (groupId !== undefined) item.groupId = groupId;
  if (callbackData !== undefined) item.callbackData = callbackData;
  return item;
}

function isDeliveryStatus(word: string): word is DeliveryStatus {
  return words.has(word);
}

function isNobody(party: Party): boolean {
  return !party.phone && !party.bsuid && !party.parent;
}

/** In a group, `recipient_id` is the group and the person stands in the participant fields. */
function readGroup(element: Fields): string | undefined {
  return element.recipient_type === 'group'
    ? (idOf(element.recipient_id) ?? idOf(element.group_id))
    : idOf(element.group_id);
}

function readParticipant(element: Fields): Party {
  return readParty(
    element.recipient_participant_id,
    element.recipient_participant_user_id,
    element.recipient_participant_parent_user_id,
  );
}
