import { describe, expect, it } from 'vitest';
import { peopleParams, readSearch } from './people-query.ts';

const now = Date.parse('2026-11-28T13:20:00Z');

describe('which people are looked for', () => {
  it('is read from the address, and what has no meaning there is left out', () => {
    expect(readSearch({ q: 4915, who: 'hidden', seen: '7', sort: 'name' })).toEqual({
      q: '4915',
      who: 'hidden',
      seen: '7',
      sort: 'name',
    });
    expect(readSearch({ q: '', who: 'everybody', sort: 'last_seen', other: 1 })).toEqual({});
  });

  it('is asked of the server in its own words', () => {
    expect(peopleParams({ q: '@ana', who: 'no_phone', seen: '7' }, now)).toEqual({
      q: '@ana',
      hasPhone: false,
      seenAfter: '2026-11-21T13:00:00.000Z',
    });
    expect(peopleParams({ who: 'stopped', seen: 'not_30' }, now)).toEqual({
      marketing: 'stopped',
      seenBefore: '2026-10-29T13:00:00.000Z',
    });
  });
});
