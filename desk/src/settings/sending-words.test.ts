import { expect, it } from 'vitest';
import { waitText } from './sending-words.ts';

it('a wait is told in one step', () => {
  expect([0, 0.4, 1, 59, 60, 1_460, 7_300, 200_000].map(waitText)).toEqual([
    'under a second',
    'under a second',
    '1 s',
    '59 s',
    '1 min',
    '24 min',
    '2 h',
    '2 d',
  ]);
});
