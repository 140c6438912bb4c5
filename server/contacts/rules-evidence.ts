// What a webhook item says about identity. Statuses teach only as a pair, and never contradict; synced address books and
// shared cards say nothing about who is writing.

import type { Evidence, EvidenceId, Party } from '@throughline/identity';
import type { WebhookItem } from '@throughline/whatsapp';

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

/** The evidence in an item, or undefined where it holds none. `keyed` hashes the event's id. */
export function evidenceOf(item: WebhookItem, keyed: (eventId: string) => string): Evidence | undefined {
  const eventId = eventIdOf(item);
  if (eventId === undefined) return undefined;
  const base = { id: keyed(eventId) as EvidenceId, at: item.at };
  switch (item.kind) {
    case 'message':
      return item.via === 'history'
        ? { ...base, kind: 'seen-together', by: 'business', ...undated(item.from), ...item.profile }
        : { ...base, kind: 'seen-together', by: 'customer', ...item.from, ...item.profile };
    case 'preference':
      return { ...base, kind: 'seen-together', by: 'customer', ...item.from, ...item.profile };
    case 'call':
      return item.direction === 'from_customer'
        ? { ...base, kind: 'seen-together', by: 'customer', ...item.party, ...item.profile }
        : { ...base, kind: 'seen-together', by: 'business', ...item.party };
    case 'echo':
      return {
        ...base,
        kind: 'seen-together',
        by: 'business',
        ...(item.via === 'history' ? undated(item.to) : item.to),
        ...item.profile,
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

function isPair(party: object): boolean {
  return Object.keys(party).length > 1;
}
