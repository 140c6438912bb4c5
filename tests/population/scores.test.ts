import { describe, expect, it } from 'vitest';
import { bCubed, endDifferently, falseMerges, type Labelled, pairwise, splits, type Twice } from './scores.ts';

/** "a1 a1 b2": an item of a taken for 1's, another, and one of b taken for 2's. */
const labelled = (text: string): Labelled[] =>
  text.split(' ').map((word) => ({ truth: word.charAt(0), found: word.charAt(1) }));

/** "h12": an item of history h, 1's in one run and 2's in the other. */
const twice = (text: string): Twice[] =>
  text.split(' ').map((word) => ({ history: word.charAt(0), one: word.charAt(1), other: word.charAt(2) }));

describe('precision and recall over pairs', () => {
  it('are 1 where everybody is told apart, whatever they are called', () => {
    expect(pairwise(labelled('a1 a1 b2 b2 b2'))).toEqual({ precision: 1, recall: 1 });
  });

  it('lose precision by a merge: of six pairs found, two are true', () => {
    expect(pairwise(labelled('a1 a1 b1 b1'))).toEqual({ precision: 2 / 6, recall: 1 });
  });

  it('lose recall by a split: of six true pairs, two are found', () => {
    expect(pairwise(labelled('a1 a1 a2 a2'))).toEqual({ precision: 1, recall: 2 / 6 });
  });

  it('are 1 where there is no pair to be right or wrong about', () => {
    expect(pairwise(labelled('a1 b2'))).toEqual({ precision: 1, recall: 1 });
  });
});

describe('B-cubed', () => {
  it('counts items, not pairs: three of one person and one stranger', () => {
    // Each of the three has 3/4 of its own around it, the stranger 1/4.
    expect(bCubed(labelled('a1 a1 a1 b1'))).toEqual({ precision: (3 * 0.75 + 0.25) / 4, recall: 1 });
    expect(bCubed(labelled('a1 a1 a1 a2'))).toEqual({ precision: 1, recall: (3 * 0.75 + 0.25) / 4 });
  });
});

describe('falsely merged people', () => {
  it('are counted as pairs of people', () => {
    expect(falseMerges(labelled('a1 a1 b1 c1 d2')).map(({ people }) => people.join(''))).toEqual(['ab', 'ac', 'bc']);
    expect(falseMerges(labelled('a1 a2 b3'))).toEqual([]);
  });
});

describe('split people', () => {
  it('are those whose items fall to several', () => {
    expect([...splits(labelled('a1 a2 a2 b3 b3')).entries()]).toEqual([['a', new Set(['1', '2'])]]);
  });
});

describe('histories that end differently', () => {
  it('are the same where only the names differ', () => {
    expect(endDifferently(twice('h1x h1x h2y i3z'))).toBe(0);
  });

  it('are counted where two are one in one run only', () => {
    expect(endDifferently(twice('h1x h2x i3z'))).toBe(1 / 2);
    expect(endDifferently(twice('h1x h1y i3z'))).toBe(1 / 2);
  });

  it('see an exchange that leaves the number of people as it was', () => {
    expect(endDifferently(twice('h1x h1y h2y h2x'))).toBe(1);
  });
});
