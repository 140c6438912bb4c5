// A card WhatsApp has taken apart, and the vCard it came from: what only the vCard has is added. Pure.

import type { Card, SharedCard } from '@throughline/contract';
import { readCards } from './rules-read.ts';

/** `vcard` is the sender's own text, as hostile as they like; what WhatsApp says goes before what it says. */
export function mergeCard(structured: SharedCard, vcard: string): SharedCard {
  // What WhatsApp vouches for has no vCard; were there one, it would not be vouched for.
  if (structured.attested) return structured;
  const [card] = readCards(vcard).cards;
  return card ? { ...merged(structured, card), attested: false } : structured;
}

function merged(structured: SharedCard, card: Card): Omit<SharedCard, 'attested'> {
  const known = new Set(structured.phones.map(digitsOf));
  const phones = [...structured.phones, ...card.phones.filter((one) => !known.has(digitsOf(one)))].slice(0, 20);
  const { organization = card.organization, birthday = card.birthday, note = card.note } = structured;
  const longer = <T>(own: T[], other: T[]) => (own.length > 0 ? own : other);
  return {
    name: { ...card.name, ...structured.name },
    phones,
    emails: longer(structured.emails, card.emails),
    addresses: longer(structured.addresses, card.addresses),
    urls: longer(structured.urls, card.urls),
    ...(organization && { organization }),
    ...(birthday && { birthday }),
    ...(note && { note }),
  };
}

const digitsOf = ({ phone, text }: Card['phones'][number]) => (phone ?? text).replaceAll(/\D/g, '');
