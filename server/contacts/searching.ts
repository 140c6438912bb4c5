// What people type into a search box, as patterns over a contact's search text (lower case; phones as digits; @username).

import { parseE164, phoneKeyOf } from '@throughline/identity';
import { cleanText } from '../db/rows.ts';

/** Patterns for `like any (...)`; empty where there is nothing to look for. Each must match by itself. */
export function searchPatterns(text: string): string[] {
  const typed = cleanText(text).trim().toLowerCase();
  if (typed === '') return [];
  const digits = /^[+\d\s().\-/\u2010-\u2015]{3,}$/.test(typed) ? typed.replace(/\D/g, '').replace(/^0+/, '') : '';
  if (digits.length < 3) return [contains(typed)];
  const whole = parseE164(`+${digits}`);
  const folded = whole ? phoneKeyOf(whole).slice(1) : digits;
  return [...new Set([digits, folded])].map(contains);
}

function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
