// What a webhook item says about identity. Statuses teach only as a pair, and never contradict; synced address books and
// forwarded cards say nothing about who is writing.

import { type E164, type Evidence, type EvidenceId, type Party, phoneKeyOf } from '@throughline/identity';
import type { MessageContent, Profile, WebhookItem } from '@throughline/whatsapp';

/** The event's own id, from which redelivery is recognized; undefined for what is recognized otherwise or not at all. */
export function eventIdOf(item: WebhookItem): string | undefined {
  switch (item.kind) {
    case 'message':
    case 'echo':
      return item.wamid;
    case 'status':
      return `${item.wamid}/${item.status}/${item.groupId ? (item.recipient.bsuid ?? item.recipient.phone ?? '') : ''}`;
    case 'call':
      return `${item.callId}/${item.event}`;
    case 'rotation':
    case 'preference':
    case 'app-contact':
    case 'other':
      return item.eventId;
    case 'unreadable':
      return undefined;
  }
}

/** The evidence in an item, or undefined where it holds none. `keyed` hashes the event's id, and Meta's hash of the person's key. */
export function evidenceOf(item: WebhookItem, keyed: (eventId: string) => string): Evidence | undefined {
  const eventId = eventIdOf(item);
  if (eventId === undefined) return undefined;
  const base = { id: keyed(eventId) as EvidenceId, at: item.at };
  switch (item.kind) {
    case 'message':
      return item.via === 'history'
        ? { ...base, kind: 'seen-together', by: 'business', ...undated(item.from), ...namesIn(item.profile) }
        : { ...base, kind: 'seen-together', by: 'customer', ...sender(item), ...shown(item.profile, keyed) };
    case 'preference':
      return { ...base, kind: 'seen-together', by: 'customer', ...item.from, ...shown(item.profile, keyed) };
    case 'call':
      return item.direction === 'from_customer'
        ? { ...base, kind: 'seen-together', by: 'customer', ...item.party, ...shown(item.profile, keyed) }
        : { ...base, kind: 'seen-together', by: 'business', ...item.party };
    case 'echo':
      return {
        ...base,
        kind: 'seen-together',
        by: 'business',
        ...(item.via === 'history' ? undated(item.to) : item.to),
        ...namesIn(item.profile),
      };
    case 'status':
      return item.groupId === undefined && isPair(item.recipient)
        ? { ...base, kind: 'seen-together', by: 'status', ...item.recipient }
        : undefined;
    case 'rotation':
      return { ...base, kind: 'rotated', previous: item.previous, current: item.current };
    case 'app-contact':
    case 'other':
      return undefined;
  }
}

/**
 * A synced history shows old messages under the identifiers of the day of the sync (Meta, "Business-scoped user IDs", revision
 * 2026-06-29), so it cannot tell who had a number back then: where the account is named, the number is left out.
 */
function undated({ phone, ...names }: Party): Party {
  return names.bsuid || names.parent ? names : { ...(phone && { phone }) };
}

/**
 * The person who wrote. Where they answered a request for their number, the card is their own and Meta vouches for it, also
 * where the message itself hides the number (Meta, "Business-scoped user IDs", contacts message with origin `contact_request`,
 * revision 2026-06-29). Any other card may be anybody's.
 */
function sender({ from, content }: { from: Party; content: MessageContent }): Party & { sharedNumber?: true } {
  const shared = vouchedNumber(content);
  if (!shared || (from.phone && phoneKeyOf(from.phone) !== phoneKeyOf(shared))) return from;
  return { ...from, phone: from.phone ?? shared, sharedNumber: true };
}

/** The number the sender shared when asked. One person has one number: cards that name several prove none. */
export function vouchedNumber(content: MessageContent): E164 | undefined {
  if (content.type !== 'contacts') return undefined;
  const own = content.cards.filter(({ origin }) => origin === 'contact_request');
  const phones = own.flatMap((card) => card.phones.flatMap(({ phone }) => phone ?? []));
  return new Set(phones.map(phoneKeyOf)).size === 1 ? phones[0] : undefined;
}

/** What the person shows. Meta's hash of the key is hashed again under our own secret, so that it says nothing to anybody else. */
function shown({ keyHash, ...names }: Profile, keyed: (eventId: string) => string): Profile {
  return keyHash === undefined ? names : { ...names, keyHash: keyed(`identity key ${keyHash}`) };
}

/** What a synced history or our own message tells: not what the person's key is now. */
function namesIn({ keyHash: _keyHash, ...names }: Profile): Profile {
  return names;
}

function isPair(party: object): boolean {
  return Object.keys(party).length > 1;
}
