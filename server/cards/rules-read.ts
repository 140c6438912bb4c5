// vCards 3 and 4, and what is common of 2.1, as cards. Whoever made a card says everything on it, so nothing here is evidence of
// anything. Hostile text costs time in proportion to its length, never more, and at worst gives no card. Pure.

import type { Card, CardsRead } from '@throughline/contract';
import { parseE164 } from '@throughline/identity';
import ICAL from 'ical.js';
import { limits } from '../limits.ts';
import { type RawCard, splitCards } from './rules-lines.ts';

/** As the parser gives it: name, parameters, type of the value, values (RFC 7095). */
type Property = [string, Record<string, string | string[]>, string, ...unknown[]];

export function readCards(text: string): CardsRead {
  const { cards, problems } = splitCards(text);
  const read: Card[] = [];
  for (const [place, raw] of cards.entries()) {
    const { card, unread } = cardOf(raw);
    if (card) read.push(card);
    else problems.push(`Card ${place + 1} has neither a name nor a number.`);
    if (card && unread > 0)
      problems.push(`Card ${place + 1}: ${unread === 1 ? 'a line' : `${unread} lines`} could not be read.`);
  }
  if (cards.length === 0) problems.push('There is no vCard in this text: it begins with BEGIN:VCARD.');
  return { cards: read, problems };
}

function cardOf({ version, lines }: RawCard): { card: Card | undefined; unread: number } {
  const design = version.startsWith('4') ? ICAL.design.vcard : ICAL.design.vcard3;
  let unread = 0;
  const properties = lines.flatMap((line) => {
    try {
      return [ICAL.parse.property(line, design) as unknown as Property];
    } catch {
      unread += 1;
      return [];
    }
  });
  const named = (name: string) => properties.filter(([own]) => own === name);
  const organization = organizationOf(named('org')[0], named('title')[0]);
  const birthday = textOf(named('bday')[0]?.[3], 20);
  const note = textOf(named('note')[0]?.[3], 2000);
  const phones = some(named('tel'), 20, phoneOf);
  const emails = some(named('email'), 20, (one) => {
    const email = textOf(one[3], 320);
    return email ? { email, ...typeOf(one) } : undefined;
  });
  const name = nameOf(named('n')[0], named('fn')[0]);
  const formatted = name.formatted ?? organization?.company ?? emails[0]?.email ?? phones[0]?.text;
  if (!formatted) return { card: undefined, unread };
  return {
    unread,
    card: {
      name: { ...name, formatted },
      phones,
      emails,
      addresses: some(named('adr'), 10, addressOf),
      ...(organization && { organization }),
      urls: some(named('url'), 10, (one) => {
        const url = webAddress(textOf(one[3], 2000));
        return url ? { url, ...typeOf(one) } : undefined;
      }),
      ...(birthday && { birthday }),
      ...(note && { note }),
    },
  };
}

function some<T>(list: readonly Property[], most: number, read: (one: Property) => T | undefined): T[] {
  return list.slice(0, most).flatMap((one) => read(one) ?? []);
}

/** Family, given, further, before, after (RFC 6350, 6.2.2). */
function nameOf(
  n: Property | undefined,
  fn: Property | undefined,
): Omit<Card['name'], 'formatted'> & { formatted?: string } {
  const [last, first, middle, prefix, suffix] = partsOf(n).map((part) => textOf(part, 200));
  const spoken = [prefix, first, middle, last, suffix].filter((part) => part).join(' ');
  const formatted = textOf(fn?.[3], 200) ?? (spoken === '' ? undefined : spoken.slice(0, 200));
  return present({ formatted, first, last, middle, prefix, suffix });
}

/** WhatsApp names the account's number beside the printed one, as `waid`. A printed one counts only with its country code. */
function phoneOf(one: Property): Card['phones'][number] | undefined {
  const [, parameters] = one;
  const said = textOf(one[3], 200)?.replace(/^tel:/i, '').split(';')[0]?.trim();
  const waid = [parameters.waid].flat()[0];
  const phone =
    (waid && /^\d{5,15}$/.test(waid) ? parseE164(`+${waid}`) : undefined) ??
    (said?.startsWith('+') ? parseE164(said) : undefined);
  const text = (said === '' ? undefined : said) ?? phone;
  return text ? { text: text.slice(0, 60), ...(phone && { phone }), ...typeOf(one) } : undefined;
}

/** Post box, extended, street, city, region, code, country (RFC 6350, 6.3.1). */
function addressOf(one: Property): Card['addresses'][number] | undefined {
  const [box, extended, street, city, state, zip, country] = partsOf(one).map((part) => textOf(part, 200));
  const lines = [box, extended, street].filter((part) => part).join(', ');
  const address = present({ street: lines === '' ? undefined : lines.slice(0, 200), city, state, zip, country });
  return Object.keys(address).length > 0 ? { ...address, ...typeOf(one) } : undefined;
}

function organizationOf(org: Property | undefined, job: Property | undefined): Card['organization'] | undefined {
  const [company, department] = partsOf(org).map((part) => textOf(part, 200));
  const organization = present({ company, department, title: textOf(job?.[3], 200) });
  return Object.keys(organization).length > 0 ? organization : undefined;
}

function partsOf(one: Property | undefined): unknown[] {
  const value = one?.[3];
  return Array.isArray(value) ? value.slice(0, limits.cardParameters) : value === undefined ? [] : [value];
}

/** A component may hold several values; they read as one. */
function textOf(value: unknown, most: number): string | undefined {
  const text = Array.isArray(value)
    ? value
        .slice(0, limits.cardParameters)
        .filter((one) => typeof one === 'string')
        .join(', ')
    : typeof value === 'string'
      ? value
      : '';
  // Nothing that is no letter, but line ends; nor what turns the direction of the text around it.
  const clean = text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    // Where nothing is listed a semicolon may be escaped all the same; the parser leaves that.
    .replaceAll('\\;', ';')
    .trim();
  return clean === '' ? undefined : cut(clean, most);
}

/** Without half of a surrogate pair at the end. */
const cut = (text: string, most: number) =>
  text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trim();

const plainTypes = new Set(['voice', 'pref', 'internet', 'x400']);

function typeOf([, parameters]: Property): { type?: string } {
  const types = [parameters.type].flat().flatMap((one) => one?.toLowerCase().split(',') ?? []);
  const type = types.find((one) => /^[a-z0-9 -]{1,40}$/.test(one) && !plainTypes.has(one));
  return type ? { type: type === 'cell' ? 'mobile' : type } : {};
}

function webAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? `https://${text}` : text);
  return url && /^https?:$/.test(url.protocol) ? url.href.slice(0, 2000) : undefined;
}

function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
