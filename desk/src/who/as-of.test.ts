import { describe, expect, it } from 'vitest';
import { dayValue, endOfDay } from './as-of.ts';

const now = new Date(2026, 10, 22, 15, 30).getTime();

describe('a day asked about', () => {
  it('means its last moment, in the reader’s own time', () => {
    expect(endOfDay('2026-11-03', now)).toBe(new Date(2026, 10, 3, 23, 59, 59, 999).toISOString());
  });

  it('means now where it is today, still to come, or not a day', () => {
    for (const day of ['2026-11-22', '2026-12-01', '', '2026-11']) expect(endOfDay(day, now)).toBeUndefined();
  });

  it('is today until another is chosen', () => {
    expect(dayValue(now)).toBe('2026-11-22');
    expect(dayValue(new Date(2026, 0, 5).getTime())).toBe('2026-01-05');
    expect(endOfDay(dayValue(now), now)).toBeUndefined();
  });
});
