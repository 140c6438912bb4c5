import { describe, expect, it } from 'vitest';
import { dayIn, rangeOf } from './rules-range.ts';

const now = Date.UTC(2026, 8, 22, 1, 30);

describe('the days of a report', () => {
  it('are the last thirty where none were asked for, as the clock stands in the time zone', () => {
    expect(rangeOf({}, { timeZone: 'UTC', now })).toEqual({ from: '2026-08-24', to: '2026-09-22', timeZone: 'UTC' });
    expect(dayIn('America/Sao_Paulo', now)).toBe('2026-09-21');
  });

  it('are never more than are kept, and never run backwards', () => {
    const { from } = rangeOf({ from: '2001-01-01', to: '2026-09-22' }, { timeZone: 'UTC', now });
    expect(from).toBe('2025-08-18');
    expect(rangeOf({ from: '2026-09-25', to: '2026-09-22' }, { timeZone: 'UTC', now }).from).toBe('2026-09-22');
  });
});
