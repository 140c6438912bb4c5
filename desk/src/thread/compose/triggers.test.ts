import { describe, expect, it } from 'vitest';
import { plain, triggerAt, withChosen } from './triggers.ts';

const at = { sign: '@', spaces: 2 };
const slash = { sign: '/', spaces: 0 };
const end = (text: string, how: typeof at) => triggerAt(text, text.length, how)?.query;

describe('a sign that calls for a list', () => {
  it('begins a word, wherever that is', () => {
    expect(end('@', at)).toBe('');
    expect(end('Held it. @ma', at)).toBe('ma');
    expect(end('line\n/hou', slash)).toBe('hou');
    expect(end('(@jo', at)).toBe('jo');
  });

  it('is none within a word, an address or a date', () => {
    expect(end('maya@example', at)).toBeUndefined();
    expect(end('and/or', slash)).toBeUndefined();
    expect(end('https://x', slash)).toBeUndefined();
  });

  it('holds a name of several words, and a shortcut of one', () => {
    expect(end('@Maya de Lin', at)).toBe('Maya de Lin');
    expect(end('@Maya can you please', at)).toBeUndefined();
    expect(end('/hours now', slash)).toBeUndefined();
    expect(end('@Maya\nthen', at)).toBeUndefined();
  });

  it('counts up to the caret, and what is chosen takes its place there', () => {
    const text = 'Hi @ma please';
    const trigger = triggerAt(text, 6, at);
    expect(trigger).toEqual({ from: 3, query: 'ma' });
    expect(trigger && withChosen(text, 6, trigger, '@Maya ')).toEqual({ text: 'Hi @Maya please', caret: 9 });
  });
});

describe('plain letters', () => {
  it('forget accents and size', () => {
    expect(plain('JOÃO Müller')).toBe('joao muller');
  });
});
