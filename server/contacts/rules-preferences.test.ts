import type { HolderId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { consentOf, type PreferenceWord, standingOf } from './rules-preferences.ts';

/** "A stop 3", "B resume 4 noted", "A stop 5 noted all": account, word, when. */
function word(text: string): PreferenceWord {
  const [holder, value, at, ...rest] = text.split(' ');
  return {
    holderId: holder as HolderId,
    value: value as 'stop' | 'resume',
    at: Number(at),
    category: rest.includes('all') ? 'all' : 'marketing',
    noted: rest.includes('noted') ? { by: 'Robin', reason: 'told on the phone' } : null,
  };
}

const stopped = (...words: string[]) => consentOf(words.map(word)).marketingStopped;

describe('a word on marketing', () => {
  it.each([
    ['nothing was said', [], false],
    ['the person stopped', ['A stop 1'], true],
    ['and resumed', ['A stop 1', 'A resume 2'], false],
    ['and stopped again', ['A resume 2', 'A stop 1', 'A stop 3'], true],
    ['a stop was noted', ['A stop 1 noted'], true],
    ['and taken back by another note', ['A stop 1 noted', 'A resume 2 noted'], false],
    ['and taken back by the person', ['A stop 1 noted', 'A resume 2'], false],
    ['a note cannot take back the person’s own stop', ['A stop 1', 'A resume 2 noted'], true],
    ['a note may stop what the person resumed', ['A resume 1', 'A stop 2 noted'], true],
    ['another account of the person stopped', ['A resume 5', 'B stop 1'], true],
    ['a resume of one account leaves the stop of the other', ['A stop 1', 'B resume 2'], true],
    ['both resumed', ['A stop 1', 'A resume 2', 'B resume 3'], false],
  ])('where %s', (_what, words, expected) => {
    expect(stopped(...words)).toBe(expected);
    expect(stopped(...words.toReversed())).toBe(expected);
  });

  it('counts as stopped at the same moment', () => {
    expect(stopped('A resume 1', 'A stop 1')).toBe(true);
    expect(stopped('A stop 1', 'A resume 1')).toBe(true);
  });
});

describe('a word on everything', () => {
  it('stops marketing too, and is apart from words on marketing', () => {
    expect(consentOf([word('A stop 1 noted all')])).toEqual({ marketingStopped: true, doNotContact: true });
    expect(consentOf([word('A stop 1')])).toEqual({ marketingStopped: true, doNotContact: false });
    expect(consentOf([word('A stop 1 noted all'), word('A resume 2')]).doNotContact).toBe(true);
    expect(consentOf([word('A stop 1 noted all'), word('A resume 2 noted all')])).toEqual({
      marketingStopped: false,
      doNotContact: false,
    });
  });

  it('is one line for each category, the one that holds', () => {
    const standing = standingOf(['A resume 9', 'B stop 2', 'B stop 4', 'A stop 3 noted all'].map(word));
    expect(standing.map(({ category, value, at }) => `${category} ${value} ${at}`).sort()).toEqual([
      'all stop 3',
      'marketing stop 4',
    ]);
  });
});
