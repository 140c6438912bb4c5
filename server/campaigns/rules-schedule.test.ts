import { describe, expect, it } from 'vitest';
import { startOf } from './rules-schedule.ts';

const start = (local: string, zone: string) => {
  const found = startOf(local, zone);
  return found.kind === 'at' ? new Date(found.at).toISOString() : found.kind;
};

describe('a time on the clocks of a place', () => {
  it.each([
    ['2026-12-01T09:30', 'America/Bogota', '2026-12-01T14:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/London', '2026-07-01T08:30:00.000Z'],
    ['2026-12-01T09:30', 'UTC', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30', 'Asia/Kathmandu', '2026-12-01T03:45:00.000Z'],
  ])('%s in %s is %s', (local, zone, at) => expect(start(local, zone)).toBe(at));

  it('that the clocks leap over is an hour later', () => {
    // New York, 8 March 2026: 02:00 becomes 03:00.
    expect(start('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(start('2026-03-08T03:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(start('2026-03-08T01:59', 'America/New_York')).toBe('2026-03-08T06:59:00.000Z');
  });

  it('that comes twice is its first', () => {
    // London, 25 October 2026: 02:00 becomes 01:00.
    expect(start('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
    expect(start('2026-10-25T02:30', 'Europe/London')).toBe('2026-10-25T02:30:00.000Z');
  });

  it('must exist, and so must the place', () => {
    expect(start('2026-02-30T09:00', 'UTC')).toBe('no_such_time');
    expect(start('2026-12-01T25:00', 'UTC')).toBe('no_such_time');
    expect(start('2026-12-01T09:00', 'Atlantis/Center')).toBe('no_such_zone');
    expect(start('2026-12-01T09:00', '+02:00')).toBe('no_such_zone');
  });
});
