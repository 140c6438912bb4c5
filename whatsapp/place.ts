// Where in a webhook the reader stands, and how to get from there to an item's origin.

import type { Fields } from './fields.ts';
import { isFields, listOf } from './fields.ts';
import type { Origin, OtherItem, Party, Profile, UnreadableItem } from './items.ts';
import { completed, entryFor, identitySignature, type ProfileEntry, type Profiles, profileOf } from './parties.ts';
import { stableId } from './stable-id.ts';

/** One change of one entry, read once for all its elements. */
export interface Place {
  wabaId: string;
  phoneNumberId: string | undefined;
  field: string;
  /** `entry.time` in milliseconds; only account-level webhooks have one. */
  entryTime: number | undefined;
  entry: Fields;
  value: Fields;
  /** The object holding the lists: `value`, or `value.standby`. */
  holder: Fields;
  profiles: Profiles;
  via: 'live' | 'standby' | 'history';
  /** Whether everything in the lists carries the same identifiers. Found out when first asked. */
  onePerson: boolean | undefined;
}

/** One list of a place. */
export interface Spot {
  place: Place;
  key: string;
  /** The element's path in its own envelope, where it stands alone: `messages[0]`. */
  path: string;
  /** What stands under the key when only this element is left; a list of one where absent. */
  around: ((element: unknown) => unknown) | undefined;
}

export const listKeys: ReadonlySet<string> = new Set([
  'messages',
  'message_echoes',
  'statuses',
  'calls',
  'user_preferences',
  'state_sync',
  'history',
  'groups',
  'user_id_update',
]);

export function originOf(spot: Spot, element: unknown, entry: ProfileEntry | undefined): Origin {
  const { place } = spot;
  const envelope = () => envelopeOf(spot, element, entry);
  return place.phoneNumberId === undefined
    ? { wabaId: place.wabaId, field: place.field, envelope }
    : { wabaId: place.wabaId, phoneNumberId: place.phoneNumberId, field: place.field, envelope };
}

function envelopeOf(spot: Spot, element: unknown, entry: ProfileEntry | undefined): unknown {
  const { place, key, around } = spot;
  const lists: Fields = { [key]: around ? around(element) : [element] };
  if (entry) lists.contacts = [entry.raw];
  return changeEnvelope(
    place.entry,
    place.field,
    place.holder === place.value ? surrounded(place, lists) : nested(place, lists),
  );
}

function surrounded(place: Place, inner: Fields): Fields {
  const value: Fields = { messaging_product: place.value.messaging_product ?? 'whatsapp' };
  if (place.value.metadata !== undefined) value.metadata = place.value.metadata;
  return { ...value, ...inner };
}

function nested(place: Place, lists: Fields): Fields {
  return surrounded(place, { standby: lists });
}

/** A whole envelope around one change. */
export function changeEnvelope(entry: Fields, field: unknown, value: unknown): unknown {
  return entryEnvelope({ ...entry, changes: [{ field, value }] });
}

export function entryEnvelope(entry: unknown): unknown {
  return { object: 'whatsapp_business_account', entry: [entry] };
}

/** Who the element is about, once its own identifiers are read. */
export interface Belonging {
  party: Party;
  profile: Profile;
  entry: ProfileEntry | undefined;
}

export function belonging(place: Place, own: Party, tells: boolean): Belonging {
  const entry = entryFor(place.profiles, own, () => isOnePerson(place));
  return { party: completed(own, entry), profile: profileOf(entry, tells), entry };
}

function isOnePerson(place: Place): boolean {
  place.onePerson ??= decideOnePerson(place.holder);
  return place.onePerson;
}

function decideOnePerson(holder: Fields): boolean {
  let signature: string | undefined;
  for (const key of listKeys) {
    for (const element of listOf(holder[key])) {
      if (!isFields(element)) continue;
      const next = identitySignature(element);
      if (signature !== undefined && signature !== next) return false;
      signature = next;
    }
  }
  return true;
}

/** `problem` completes the sentence that begins with the element's path: `.id is missing`. */
export function unreadable(spot: Spot, element: unknown, problem: string): UnreadableItem {
  const origin = originOf(spot, element, loneEntry(spot));
  return { kind: 'unreadable', origin, at: 0, problem: `${spot.path}${problem}`, value: element };
}

/** An element kept as it came. `eventId` where Meta gave it one, else made from its content. */
export function other(spot: Spot, element: unknown, kind: string, at: number | undefined, eventId?: string): OtherItem {
  const { place } = spot;
  return {
    kind: 'other',
    origin: originOf(spot, element, loneEntry(spot)),
    at: at ?? place.entryTime ?? 0,
    eventId: eventId ?? contentId(spot, element),
    topic: topicOf(place.field, kind),
    value: element,
  };
}

export function contentId(spot: Spot, element: unknown): string {
  return stableId(spot.place.wabaId, spot.place.phoneNumberId, spot.place.field, spot.key, element);
}

export function topicOf(field: string, kind: string): string {
  return kind ? `${field}/${kind.toWellFormed().replaceAll('\0', '').slice(0, 100)}` : field;
}

function loneEntry(spot: Spot): ProfileEntry | undefined {
  const { entries } = spot.place.profiles;
  return entries.length === 1 ? entries[0] : undefined;
}
