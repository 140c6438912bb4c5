import { describe, expect, it } from 'vitest';
import { byThen, momentOf } from './course.ts';

const none = { sent: 0, delivered: 0, read: 0, failed: 0, replied: 0 };

describe('the course of a campaign', () => {
  it('is what had happened by then, stretch after stretch', () => {
    const points = [
      { ...none, at: '2026-09-22T14:00', sent: 5, failed: 1 },
      { ...none, at: '2026-09-22T15:00', delivered: 4, read: 2 },
      { ...none, at: '2026-09-22T16:00', read: 1, replied: 1 },
    ];
    expect(byThen(points)).toEqual([
      { at: '2026-09-22T14:00', sent: 5, delivered: 0, read: 0, failed: 1, replied: 0 },
      { at: '2026-09-22T15:00', sent: 5, delivered: 4, read: 2, failed: 1, replied: 0 },
      { at: '2026-09-22T16:00', sent: 5, delivered: 4, read: 3, failed: 1, replied: 1 },
    ]);
    expect(byThen([])).toEqual([]);
  });

  it('tells the hour only where stretches are shorter than a day', () => {
    expect(momentOf({ at: '2026-09-22T14:30' }, 'day', 'en-GB')).toBe('22 Sept');
    expect(momentOf({ at: '2026-09-22T14:30' }, 'minutes', 'en-GB')).toBe('22 Sept, 14:30');
  });
});
