import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Canary, needlesOf } from './forms.ts';
import { searchFor } from './search.ts';

const canaries: Canary[] = [
  { label: 'phone', kind: 'phone', value: '+2348031234567' },
  { label: 'name', kind: 'text', value: 'Zoë Quartz-Öhm' },
  { label: 'account', kind: 'text', value: 'US.13491208655302741918' },
];
const search = searchFor(needlesOf(canaries));
const labels = (text: string | Uint8Array) => {
  search.feed(typeof text === 'string' ? Buffer.from(text) : text);
  return [...new Set(search.end().map(({ label }) => label))];
};
const phone = '2348031234567';

describe('the search for residue', () => {
  it.each([
    ['as it is', 'x +2348031234567 y'],
    ['spaced', '+234 803 123-45 67'],
    ['national', '0803 123 4567'],
    ['URL-encoded', 'q=%2B2348031234567'],
    ['JSON-escaped', '"\\u002b2348031234567"'],
    ['hex', Buffer.from(phone).toString('hex').toUpperCase()],
    ['sha256', createHash('sha256').update(phone).digest('hex')],
    ['sha1 of the spelling with a plus', createHash('sha1').update(`+${phone}`).digest('base64url')],
    ['md5', createHash('md5').update(phone).digest('base64')],
    ['a message id', `wamid.${Buffer.from(`\u001c\u0018\r${phone}\u0015\u0002\u0000`).toString('base64')}`],
  ])('finds a number %s', (_, text) => {
    expect(labels(text)).toEqual(['phone']);
  });

  it.each([0, 1, 2, 3, 4])('finds a number in base64 after %i other bytes', (shift) => {
    expect(labels(Buffer.from(`${'x'.repeat(shift)}${phone}tail`).toString('base64'))).toContain('phone');
  });

  it('finds a name in either case, folded for search, escaped and as bytes of its hash', () => {
    expect(labels('zoë quartz-Öhm')).toEqual(['name']);
    expect(labels('zoe quartz-ohm')).toEqual(['name']);
    expect(labels('"Zo\\u00eb Quartz-\\u00d6hm"')).toEqual(['name']);
    expect(labels(createHash('sha512').update('Zoë Quartz-Öhm').digest())).toEqual(['name']);
  });

  it('finds what begins in one piece and ends in the next, and nothing across two things', () => {
    search.feed(Buffer.from('US.13491208'));
    search.feed(Buffer.from('655302741918'));
    expect(search.end().map(({ label }) => label)).toContain('account');
    search.feed(Buffer.from('US.13491208'));
    expect(search.end()).toEqual([]);
    expect(labels('655302741918')).toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    expect(labels('+15550001111, US.1349120865530274191, Zoe, 80312')).toEqual([]);
  });

  it('finds exactly what a plain search finds, whatever the needles and the text', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 }),
        (words, text) => {
          const needles = words.map((one) => ({
            label: one,
            form: '',
            bytes: Buffer.from(one),
            match: 'exact' as const,
          }));
          const one = searchFor(needles);
          one.feed(Buffer.from(text));
          expect(new Set(one.end().map(({ label }) => label))).toEqual(new Set(words.filter((w) => text.includes(w))));
        },
      ),
    );
  });
});
