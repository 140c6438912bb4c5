// A shared card as Meta takes it apart (Meta, "Contacts messages webhook reference", and "Business-scoped user IDs", origin, read
// 2026-09). Everything on it is said by whoever made it; only a card the person shared when asked is vouched for.

import { parseE164 } from '@throughline/identity';
import { type Fields, fieldsOf, idOf, isFields, listOf, wordsOf } from './fields.ts';
import { nameOf } from './parties.ts';
import { cut, webAddress } from './readable-referral.ts';

export interface ReadableCard {
  name: { formatted: string; first?: string; last?: string; middle?: string; prefix?: string; suffix?: string };
  phones: { text: string; phone?: string; type?: string }[];
  emails: { email: string; type?: string }[];
  addresses: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    countryCode?: string;
    type?: string;
  }[];
  organization?: { company?: string; department?: string; title?: string };
  urls: { url: string; type?: string }[];
  birthday?: string;
  attested: boolean;
}

/** More than anybody reads; Meta takes up to 257 in one message. */
const mostCards = 257;

export function readableCards(contacts: unknown): ReadableCard[] {
  return listOf(contacts).filter(isFields).slice(0, mostCards).map(readableCard);
}

function readableCard(card: Fields): ReadableCard {
  const organization = named(fieldsOf(card.org), { company: 'company', department: 'department', title: 'title' });
  const birthday = wordsOf(card.birthday);
  return {
    name: readableName(fieldsOf(card.name)),
    phones: some(card.phones, 20, readablePhone),
    emails: some(card.emails, 20, (entry) => {
      const email = wordsOf(entry.email);
      return email ? { email: cut(email, 320), ...typed(entry) } : undefined;
    }),
    addresses: some(card.addresses, 10, readableAddress),
    ...(organization && { organization }),
    urls: some(card.urls, 10, (entry) => {
      const url = cardAddress(entry.url);
      return url ? { url, ...typed(entry) } : undefined;
    }),
    ...(birthday && { birthday: cut(birthday, 20) }),
    attested: card.origin === 'contact_request',
  };
}

function some<T>(list: unknown, most: number, read: (entry: Fields) => T | undefined): T[] {
  return listOf(list)
    .filter(isFields)
    .slice(0, most)
    .flatMap((entry) => read(entry) ?? []);
}

const nameParts = {
  first: 'first_name',
  last: 'last_name',
  middle: 'middle_name',
  prefix: 'prefix',
  suffix: 'suffix',
} as const;

function readableName(name: Fields): ReadableCard['name'] {
  const parts = named(name, nameParts) ?? {};
  const spoken = [parts.prefix, parts.first, parts.middle, parts.last, parts.suffix].filter((part) => part).join(' ');
  const formatted = nameOf(name.formatted_name) ?? (spoken === '' ? 'Unnamed contact' : spoken);
  return { formatted: cut(formatted, 200), ...parts };
}

/** `wa_id` is digits; the printed form counts as a number only with its country code, hence the `+`. */
export function readablePhone(entry: Fields): ReadableCard['phones'][number] | undefined {
  const printed = wordsOf(entry.phone);
  const digits = idOf(entry.wa_id);
  const phone = (digits ? parseE164(digits) : undefined) ?? (printed?.startsWith('+') ? parseE164(printed) : undefined);
  const text = printed ?? phone;
  return text ? { text: cut(text, 60), ...(phone && { phone }), ...typed(entry) } : undefined;
}

const addressParts = {
  street: 'street',
  city: 'city',
  state: 'state',
  zip: 'zip',
  country: 'country',
  countryCode: 'country_code',
} as const;

function readableAddress(entry: Fields): ReadableCard['addresses'][number] | undefined {
  const address = named(entry, addressParts);
  if (!address) return undefined;
  const { countryCode, ...rest } = address;
  return { ...rest, ...(countryCode && { countryCode: cut(countryCode, 3) }), ...typed(entry) };
}

/** What is there of these parts, under our names; undefined where none is. */
function named<Key extends string>(
  fields: Fields,
  parts: Readonly<Record<Key, string>>,
): Partial<Record<Key, string>> | undefined {
  const found = Object.entries<string>(parts).flatMap(([ours, theirs]) => {
    const words = nameOf(fields[theirs]);
    return words ? [[ours, cut(words, 200)] as const] : [];
  });
  return found.length > 0 ? (Object.fromEntries(found) as Partial<Record<Key, string>>) : undefined;
}

function typed(entry: Fields): { type?: string } {
  const type = wordsOf(entry.type);
  return type ? { type: cut(type.toLowerCase(), 40) } : {};
}

/** `www.shop.example` is common on cards; what names another scheme is not something to open. */
function cardAddress(value: unknown): string | undefined {
  const text = wordsOf(value);
  if (!text) return undefined;
  return webAddress(text) ?? (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? webAddress(`https://${text}`) : undefined);
}
