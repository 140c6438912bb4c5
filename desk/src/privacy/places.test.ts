import { expect, it } from 'vitest';
import { byPlace } from './places.ts';

it('puts tables of one subject together, apart by what erasing does with them, and loses no row', () => {
  const counts = [
    { table: 'conversations', rows: 1, erase: 'delete' },
    { table: 'messages', rows: 5, erase: 'delete' },
    { table: 'episodes', rows: 2, erase: 'replace' },
    { table: 'drafts', rows: 1, erase: 'delete' },
    { table: 'a_table_of_tomorrow', rows: 3, erase: 'keep' },
  ] as const;
  expect(byPlace(counts).map(({ place, rows, erase }) => [place, rows, erase])).toEqual([
    ['conversations', 1, 'delete'],
    ['messages', 6, 'delete'],
    ['conversations', 2, 'replace'],
    ['other', 3, 'keep'],
  ]);
});
