// What people type into a search box, as patterns over a contact's search text (folded, a line for each thing a person is known by; phones as
// digits; @username).

import { parseE164, phoneKeyOf } from '@throughline/identity';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { cleanText } from '../db/rows.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { searchable } from '../folding.ts';

export interface ContactSearch {
  /** For `search like any (...)`; empty where there is nothing to look for. Each must match by itself. */
  patterns: string[];
  /** The same, for those who are exactly what was typed: over the search text with a line break before and after. */
  exact: string[];
}

/** `regions`: the calling codes of our own numbers: where these are, numbers are written without one. */
export function contactSearch(text: string, regions: readonly string[] = []): ContactSearch {
  const typed = cleanText(text).trim();
  if (typed === '') return { patterns: [], exact: [] };
  const numbers = numbersIn(typed, regions);
  if (numbers.length > 0) return { patterns: numbers.map(contains), exact: numbers.map(line) };
  const words = searchable(typed);
  const username = words.startsWith('@') ? words : `@${words}`;
  return words === ''
    ? { patterns: [contains(typed.toLowerCase())], exact: [] }
    : { patterns: [contains(words)], exact: [line(words), line(username)] };
}

/**
 * For whoever sees numbers masked: conditions on `t`, a row of contacts. By a part of a number nobody is found, or it could be guessed digit
 * by digit; by the whole one, which they were told, its owner is. Words are looked for beside the numbers.
 */
export function maskedSearch({ patterns, exact }: ContactSearch): { kind: 'number' | 'words'; matches: Fragment } {
  const whole = exact.filter((one) => /^%\n\d{8,}\n%$/.test(one));
  const found = fragment`t.search like any (${patterns}::text[])`;
  if (patterns.every((one) => /^%[\d\s]+%$/.test(one))) {
    const matches = fragment`${found} and (chr(10) || t.search || chr(10)) like any (${whole}::text[])`;
    return { kind: 'number', matches };
  }
  const words = fragment`regexp_replace(t.search, '^[0-9]{5,}$', '', 'gn')`;
  return { kind: 'words', matches: fragment`${found} and ${words} like any (${patterns}::text[])` };
}

/** Patterns for `like any (...)` over plain text in lower case, where that is not a contact's. */
export function searchPatterns(text: string): string[] {
  const typed = cleanText(text).trim();
  if (typed === '') return [];
  const numbers = numbersIn(typed, []);
  return (numbers.length > 0 ? numbers : [typed.toLowerCase()]).map(contains);
}

/** The digits a number may be stored by, where a number was typed: as they stand, in both spellings, and with each country's code. */
function numbersIn(typed: string, regions: readonly string[]): string[] {
  const ascii = typed.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, latinDigit);
  if (!/^[+\d\s().\-/\u2010-\u2015\u200e\u200f\u202a-\u202e\u2066-\u2069]{3,}$/.test(ascii)) return [];
  const written = ascii.replace(/[^+\d]/g, '');
  const digits = written.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 3) return [];
  const national = written.startsWith('+') ? [] : regions.flatMap((region) => inCountry(written, region));
  // 011 is dialled before numbers abroad in North America; 00, elsewhere, is gone with the zeros.
  const abroad = written.startsWith('011') ? [written.slice(3)] : [];
  const whole = [...national, ...abroad, digits].flatMap((one) => {
    const phone = parseE164(`+${one}`);
    return phone ? [one, phoneKeyOf(phone).slice(1)] : [one];
  });
  return [...new Set(whole)];
}

function inCountry(written: string, region: string): string[] {
  const read = parsePhoneNumberFromString(written, { defaultCallingCode: region });
  return read?.isPossible() ? [read.number.slice(1)] : [];
}

/** Arabic, Persian and Hindi keyboards write digits of their own. */
function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
  return String(code - zero);
}

function contains(text: string): string {
  return `%${escaped(text)}%`;
}

function line(text: string): string {
  return `%\n${escaped(text)}\n%`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
