// Who a piece of a webhook is about: its own identifier fields, and the entry of the webhook's `contacts` array (a
// "profile" in our words) that belongs to it.

import { parseBsuid, parseE164, parseParentBsuid, parseUsername } from '@throughline/identity';
import { type Fields, fieldsOf, idOf, isFields, textOf, wordsOf } from './fields.ts';
import type { Party, Profile } from './items.ts';

const longestSlot = 200;

/**
 * The identifiers of one person from the three fields that carry them. The field decides what a value is, with one
 * exception: a BSUID or parent BSUID in a phone's place means a hidden phone and that id. Meta omits a hidden phone
 * (Meta, "Business-scoped user IDs", read 2026-09); drafts before 2026-02-06 sent "", and some providers fill in the
 * BSUID.
 */
export function readParty(phoneSlot: unknown, bsuidSlot: unknown, parentSlot: unknown): Party {
  const party: Party = {};
  const inBsuidSlot = bare(bsuidSlot);
  const inParentSlot = bare(parentSlot);
  const inPhoneSlot = bare(phoneSlot);
  const bsuid = inBsuidSlot ? parseBsuid(inBsuidSlot) : undefined;
  const parent = inParentSlot ? parseParentBsuid(inParentSlot) : undefined;
  const strayBsuid = inPhoneSlot ? parseBsuid(inPhoneSlot) : undefined;
  const strayParent = parseStrayParent(inBsuidSlot, inPhoneSlot);
  const phone = inPhoneSlot && !strayBsuid ? parseE164(inPhoneSlot) : undefined;
  if (phone) party.phone = phone;
  if (bsuid ?? strayBsuid) party.bsuid = (bsuid ?? strayBsuid) as NonNullable<Party['bsuid']>;
  if (parent ?? strayParent) party.parent = (parent ?? strayParent) as NonNullable<Party['parent']>;
  return party;
}

/** The parent id's field was renamed on 2026-05-05 (Meta, "Business-scoped user IDs", changelog); both are read. */
export function readRecipient(element: Fields): Party {
  return readParty(
    element.recipient_id,
    element.recipient_user_id,
    element.recipient_parent_user_id ?? element.parent_recipient_user_id,
  );
}

function parseStrayParent(inBsuidSlot: string, inPhoneSlot: string): Party['parent'] {
  return (
    (inBsuidSlot ? parseParentBsuid(inBsuidSlot) : undefined) ??
    (inPhoneSlot ? parseParentBsuid(inPhoneSlot) : undefined)
  );
}

/** Providers prefix `whatsapp:` or `@`; people write `+`. Nothing inside the value is touched. */
function bare(slot: unknown): string {
  if (typeof slot === 'number') return Number.isSafeInteger(slot) ? String(slot) : '';
  if (typeof slot !== 'string' || slot.length > longestSlot) return '';
  const first = slot.charCodeAt(0);
  if (first >= 0x31 && first <= 0x39) return slot;
  return slot
    .trim()
    .replace(/^whatsapp:/i, '')
    .replace(/^[@+]/, '');
}

/** One entry of the webhook's `contacts` array, read. */
export interface ProfileEntry {
  raw: unknown;
  party: Party;
  profile: Fields | undefined;
  /** Written by a Meta that knows usernames: `user_id` stands in its own place. */
  hasUserId: boolean;
}

/** All entries of one `contacts` array, and where to find them by identifier. */
export interface Profiles {
  entries: ProfileEntry[];
  /** `null` where two entries disagree about who holds the identifier. Built at the second entry: most arrays hold one. */
  byId: Map<string, ProfileEntry | null> | undefined;
}

export function readProfiles(contacts: unknown): Profiles {
  const list = Array.isArray(contacts) ? contacts : isFields(contacts) ? [contacts] : [];
  const entries: ProfileEntry[] = [];
  for (const raw of list) {
    if (!isFields(raw)) continue;
    const party = readParty(raw.wa_id, raw.user_id, raw.parent_user_id);
    entries.push({
      raw,
      party,
      profile: isFields(raw.profile) ? raw.profile : undefined,
      hasUserId: party.bsuid !== undefined && !isEmpty(raw.user_id),
    });
  }
  return { entries, byId: entries.length > 1 ? indexed(entries) : undefined };
}

