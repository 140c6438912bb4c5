// The desk names tables of people in plain words, and knows them by name only: here it is held against the map of all data.

import { expect, it } from 'vitest';
import { placeOf } from '../../desk/src/privacy/places.ts';
import { dataMap } from '../../server/flows/data-map.ts';

it('says in plain words where things of people are kept, for every table that has some', () => {
  const ofPeople = [...dataMap].filter(([, { rows }]) => rows !== 'nobody').map(([table]) => table);
  expect(ofPeople.length).toBeGreaterThan(30);
  expect(ofPeople.filter((table) => placeOf(table) === 'other')).toEqual([]);
});
