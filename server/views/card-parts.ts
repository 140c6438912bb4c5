// The cards of a message, as they are shown in the thread and downloaded from it.

import type { SharedCard } from '@throughline/contract';
import { readable } from '@throughline/whatsapp';
import { mergeCard } from '../cards/rules-merge.ts';
import { keptOf } from '../conversations/rules-said.ts';

/** As the message came or was said: what WhatsApp took apart, with what only the vCard beside it has. */
export function cardsIn(raw: unknown): SharedCard[] {
  const said = keptOf(raw)?.said;
  if (said) return said.type === 'contacts' ? said.contacts.map((card) => ({ ...card, attested: false })) : [];
  if (!isObject(raw)) return [];
  // The same entries, in the same order, as are taken apart.
  const inner = isObject(raw.message) && raw.type === undefined ? raw.message : raw;
  const texts = (Array.isArray(inner.contacts) ? inner.contacts : []).filter(isObject);
  return (readable(raw).cards ?? []).map((card, place) => {
    const vcard = texts[place]?.vcard;
    return typeof vcard === 'string' ? mergeCard(card, vcard) : card;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
