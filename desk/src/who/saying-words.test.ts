import type { IdentityChange } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { doneWords, isReason, isRedrawn, listOf } from './saying-words.ts';

type Made = IdentityChange['before'][number];

const person = (id: string, accounts: string[] = [id]): Made => ({
  id,
  displayName: id,
  identifier: { kind: 'username', value: id },
  numberHidden: false,
  accounts: accounts.map((one) => ({
    id: one,
    kind: 'account',
    identifier: { kind: 'username', value: one },
    displayName: one,
    phones: [],
    firstSeenAt: '2026-11-01T09:00:00Z',
    lastSeenAt: '2026-11-01T09:00:00Z',
    threads: 1,
  })),
});

const change = (before: Made[], after: Made[]): IdentityChange => ({
  applied: true,
  word: null,
  refused: null,
  warnings: [],
  moves: [],
  before,
  after,
});

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('what is said once it is done', () => {
  const apart = [person('Ana'), person('Bea')];
  const one = [person('Ana', ['Ana', 'Bea'])];

  it('names those who became one', () => {
    expect(plain(doneWords('merge', change(apart, one)))).toBe('Ana and Bea are one person now.');
  });

  it('names those who are two now, and counts more', () => {
    expect(plain(doneWords('split', change(one, apart)))).toBe('Ana and Bea are two people now.');
    expect(plain(doneWords('split', change(one, [...apart, person('Cleo')])))).toBe(
      'Ana, Bea and Cleo are 3 people now.',
    );
  });

  it('names those kept apart as they are after it, also where they were one before', () => {
    expect(plain(doneWords('never-merge', change(one, apart)))).toBe('Ana and Bea stay apart, whatever comes in.');
  });

  it('says little of a word taken back', () => {
    expect(doneWords('undo', change(one, apart))).toBe('Taken back.');
  });
});

describe('before and after', () => {
  it('are drawn where accounts change hands, and not where nothing moves', () => {
    const apart = [person('Ana'), person('Bea')];
    expect(isRedrawn(change(apart, [person('Ana', ['Ana', 'Bea'])]))).toBe(true);
    expect(isRedrawn(change(apart, apart))).toBe(false);
  });
});

describe('a reason', () => {
  it('is three characters at least, spaces aside, and 500 at most', () => {
    expect(isReason('  ab  ')).toBe(false);
    expect(isReason('abc')).toBe(true);
    expect(isReason('a'.repeat(500))).toBe(true);
    expect(isReason('a'.repeat(501))).toBe(false);
  });
});

describe('a list of names', () => {
  it('keeps each name’s direction to itself', () => {
    expect(listOf(['رانيا', 'Ana'])).toBe('\u2068رانيا\u2069 and \u2068Ana\u2069');
    expect(plain(listOf(['Ana']))).toBe('Ana');
  });
});
