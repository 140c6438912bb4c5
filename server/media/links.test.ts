import { parsePortfolioId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { linkKey, linkTo, readLink } from './links.ts';

const key = linkKey('a secret of the tests');
const mediaId = '0190a1b2-0000-4000-8000-000000000001';
const portfolioId = parsePortfolioId('900000000000001') ?? never();
const minute = 60_000;
const noon = Date.UTC(2026, 8, 1, 12);

function never(): never {
  throw new Error('not a portfolio id');
}

const token = (now: number) => linkTo(key, { portfolioId, mediaId }, now).slice('/media/'.length);

describe('a link to a file', () => {
  it('opens that file and no other, for ten to fifteen minutes', () => {
    for (const now of [noon, noon + 1, noon + 4 * minute, noon + 5 * minute - 1]) {
      const read = readLink(key, token(now), now);
      expect(read).toMatchObject({ kind: 'good', link: { portfolioId, mediaId } });
      expect(readLink(key, token(now), now + 10 * minute - 1).kind).toBe('good');
      expect(readLink(key, token(now), now + 15 * minute).kind).toBe('expired');
    }
  });

  it('is the same for whoever asks within the same five minutes', () => {
    expect(token(noon + 1)).toBe(token(noon + 5 * minute));
    expect(token(noon + 1)).not.toBe(token(noon + 5 * minute + 1));
  });

  it('opens nothing where any letter of it is another, or the key is', () => {
    const whole = token(noon);
    for (let at = 0; at < whole.length; at += 1) {
      const letter = whole[at] === 'b' ? 'c' : 'b';
      const changed = `${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`;
      // The last letter of a signature carries bits that mean nothing; it must not open under two spellings either.
      expect(readLink(key, changed, noon).kind, changed).toBe('bad');
    }
    expect(readLink(linkKey('another'), whole, noon).kind).toBe('bad');
    for (const other of ['', '.', 'a.b.c.d', `${whole}x`, whole.slice(1)])
      expect(readLink(key, other, noon).kind).toBe('bad');
  });
});
