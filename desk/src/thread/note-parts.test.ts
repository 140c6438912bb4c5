import { describe, expect, it } from 'vitest';
import { noteParts } from './note-parts.ts';

const called = (...names: string[]) => names.map((name, n) => ({ kind: 'person' as const, id: String(n), name }));
const marked = (text: string, ...names: string[]) =>
  noteParts(text, called(...names)).map((part) => (part.isMention ? `[${part.text}]` : part.text));

describe('a note', () => {
  it('is one part where it calls nobody', () => {
    expect(marked('Held one in the back')).toEqual(['Held one in the back']);
  });

  it('is cut where it calls somebody, and the longer of two names is meant', () => {
    expect(marked('@Maya Lin and @Maya: please', 'Maya', 'Maya Lin')).toEqual([
      '[@Maya Lin]',
      ' and ',
      '[@Maya]',
      ': please',
    ]);
  });

  it('takes no part of a word for a name, and a name with signs in it as it is', () => {
    expect(marked('@Mayan @J. (Jo) ok', 'Maya', 'J. (Jo)')).toEqual(['@Mayan ', '[@J. (Jo)]', ' ok']);
  });

  it('loses no letter', () => {
    const text = 'a @Maya b @Maya';
    expect(
      noteParts(text, called('Maya'))
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
