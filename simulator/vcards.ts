// Contact cards as people forward them: the fields Meta reads out of them, and the vCard itself in version 3 or 4
// (RFC 2426, RFC 6350; Meta, "Contacts messages webhook", read 2026-09).

import type { Json } from './payloads.ts';
import { digitsOf, spacedPhone } from './phones.ts';

export interface Card {
  name: string;
  /** Any spelling. */
  phone?: string;
  phones?: readonly { phone: string; type?: string; onWhatsApp?: boolean }[];
  emails?: readonly { email: string; type?: string }[];
  urls?: readonly { url: string; type?: string }[];
  addresses?: readonly {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    type?: string;
  }[];
  org?: { company?: string; department?: string; title?: string };
  /** YYYY-MM-DD. */
  birthday?: string;
  note?: string;
  version?: '3.0' | '4.0';
}

/** An element of `contacts[]` as it arrives when somebody forwards a card. */
export function sharedCard(card: Card): Json {
  const phones = phonesOf(card);
  return {
    name: nameOf(card.name),
    origin: 'other',
    vcard: vcardOf(card),
    phones: phones.map(({ digits, type, onWhatsApp }) => ({
      phone: spacedPhone(digits),
      ...(onWhatsApp ? { wa_id: digits } : {}),
      type,
    })),
    ...(card.emails === undefined ? {} : { emails: card.emails }),
    ...(card.urls === undefined ? {} : { urls: card.urls }),
    ...(card.addresses === undefined ? {} : { addresses: card.addresses }),
    ...(card.org === undefined ? {} : { org: card.org }),
    ...(card.birthday === undefined ? {} : { birthday: card.birthday }),
  };
}

export function vcardOf(card: Card): string {
  const version = card.version ?? '3.0';
  const { org, birthday, note } = card;
  const name = nameOf(card.name);
  const kind = (type: string | undefined): string => (type === undefined ? '' : `;TYPE=${type.toLowerCase()}`);
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `N:${escaped(name.last_name ?? '')};${escaped(name.first_name ?? '')};;;`,
    `FN:${escaped(card.name)}`,
    ...phonesOf(card).map(({ digits, type, onWhatsApp }) => {
      const waid = onWhatsApp ? `;waid=${digits}` : '';
      return version === '4.0'
        ? `TEL;VALUE=uri${kind(type)}${waid}:tel:+${digits}`
        : `TEL${kind(type)}${waid}:${spacedPhone(digits)}`;
    }),
    ...(card.emails ?? []).map(({ email, type }) => `EMAIL${kind(type)}:${escaped(email)}`),
    ...(card.urls ?? []).map(({ url, type }) => `URL${kind(type)}:${url}`),
    ...(card.addresses ?? []).map(({ street = '', city = '', state = '', zip = '', country = '', type }) => {
      const parts = ['', '', street, city, state, zip, country].map(escaped);
      return `ADR${kind(type)}:${parts.join(';')}`;
    }),
    ...(org === undefined ? [] : [`ORG:${escaped(org.company ?? '')};${escaped(org.department ?? '')}`]),
    ...(org?.title === undefined ? [] : [`TITLE:${escaped(org.title)}`]),
    ...(birthday === undefined ? [] : [`BDAY:${version === '4.0' ? birthday.replaceAll('-', '') : birthday}`]),
    ...(note === undefined ? [] : [`NOTE:${escaped(note)}`]),
    'END:VCARD',
  ];
  return lines.join('\n');
}

interface Tel {
  digits: string;
  type: string;
  onWhatsApp: boolean;
}

function phonesOf({ phone, phones = [] }: Card): Tel[] {
  const first = phone === undefined ? [] : [{ phone, type: 'CELL', onWhatsApp: true }];
  return [...first, ...phones].map(({ phone: spelled, type = 'CELL', onWhatsApp = true }) => ({
    digits: digitsOf(spelled),
    type,
    onWhatsApp,
  }));
}

function nameOf(name: string): { formatted_name: string; first_name?: string; last_name?: string } {
  const [first, ...rest] = name.split(' ');
  return {
    formatted_name: name,
    ...(first === undefined ? {} : { first_name: first }),
    ...(rest.length === 0 ? {} : { last_name: rest.join(' ') }),
  };
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
