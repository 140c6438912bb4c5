// What a table's columns are likely to hold.

import type { CampaignFile } from '@throughline/contract';

type Guess = CampaignFile['columns'][number]['guess'];

const phoneHeader = /phone|mobile|cell|tel|whats|m[oó]vil|celular|numer|n[uú]mero|handy|rufnummer|num\b/i;
const nameHeader =
  /^(full.?|first.?|last.?|customer.?|contact.?|display.?)?name$|^(nombre|nome|nom|vorname|nachname)\b/i;
const usernameHeader = /user.?name|^@|handle|usuario|benutzername/i;

/** By the heading, and by what the first lines hold. One column is guessed to be the phone, the likeliest. */
export function columnsOf(headers: readonly string[], lines: readonly (readonly string[])[]): CampaignFile['columns'] {
  const columns = headers.map((header, index) => {
    const cells = lines.map((line) => (line[index] ?? '').trim()).filter((cell) => cell !== '');
    return { index, header, samples: cells.slice(0, 5), ...guessOf(header, cells) };
  });
  const phones = columns.filter(({ guess }) => guess === 'phone').sort((a, b) => b.weight - a.weight);
  return columns.map(({ weight: _weight, ...column }) => ({
    ...column,
    guess: column.guess === 'phone' && column.index !== phones[0]?.index ? 'other' : column.guess,
  }));
}

function guessOf(header: string, cells: readonly string[]): { guess: Guess; weight: number } {
  const share = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length / Math.max(1, cells.length);
  const numbers = share(/^'?\+?[\d\s().\-/]{7,22}$/);
  if (usernameHeader.test(header) || (cells.length > 0 && share(/^@[\w.]{3,35}$/) > 0.5))
    return { guess: 'username', weight: 0 };
  const weight = numbers + (phoneHeader.test(header) ? 1 : 0) + share(/^'?(\+|00)/) / 2;
  if (numbers > 0.5 && (weight >= 1 || share(/^\d{10,15}$/) > 0.5)) return { guess: 'phone', weight };
  if (phoneHeader.test(header) && !nameHeader.test(header)) return { guess: 'phone', weight };
  return { guess: nameHeader.test(header) ? 'name' : 'other', weight: 0 };
}
