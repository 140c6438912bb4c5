// From a webhook's body to a flat list of items. Every entry, change, message, status, call, preference, echo, history
// message and synced contact becomes exactly one item; what is not known is kept as `other`, what cannot be read is
// kept as `unreadable`, and neither touches its neighbors. Nothing here throws, whatever the body is.
//
// Envelope: Meta, "Webhooks overview" and "Create a webhook endpoint", read 2026-09.

import { type Fields, fieldsOf, idOf, isFields, timeOf, wordsOf } from './fields.ts';
import type { Origin, OtherItem, TemplateItem, UnreadableItem, WebhookItem } from './items.ts';
import { readProfiles } from './parties.ts';
import { changeEnvelope, entryEnvelope, listKeys, other, type Place, type Spot, topicOf, unreadable } from './place.ts';
import { readCall } from './read-calls.ts';
import { readHistoryChunk } from './read-history.ts';
import { readEcho, readMessage } from './read-messages.ts';
import { readCard, readIdUpdate, readPreference } from './read-people.ts';
import { readStatus } from './read-statuses.ts';
import { readTemplateNews, templateFields } from './read-templates.ts';
import { stableId } from './stable-id.ts';

/** `body` is any parsed JSON value. Items come in the order of the body; Meta promises nothing about that order. */
export function readWebhook(body: unknown): WebhookItem[] {
  const items: WebhookItem[] = [];
  const problem = envelopeProblem(body);
  if (problem) {
    items.push(broken(problem, body, { wabaId: '', field: '', envelope: () => body }));
    return items;
  }
  for (const entry of (body as { entry: unknown[] }).entry) readEntry(entry, items);
  return items;
}

/** `undefined` where the body is an envelope of WhatsApp webhooks. */
export function envelopeProblem(body: unknown): string | undefined {
  if (!isFields(body)) return 'The body is not an object';
  if (body.object !== undefined && body.object !== 'whatsapp_business_account') {
    return 'object is not whatsapp_business_account';
  }
  return Array.isArray(body.entry) ? undefined : 'entry is not a list';
}

function broken(problem: string, value: unknown, origin: Origin): UnreadableItem {
  return { kind: 'unreadable', origin, at: 0, problem, value };
}

function readEntry(entry: unknown, items: WebhookItem[]): void {
  const wabaId = idOf(fieldsOf(entry).id) ?? '';
  const origin: Origin = { wabaId, field: '', envelope: () => entryEnvelope(entry) };
  if (!isFields(entry)) items.push(broken('entry[0] is not an object', entry, origin));
  else if (!Array.isArray(entry.changes)) items.push(broken('entry[0].changes is not a list', entry, origin));
  else for (const change of entry.changes) readChange(entry, wabaId, change, items);
}

function readChange(entry: Fields, wabaId: string, change: unknown, items: WebhookItem[]): void {
  const envelope = () => entryEnvelope({ ...entry, changes: [change] });
  if (!isFields(change)) {
    items.push(broken('entry[0].changes[0] is not an object', change, { wabaId, field: '', envelope }));
    return;
  }
  const field = wordsOf(change.field);
  if (!field) {
    items.push(broken('entry[0].changes[0].field is missing', change, { wabaId, field: '', envelope }));
    return;
  }
  if (!knownFields.has(field)) {
    items.push(wholeChange(entry, wabaId, field, change.value));
    return;
  }
  if (!isFields(change.value)) {
    items.push(broken('entry[0].changes[0].value is not an object', change, { wabaId, field, envelope }));
    return;
  }
  const before = items.length;
  readValue(entry, wabaId, { field, value: change.value }, items);
  if (items.length === before) items.push(wholeChange(entry, wabaId, field, change.value));
}

/** Fields whose value is a set of lists, one item per element. Any other field is one `other` item. */
const knownFields: ReadonlySet<string> = new Set([
  'messages',
  'calls',
  'standby',
  'history',
  'smb_message_echoes',
  'smb_app_state_sync',
  'user_preferences',
  'user_id_update',
  'group_participants_update',
  'group_lifecycle_update',
  'group_settings_update',
  'group_status_update',
]);

