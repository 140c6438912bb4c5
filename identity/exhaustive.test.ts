import { describe, expect, it } from 'vitest';
import { alphabet, runEvery } from './exhaustive.testing.ts';

const limitMs = 90_000;

describe('every history there is over a few facts, in every order of arrival, one by one', () => {
  it('of up to three facts: the same people, contacts, notices and questions, and those the reference finds', () => {
    for (const [length, orders] of [1, 1, 2, 6].entries()) {
      if (length === 0) continue;
      const told = runEvery(length, alphabet.length);
      expect(told.differences).toEqual([]);
      expect(told.histories).toBe(alphabet.length ** length);
      expect(told.arrivals).toBe(told.histories * orders);
    }
  });

  it(
    'of four facts, over two numbers, accounts with a parent, changes of number, merge and split',
    () => {
      const told = runEvery(4, 9);
      expect(told.differences).toEqual([]);
      expect([told.histories, told.arrivals]).toEqual([6561, 157_464]);
    },
    limitMs,
  );
});
