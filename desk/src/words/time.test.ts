import { describe, expect, it } from 'vitest';
import { agoShort, dayHeading, dayKey, dayWord, timeLeft, windowShare } from './time.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
const now = new Date(2026, 10, 22, 15, 42).getTime();

describe('agoShort', () => {
  it('counts minutes, then hours, then days', () => {
    expect(agoShort(at(2026, 10, 22, 15, 42), now)).toBe('now');
    expect(agoShort(at(2026, 10, 22, 15, 40), now)).toBe('2 min');
    expect(agoShort(at(2026, 10, 22, 9, 30), now)).toBe('6 h');
    expect(agoShort(at(2026, 10, 21, 9, 30), now)).toBe('yesterday');
    expect(agoShort(at(2026, 10, 3, 9, 30), now)).toBe('3 Nov');
    expect(agoShort(at(2025, 10, 3, 9, 30), now)).toBe('3 Nov 2025');
  });

  it('keeps counting hours shortly after midnight', () => {
    expect(agoShort(at(2026, 10, 21, 23, 0), new Date(2026, 10, 22, 2, 0).getTime())).toBe('3 h');
  });

  it('takes a clock slightly ahead of ours as now', () => {
    expect(agoShort(at(2026, 10, 22, 15, 43), now)).toBe('now');
  });
});

describe('dayHeading', () => {
  it('names today and yesterday, and dates the rest', () => {
    expect(dayHeading(at(2026, 10, 22, 0, 1), now)).toBe('Today');
    expect(dayHeading(at(2026, 10, 21, 23, 59), now)).toBe('Yesterday');
    expect(dayHeading(at(2026, 10, 12, 10, 0), now)).toBe('Thursday 12 November');
    expect(dayHeading(at(2025, 10, 12, 10, 0), now)).toBe('12 November 2025');
  });
});

describe('dayWord and dayKey', () => {
  it('reads after "since"', () => {
    expect(dayWord(at(2026, 10, 22, 1, 0), now)).toBe('today');
    expect(dayWord(at(2026, 10, 2, 1, 0), now)).toBe('2 Nov');
  });

  it('is the same key for two moments of one day only', () => {
    expect(dayKey(at(2026, 10, 22, 0, 1))).toBe(dayKey(at(2026, 10, 22, 23, 59)));
    expect(dayKey(at(2026, 10, 22, 0, 1))).not.toBe(dayKey(at(2026, 10, 21, 23, 59)));
  });
});

describe('the reply window', () => {
  it('says what is left in hours and minutes', () => {
    expect(timeLeft((23 * 60 + 58) * 60_000)).toBe('23 h 58 min');
    expect(timeLeft((73 * 60 + 23) * 60_000)).toBe('3 d 1 h');
    expect(timeLeft(48 * 3_600_000)).toBe('2 d');
    expect(timeLeft(2 * 3_600_000)).toBe('2 h');
    expect(timeLeft(4 * 60_000)).toBe('4 min');
    expect(timeLeft(20_000)).toBe('less than a minute');
  });

  it('is a share between nothing and all of a day', () => {
    expect(windowShare(at(2026, 10, 23, 3, 42), now)).toBeCloseTo(0.5);
    expect(windowShare(at(2026, 10, 22, 3, 42), now)).toBe(0);
    expect(windowShare(at(2026, 10, 29, 3, 42), now)).toBe(1);
  });
});
