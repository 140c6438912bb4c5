// Phone numbers of the town: real shapes, invented owners. Some countries write one number in two ways.

import { type E164, parseE164 } from '@throughline/identity';

/** One telephone line. Whoever has it, has all its spellings. */
export interface Line {
  id: number;
  country: string;
  spellings: E164[];
}

const countries = ['US', 'US', 'DE', 'BR', 'MX', 'AR'] as const;

export function lineOf(id: number): Line {
  const country = countries[id % countries.length] ?? 'US';
  const digits = (length: number) => String(id).padStart(length, '0');
  return { id, country, spellings: spellingsOf(country, digits).map(parsed) };
}

function spellingsOf(country: (typeof countries)[number], digits: (length: number) => string): string[] {
  switch (country) {
    case 'US':
      return [`1555${digits(7)}`];
    case 'DE':
      return [`49151${digits(8)}`];
    // The ninth digit of mobiles, the 1 and the 9 after the country code: sent by Meta now with, now without.
    case 'BR':
      return [`5511${`9${8}${digits(7)}`}`, `5511${8}${digits(7)}`];
    case 'MX':
      return [`52155${digits(8)}`, `5255${digits(8)}`];
    case 'AR':
      return [`54911${digits(8)}`, `5411${digits(8)}`];
  }
}

function parsed(digits: string): E164 {
  const phone = parseE164(digits);
  if (!phone) throw new Error(`The town made a number that is none: ${digits}`);
  return phone;
}
