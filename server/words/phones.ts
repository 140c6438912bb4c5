// How a customer's number is written for somebody: as people write it, or masked.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Reader } from './viewer.ts';

export const maskDigit = '•';
/** Enough to tell two numbers of one person apart at a glance; too few to call anybody. */
const lastDigits = 4;

/** A number as people write it: "+1 555 000 2222"; as it came where no plan is known. */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

/** "+1 555 000 2222" as "+1 ••• ••• 2222": the country, the last digits, and how the rest is grouped. Masked already: the same. */
export function maskedPhone(phone: string): string {
  if (phone.includes(maskDigit)) return phone;
  const read = parsePhoneNumberFromString(phone);
  const spoken = read?.formatInternational() ?? phone;
  const prefix = read ? `+${read.countryCallingCode}`.length : 0;
  const digits = [...spoken].filter((letter, place) => place >= prefix && /\d/.test(letter)).length;
  // A short number would be told by its last four: never more than half of it is shown.
  const shown = Math.min(lastDigits, Math.floor(digits / 2));
  let left = digits;
  return [...spoken]
    .map((letter, place) => (place < prefix || !/\d/.test(letter) ? letter : left-- > shown ? maskDigit : letter))
    .join('');
}

/** In a sentence for this reader. */
export function phoneFor({ phones }: Pick<Reader, 'phones'>, phone: string): string {
  return phones === 'masked' ? maskedPhone(phone) : spokenPhone(phone);
}

/** A name is shown as it is, but where it is nothing but a number. */
export function nameFor({ phones }: Pick<Reader, 'phones'>, name: string): string {
  return phones === 'masked' && looksLikePhone(name) ? maskedPhone(name) : name;
}

/** Digits as numbers are written, and enough of them: no date, and no amount. */
export function looksLikePhone(text: string): boolean {
  return /^\s*(\+|00)?[\d\s().\-/\u2010-\u2015]{7,}$/.test(text) && text.replace(/\D/g, '').length >= 7;
}

/** As somebody wrote it, with or without its country: all digits but the last are masked. */
export function maskedSpelling(text: string): string {
  if (text.trimStart().startsWith('+')) return maskedPhone(text);
  let left = text.replace(/\D/g, '').length;
  if (left < 5) return text;
  return text.replace(/\d/g, (digit) => (left-- > lastDigits ? maskDigit : digit));
}

/** Of any text: whatever begins with + and goes on like a number. */
export function maskedText(text: string): string {
  return text.replace(/\+\d[\d \u00a0().\-/]{5,22}\d/g, (one) => maskedPhone(one));
}
