import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('follows the system and reads left to right where nothing was kept', () => {
    expect(readSettings(null, '')).toEqual({ theme: 'system', dir: 'ltr' });
  });

  it('keeps what was chosen', () => {
    expect(readSettings('{"theme":"dark","dir":"rtl"}', '')).toEqual({ theme: 'dark', dir: 'rtl' });
  });

  it('lets the address override the direction', () => {
    expect(readSettings('{"dir":"rtl"}', '?dir=ltr').dir).toBe('ltr');
    expect(readSettings(null, '?dir=rtl').dir).toBe('rtl');
  });

  it('takes damaged or unknown settings as not said', () => {
    expect(readSettings('{', '')).toEqual({ theme: 'system', dir: 'ltr' });
    expect(readSettings('null', '')).toEqual({ theme: 'system', dir: 'ltr' });
    expect(readSettings('{"theme":"sepia","dir":7}', '')).toEqual({ theme: 'system', dir: 'ltr' });
  });
});
