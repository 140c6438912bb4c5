import { describe, expect, it } from 'vitest';
import { readInboxSearch, searchOf, shownOf } from './inbox-search.ts';

const size = '3b241101-e2bb-4255-8caf-4136c566a962';

describe('the address of the list', () => {
  it('comes back as it was written', () => {
    for (const search of [
      {},
      { queue: 'mine' as const, sort: 'waiting' as const, unread: true },
      { queue: 'team' as const, team: size, q: '0612', field: [`${size}:gold`] },
    ])
      expect(searchOf(shownOf(readInboxSearch(search)))).toEqual(search);
  });

  it('leaves out what it does not know, and reads numbers as what somebody typed', () => {
    expect(readInboxSearch({ queue: 'nowhere', sort: 1, unread: 'yes', field: 'x', q: 555, else: 'x' })).toEqual({
      q: '555',
    });
  });
});
