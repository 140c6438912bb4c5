// Packs updates into one webhook body. Updates of one business number and field may share a `value`: several messages,
// several statuses, and people who are to be matched by id, not by position.

import type { Json } from './payloads.ts';
import type { Update } from './state.ts';

export function envelopeOf(updates: readonly Update[], merge: boolean): Json {
  const entries = new Map<string, { field: string; value: Json }[]>();
  for (const update of updates) {
    const changes = entries.get(update.wabaId) ?? [];
    entries.set(update.wabaId, changes);
    const host = merge
      ? changes.find((change) => change.field === update.field && fits(change.value, update.value))
      : undefined;
    if (host === undefined) changes.push({ field: update.field, value: structuredClone(update.value) });
    else absorb(host.value, update.value);
  }
  return {
    object: 'whatsapp_business_account',
    entry: [...entries].map(([id, changes]) => ({
      id,
      changes: changes.map(({ field, value }) => ({ value, field })),
    })),
  };
}

/** The same business number, and nobody in both who looks different in one than in the other. */
function fits(host: Json, guest: Json): boolean {
  if (JSON.stringify(host.metadata) !== JSON.stringify(guest.metadata)) return false;
  const known = new Map(
    listOf(host.contacts).map((contact) => [contact.user_id ?? contact.wa_id, JSON.stringify(contact)]),
  );
  return listOf(guest.contacts).every((contact) => {
    const other = known.get(contact.user_id ?? contact.wa_id);
    return other === undefined || other === JSON.stringify(contact);
  });
}

function absorb(host: Json, guest: Json): void {
  for (const [key, value] of Object.entries(guest)) {
    if (!Array.isArray(value)) continue;
    const there = listOf(host[key]);
    const seen = new Set(key === 'contacts' ? there.map((one) => JSON.stringify(one)) : []);
    host[key] = [...there, ...listOf(value).filter((one) => !seen.has(JSON.stringify(one)))];
  }
}

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
