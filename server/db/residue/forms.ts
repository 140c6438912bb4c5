// Every form a value may have been left behind in. Pure.
//
// What the service makes of values: folded for search, digits of numbers, words, and Meta's message ids, which hold a number or an account id in
// base64. What others may make: other spellings, other encodings, plain hashes. A keyed hash is no trace: without the key it leads nowhere.

import { createHash } from 'node:crypto';
import { searchable } from '../../folding.ts';

/** What somebody may be known by. `label` names it in findings, which hold no personal data. */
export interface Canary {
  readonly label: string;
  readonly kind: 'phone' | 'text';
  readonly value: string;
}

export interface Needle {
  readonly label: string;
  readonly form: string;
  readonly bytes: Buffer;
  /** exact: byte for byte. folded: letters of ASCII in either case. spaced: as digits with anything people put between them. */
  readonly match: 'exact' | 'folded' | 'spaced';
}

/** Shorter ones stand anywhere by chance. */
const shortest = 6;

export function needlesOf(canaries: readonly Canary[]): Needle[] {
  const needles = canaries.flatMap(({ label, kind, value }) =>
    spellings(kind, value).flatMap(([form, text]) => formsOf(form, text).map((one) => ({ label, ...one }))),
  );
  const once = new Map(
    needles
      .filter(({ bytes }) => bytes.length >= shortest)
      .map((one) => [`${one.label} ${one.match} ${one.bytes.toString('hex')}`, one]),
  );
  return [...once.values()];
}

function spellings(kind: Canary['kind'], value: string): [string, string][] {
  if (kind === 'text')
    return value === searchable(value)
      ? [['as is', value]]
      : [
          ['as is', value],
          ['folded for search', searchable(value)],
        ];
  const digits = value.replaceAll(/\D/g, '');
  return [
    ['international', `+${digits}`],
    ['digits', digits],
    // Ten digits and fewer are national in most plans; what is searched is a part of them all.
    ['national', digits.slice(-Math.max(8, digits.length - 3))],
  ];
}

type Form = Omit<Needle, 'label'>;

function formsOf(spelling: string, text: string): Form[] {
  const plain = Buffer.from(text);
  const exact = (form: string, bytes: Buffer | string): Form => ({
    form: `${spelling}, ${form}`,
    bytes: Buffer.from(bytes as string),
    match: 'exact',
  });
  const folded = (form: string, bytes: Buffer | string): Form => ({ ...exact(form, bytes), match: 'folded' });
  const isNumber = /^\d+$/.test(text);
  return [
    { form: spelling, bytes: plain, match: isNumber ? 'spaced' : 'folded' },
    folded('URL-encoded', encodeURIComponent(text)),
    folded('JSON-escaped', JSON.stringify(text).slice(1, -1)),
    folded('JSON-escaped, ASCII only', escaped(text)),
    exact('UTF-16', Buffer.from(text, 'utf16le')),
    folded('hex', plain.toString('hex')),
    ...alignments(plain).flatMap((bytes, i) => [
      exact(`base64, alignment ${i}`, bytes),
      exact(`base64url, alignment ${i}`, bytes.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
    ...(spelling === 'national'
      ? []
      : hashes(text).flatMap(([name, hash]) => [
          folded(`${name}, hex`, hash.toString('hex')),
          exact(`${name}, base64`, hash.toString('base64').replace(/=+$/, '')),
          exact(`${name}, base64url`, hash.toString('base64url')),
          exact(`${name}, bytes`, hash),
        ])),
  ];
}

/** Base64 of a text that begins at each of three places in a group of three bytes, without letters that depend on what stands around. */
function alignments(plain: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((shift * 8) / 6);
    const until = Math.floor(((shift + plain.length) * 8) / 6);
    return whole.slice(from, until);
  });
}

function hashes(text: string): [string, Buffer][] {
  return ['md5', 'sha1', 'sha256', 'sha512'].map((name) => [name, createHash(name).update(text).digest()]);
}

function escaped(text: string): string {
  return [...text]
    .map((letter) =>
      /[A-Za-z0-9 _.-]/.test(letter)
        ? letter
        : Array.from(
            { length: letter.length },
            (_, i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`,
          ).join(''),
    )
    .join('');
}
