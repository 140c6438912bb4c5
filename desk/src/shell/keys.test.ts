import { describe, expect, it } from 'vitest';
import { meaningOf, type Press } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  place: 'elsewhere',
  ...more,
});

describe('meaningOf', () => {
  it('reads letters and arrows, whatever the case', () => {
    expect(meaningOf(press('j'))).toBe('next');
    expect(meaningOf(press('K'))).toBe('previous');
    expect(meaningOf(press('ArrowDown'))).toBe('next');
    expect(meaningOf(press('r'))).toBe('reply');
    expect(meaningOf(press('e'))).toBe('resolve');
    expect(meaningOf(press('/'))).toBe('search');
    expect(meaningOf(press('?'))).toBe('help');
    expect(meaningOf(press('a'))).toBe('assign');
    expect(meaningOf(press('s'))).toBe('snooze');
    expect(meaningOf(press('x'))).toBe('select');
    expect(meaningOf(press('n'))).toBe('note');
    expect(meaningOf(press('q'))).toBeUndefined();
  });

  it('is silent while somebody types, but for the way to the search', () => {
    expect(meaningOf(press('j', { place: 'typing' }))).toBeUndefined();
    expect(meaningOf(press('?', { place: 'typing' }))).toBeUndefined();
    expect(meaningOf(press('k', { place: 'typing', ctrlKey: true }))).toBe('search');
    expect(meaningOf(press('k', { place: 'typing', metaKey: true }))).toBe('search');
  });

  it('leaves the arrows to what scrolls with them, and everything to dialogs', () => {
    expect(meaningOf(press('ArrowUp', { place: 'arrows' }))).toBeUndefined();
    expect(meaningOf(press('j', { place: 'arrows' }))).toBe('next');
    expect(meaningOf(press('k', { place: 'dialog', ctrlKey: true }))).toBeUndefined();
  });

  it("leaves the browser's own keys and half-composed letters alone", () => {
    expect(meaningOf(press('r', { ctrlKey: true }))).toBeUndefined();
    expect(meaningOf(press('e', { altKey: true }))).toBeUndefined();
    expect(meaningOf(press('j', { isComposing: true }))).toBeUndefined();
  });
});
