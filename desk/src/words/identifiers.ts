// Names and identifiers as an agent reads them.

import type { Identifier } from '@throughline/contract';
import type { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { settings } from '../theme/settings.ts';
import { countryOf } from './language.ts';
import { locale } from './say.tsx';

const spoken = new Map<string, string>();

let parse: typeof parsePhoneNumberFromString | undefined;

/** The numbering plans of the world are a quarter of the desk: fetched beside its first questions rather than before it. */
export async function loadPhones(): Promise<void> {
  parse = (await import('libphonenumber-js/min')).parsePhoneNumberFromString;
}

/**
 * "+55 68 99240 0139" for +5568992400139; "(68) 99240-0139" where its reader is in Brazil and wants those of their own country so. A
 * number no plan knows comes back as it was, and so does one that is masked.
 */
export function phoneText(value: string): string {
  if (parse === undefined || value.includes('•')) return value;
  const own = settings().phones === 'national' ? countryOf(locale()) : undefined;
  const name = `${own ?? ''} ${value}`;
  let text = spoken.get(name);
  if (text === undefined) {
    const phone = parse(value);
    text =
      (own !== undefined && phone?.country === own ? phone.formatNational() : phone?.formatInternational()) ?? value;
    if (spoken.size > 5_000) spoken.clear();
    spoken.set(name, text);
  }
  return text;
}

/** The same amid words, where it stays in its own order also in a line that runs from right to left. */
export function phoneInText(value: string): string {
  return `\u2066${phoneText(value)}\u2069`;
}

/** Whether this is a number with its country code, in whatever spelling; the server has the last word. */
export function isWholeNumber(text: string): boolean {
  return parse?.(text.trim().replace(/^00/, '+'))?.isPossible() ?? false;
}

/** A phone spaced, a username with its @, anything else as it is. */
export function identifierText(identifier: Identifier): string {
  if (identifier.kind === 'phone') return phoneText(identifier.value);
  if (identifier.kind === 'username') return `@${identifier.value}`;
  return identifier.value;
}

/** One or two letters for an avatar; empty where a name holds none (an icon stands in). */
export function initials(name: string): string {
  const words = name
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}]+/u, ''))
    .filter((word) => word !== '');
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  // Two letters of a cursive script would join into one shape that means nothing: keep one.
  return /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first) ? first : first + last;
}

/** 1 to 5, always the same for the same person. */
export function avatarColor(contactId: string): number {
  let hash = 0;
  for (const letter of contactId) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash % 5) + 1;
}

function firstLetter(word: string | undefined): string {
  return [...(word ?? '')][0]?.toLocaleUpperCase() ?? '';
}
