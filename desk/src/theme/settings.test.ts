import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const unsaid = { theme: 'system', language: 'system', phones: 'international' };

describe('readSettings', () => {
  it('follows the system and the browser where nothing was kept', () => {
    expect(readSettings(null, '')).toEqual(unsaid);
  });

  it('keeps what was chosen', () => {
    const chosen = { theme: 'dark', language: 'ar', phones: 'national' };
    expect(readSettings(JSON.stringify(chosen), '')).toEqual(chosen);
  });

  it('takes a direction from the address only', () => {
    expect(readSettings('{"dir":"rtl"}', '').dir).toBeUndefined();
    expect(readSettings(null, '?dir=rtl').dir).toBe('rtl');
  });

  it('takes damaged or unknown settings as not said', () => {
    expect(readSettings('{', '')).toEqual(unsaid);
    expect(readSettings('null', '')).toEqual(unsaid);
    expect(readSettings('{"theme":"sepia","language":"tlh","phones":7}', '?dir=up')).toEqual(unsaid);
  });
});