/** News of a template, updates of the account, fields Meta adds one day, and known fields with nothing in them. */
function wholeChange(entry: Fields, wabaId: string, field: string, value: unknown): OtherItem | TemplateItem {
  const phoneNumberId = numberIdOf(value);
  const origin: Origin = { wabaId, field, envelope: () => changeEnvelope(entry, field, value) };
  if (phoneNumberId !== undefined) origin.phoneNumberId = phoneNumberId;
  const common = {
    origin,
    at: timeOf(entry.time) ?? timeOf(fieldsOf(value).timestamp) ?? 0,
    eventId: stableId(wabaId, phoneNumberId, field, entry.time, value),
  };
  const news = templateFields.has(field) ? readTemplateNews(field, value) : undefined;
  return news
    ? { kind: 'template', ...common, ...news }
    : { kind: 'other', ...common, topic: topicOf(field, ''), value };
}

/** A standby webhook holds its lists one level deeper (Meta, "Standby webhooks", August 2026). */
function readValue(
  entry: Fields,
  wabaId: string,
  change: { field: string; value: Fields },
  items: WebhookItem[],
): void {
  const { field, value } = change;
  const standby = field === 'standby' && isFields(value.standby) ? value.standby : undefined;
  const place: Place = {
    wabaId,
    phoneNumberId: numberIdOf(value),
    field,
    entryTime: timeOf(entry.time),
    entry,
    value,
    holder: value,
    profiles: readProfiles(value.contacts),
    via: field === 'standby' || field === 'history' ? field : 'live',
    onePerson: undefined,
  };
  readLists(place, items);
  if (!standby) return;
  const profiles = standby.contacts === undefined ? place.profiles : readProfiles(standby.contacts);
  readLists({ ...place, holder: standby, profiles, onePerson: undefined }, items);
}

function numberIdOf(value: unknown): string | undefined {
  return idOf(fieldsOf(fieldsOf(value).metadata).phone_number_id);
}

const contextKeys: ReadonlySet<string> = new Set(['messaging_product', 'metadata', 'contacts']);

function readLists(place: Place, items: WebhookItem[]): void {
  for (const key in place.holder) {
    if (contextKeys.has(key)) continue;
    const list = place.holder[key];
    if (listKeys.has(key) && Array.isArray(list)) {
      const spot: Spot = { place, key, path: `${key}[0]`, around: undefined };
      for (const element of list) readElement(spot, element, items);
    } else if (list !== null && list !== undefined) {
      readStranger({ place, key, path: key, around: (whole) => whole }, list, items);
    }
  }
}

/** Something beside the known lists. A lone word or number there is an attribute of the webhook, not an event. */
function readStranger(spot: Spot, value: unknown, items: WebhookItem[]): void {
  const { place } = spot;
  if (spot.key === 'standby' && place.field === 'standby' && place.holder === place.value && isFields(value)) return;
  if (listKeys.has(spot.key)) items.push(unreadable(spot, value, ' is not a list'));
  else if (typeof value === 'object') items.push(other(spot, value, spot.key, undefined));
}

function readElement(spot: Spot, element: unknown, items: WebhookItem[]): void {
  switch (spot.key) {
    case 'messages':
      items.push(readMessage(spot, element));
      return;
    case 'statuses':
      items.push(readStatus(spot, element));
      return;
    case 'message_echoes':
      items.push(readEcho(spot, element));
      return;
    case 'calls':
      items.push(readCall(spot, element));
      return;
    case 'user_preferences':
      items.push(readPreference(spot, element));
      return;
    case 'state_sync':
      items.push(readCard(spot, element));
      return;
    case 'user_id_update':
      items.push(readIdUpdate(spot, element));
      return;
    case 'groups':
      items.push(readGroupChange(spot, element));
      return;
    default:
      readHistoryChunk(spot, element, items);
  }
}

function readGroupChange(spot: Spot, element: unknown): WebhookItem {
  if (!isFields(element)) return unreadable(spot, element, ' is not an object');
  return other(spot, element, wordsOf(element.type) ?? '', timeOf(element.timestamp));
}
