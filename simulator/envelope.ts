// Packs updates into one webhook body. Updates of one business number and field may share a `value`: several messages,
// several statuses, and people who are to be matched by id, not by position.

import type { Json } from './payloads.ts';
import type { Update } from './state.ts';

/** A change being filled: what it holds is known by heart, since a batch may be of a thousand updates. */
interface Change {
  field: string;
  value: Json;
  metadata: string;
  /** By user id, or phone: how each person in it looks. */
  people: Map<unknown, string>;
}

export function envelopeOf(updates: readonly Update[], merge: boolean): Json {
  const entries = new Map<string, Change[]>();
  for (const update of updates) {
    const changes = entries.get(update.wabaId) ?? [];
    entries.set(update.wabaId, changes);
    const guest = changeOf(update);
    const host = merge ? changes.find((change) => fits(change, guest)) : undefined;
    if (host === undefined) changes.push(guest);
    else absorb(host, guest);
  }
  return {
    object: 'whatsapp_business_account',
    entry: [...entries].map(([id, changes]) => ({
      id,
      changes: changes.map(({ field, value }) => ({ value, field })),
    })),
  };
}

/** Lists are copied, since they may grow; what is in them is not touched. */
function changeOf({ field, value }: Update): Change {
  const copy: Json = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = Array.isArray(inner) ? [...inner] : inner;
  const people = new Map(listOf(value.contacts).map((one) => [one.user_id ?? one.wa_id, JSON.stringify(one)]));
  return { field, value: copy, metadata: JSON.stringify(value.metadata) ?? '', people };
}

/** The same field and business number, and nobody in both who looks different in one than in the other. */
function fits(host: Change, guest: Change): boolean {
  // What concerns an account and not a number stands by itself.
  if (host.field !== guest.field || host.metadata !== guest.metadata || host.metadata === '') return false;
  for (const [id, look] of guest.people) if ((host.people.get(id) ?? look) !== look) return false;
  return true;
}

function absorb(host: Change, guest: Change): void {
  for (const [key, list] of Object.entries(guest.value)) {
    if (!Array.isArray(list)) continue;
    const there = host.value[key];
    const fresh = key === 'contacts' ? list.filter((one) => !host.people.has(one.user_id ?? one.wa_id)) : list;
    if (Array.isArray(there)) there.push(...fresh);
    else host.value[key] = [...fresh];
  }
  for (const [id, look] of guest.people) host.people.set(id, look);
}

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
