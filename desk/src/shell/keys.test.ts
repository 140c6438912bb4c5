import { describe, expect, it } from 'vitest';
import { meaningOf, type Press } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
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
    expect(meaningOf(press('k', { place: 'typing', ctrlKey: true }))).toBe('command');
    expect(meaningOf(press('k', { place: 'typing', metaKey: true }))).toBe('command');
    expect(meaningOf(press('f', { place: 'typing', metaKey: true }))).toBe('find');
    expect(meaningOf(press('F', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
  });

  it('leaves the arrows to what scrolls with them, and everything to dialogs', () => {
    expect(meaningOf(press('ArrowUp', { place: 'arrows' }))).toBeUndefined();
    expect(meaningOf(press('j', { place: 'arrows' }))).toBe('next');
    expect(meaningOf(press('k', { place: 'dialog', ctrlKey: true }))).toBeUndefined();
  });

  it('go by what is printed on the key, wherever it sits', () => {
    // AZERTY writes ? with Shift and the comma, QWERTZ / with Shift and 7; both have their letters elsewhere.
    expect(meaningOf(press('?', { code: 'KeyM', shiftKey: true }))).toBe('help');
    expect(meaningOf(press('/', { code: 'Digit7', shiftKey: true }))).toBe('search');
    expect(meaningOf(press('z', { code: 'KeyY' }))).toBeUndefined();
    expect(meaningOf(press('é', { code: 'KeyE' }))).toBeUndefined();
  });

  it('go by place where the letters are of another script', () => {
    expect(meaningOf(press('ت', { code: 'KeyJ' }))).toBe('next');
    expect(meaningOf(press('ن', { code: 'KeyK', ctrlKey: true }))).toBe('command');
    expect(meaningOf(press('ظ', { code: 'Slash' }))).toBe('search');
    expect(meaningOf(press('\u061f', { code: 'Slash', shiftKey: true }))).toBe('help');
    expect(meaningOf(press('к', { code: 'KeyR' }))).toBe('reply');
    expect(meaningOf(press('व', { code: 'KeyB' }))).toBeUndefined();
  });

  it("leaves the browser's own keys and half-composed letters alone", () => {
    expect(meaningOf(press('r', { ctrlKey: true }))).toBeUndefined();
    expect(meaningOf(press('e', { altKey: true }))).toBeUndefined();
    expect(meaningOf(press('j', { isComposing: true }))).toBeUndefined();
  });
});
