// What a webhook says about a person outside messages and calls: their word on marketing, an entry of the phone's
// address book, and the withdrawn form of an identifier change.

import { fieldsOf, isFields, timeOf, wordsOf } from './fields.ts';
import type { CardItem, PreferenceItem, Profile, RotationItem, WebhookItem } from './items.ts';
import { nameOf, readParty, usernameOf } from './parties.ts';
import { belonging, contentId, originOf, other, type Spot, unreadable } from './place.ts';

const noTime = '.timestamp is missing or not a time';

/** Stop or resume marketing (Meta, "user_preferences webhook", read 2026-09). */
export function readPreference(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const at = timeOf(element.timestamp);
  if (at === undefined) return unreadable(spot, element, noTime);
  const category = wordsOf(element.category);
  if (!category) return unreadable(spot, element, '.category is missing');
  const value = wordsOf(element.value)?.toLowerCase();
  if (!value) return unreadable(spot, element, '.value is missing');
  if (value !== 'stop' && value !== 'resume') return other(spot, element, value, at);
  const own = readParty(element.wa_id, element.user_id, element.parent_user_id);
  const { party, profile, entry } = belonging(spot.place, own, true);
  const origin = originOf(spot, element, entry);
  const item: PreferenceItem = {
    kind: 'preference',
    origin,
    at,
    eventId: contentId(spot, element),
    from: party,
    profile,
    category,
    value,
  };
  return item;
}

/** An entry of the WhatsApp Business app's address book (Meta, "smb_app_state_sync webhook", read 2026-09). */
export function readCard(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const at = timeOf(fieldsOf(element.metadata).timestamp) ?? timeOf(element.timestamp) ?? spot.place.entryTime;
  if (element.type !== undefined && element.type !== 'contact') {
    return other(spot, element, wordsOf(element.type) ?? 'unknown', at);
  }
  if (!isFields(element.contact)) return unreadable(spot, element, '.contact is missing');
  if (at === undefined) return unreadable(spot, element, '.metadata.timestamp is missing or not a time');
  const action = wordsOf(element.action)?.toLowerCase();
  if (!action) return unreadable(spot, element, '.action is missing');
  if (action !== 'add' && action !== 'remove') return other(spot, element, action, at);
  const { contact } = element;
  const profile: Profile = {};
  const name = nameOf(contact.full_name) ?? nameOf(contact.first_name);
  const username = usernameOf(contact.username);
  if (name) profile.name = name;
  if (username) profile.username = username;
  const item: CardItem = {
    kind: 'app-contact',
    origin: originOf(spot, element, undefined),
    at,
    eventId: contentId(spot, element),
    party: readParty(contact.phone_number, contact.user_id, contact.parent_user_id),
    profile,
    action,
  };
  return item;
}

/**
 * `user_id_update` was documented from 2026-03-18 and withdrawn on 2026-08-11 (Meta, changelog). It names old and new
 * ids, but not whether `wa_id` is the old or the new number: the phone is left out rather than bound to the wrong
 * person.
 */
export function readIdUpdate(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  const at = timeOf(element.timestamp);
  if (at === undefined) return unreadable(spot, element, noTime);
  const ids = fieldsOf(element.user_id);
  const parents = fieldsOf(element.parent_user_id);
  const item: RotationItem = {
    kind: 'rotation',
    origin: originOf(spot, element, undefined),
    at,
    eventId: contentId(spot, element),
    previous: readParty(undefined, ids.previous, parents.previous),
    current: readParty(undefined, ids.current, parents.current),
  };
  return item;
}