function indexed(entries: ProfileEntry[]): Map<string, ProfileEntry | null> {
  const byId = new Map<string, ProfileEntry | null>();
  for (const entry of entries) {
    for (const id of idsOf(entry.party)) {
      const other = byId.get(id);
      if (other === undefined) byId.set(id, entry);
      else if (other !== null && !samePerson(other.party, entry.party)) byId.set(id, null);
    }
  }
  return byId;
}

/** The strongest identifier first: a phone may be spelled in two national forms, or have changed hands. */
function idsOf(party: Party): string[] {
  const ids: string[] = [];
  if (party.bsuid) ids.push(party.bsuid);
  if (party.parent) ids.push(party.parent);
  if (party.phone) ids.push(party.phone);
  return ids;
}

/** Decided by the strongest kind both have; `undefined` where they have no kind in common. */
function samePerson(one: Party, other: Party): boolean | undefined {
  if (one.bsuid && other.bsuid) return one.bsuid === other.bsuid;
  if (one.parent && other.parent) return one.parent === other.parent;
  if (one.phone && other.phone) return one.phone === other.phone;
  return undefined;
}

/**
 * The entry that belongs to this person: found by identifier, never by position. A lone entry with no kind of
 * identifier in common is taken only where `onePerson` says the whole webhook is about one person.
 */
export function entryFor(profiles: Profiles, own: Party, onePerson: () => boolean): ProfileEntry | undefined {
  if (profiles.byId) {
    for (const id of idsOf(own)) {
      const entry = profiles.byId.get(id);
      if (entry && samePerson(own, entry.party)) return entry;
    }
    return undefined;
  }
  const entry = profiles.entries[0];
  if (!entry) return undefined;
  const same = samePerson(own, entry.party);
  return (same ?? onePerson()) ? entry : undefined;
}

/** The person's own identifiers, completed (never corrected) from the entry that belongs to them. */
export function completed(own: Party, entry: ProfileEntry | undefined): Party {
  if (!entry) return own;
  const party: Party = { ...own };
  if (!party.phone && entry.party.phone) party.phone = entry.party.phone;
  if (!party.bsuid && entry.party.bsuid) party.bsuid = entry.party.bsuid;
  if (!party.parent && entry.party.parent) party.parent = entry.party.parent;
  return party;
}

/**
 * Name, username and the hash of the key, which stands beside the profile in the entry (Meta, "Phone numbers", identity change
 * check, read 2026-09). `tells` says that this kind of webhook always carries the username of a person who has one (Meta,
 * "Business-scoped user IDs", webhook tables, read 2026-09): then, and only with a `user_id` beside it, silence means
 * none.
 */
export function profileOf(entry: ProfileEntry | undefined, tells: boolean): Profile {
  const profile: Profile = {};
  const keyHash = idOf(fieldsOf(entry?.raw).identity_key_hash);
  if (keyHash) profile.keyHash = keyHash;
  if (!entry?.profile) return profile;
  const name = nameOf(entry.profile.name);
  if (name) profile.name = name;
  const username = usernameOf(entry.profile.username);
  if (username) profile.username = username;
  else if (tells && entry.hasUserId && isEmpty(entry.profile.username)) profile.username = null;
  return profile;
}

/** A name for people. Providers that have none fill in the BSUID, which must never be shown. */
export function nameOf(value: unknown): string | undefined {
  const name = wordsOf(value);
  return name && !isBackendId(name) ? name : undefined;
}

export function usernameOf(value: unknown): NonNullable<Profile['username']> | undefined {
  const text = textOf(value);
  return text && !isBackendId(text) ? parseUsername(text) : undefined;
}

function isBackendId(text: string): boolean {
  const value = bare(text);
  return value.charCodeAt(2) === 0x2e && (parseBsuid(value) ?? parseParentBsuid(value)) !== undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** The identifier fields an element may carry, as they stand: equal for things about one person. */
export function identitySignature(element: unknown): string {
  const fields = fieldsOf(element);
  return JSON.stringify(identityFields.map((name) => bare(fields[name])));
}

const identityFields = [
  'from',
  'from_user_id',
  'from_parent_user_id',
  'to',
  'to_user_id',
  'to_parent_user_id',
  'recipient_id',
  'recipient_user_id',
  'recipient_parent_user_id',
  'parent_recipient_user_id',
  'recipient_participant_id',
  'recipient_participant_user_id',
  'recipient_participant_parent_user_id',
  'wa_id',
  'user_id',
  'parent_user_id',
] as const;
