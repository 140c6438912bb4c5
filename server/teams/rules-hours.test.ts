import { describe, expect, it } from 'vitest';
import { hoursOf, roundTheClock, type Schedule } from './rules-hours.ts';

const hour = 3_600_000;
const nineToFive: readonly [number, number][] = [[9 * 60, 17 * 60]];
const office: Schedule = {
  timeZone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: ['2026-12-25'],
};
const night: readonly [number, number][] = [[22 * 60, 30 * 60]];
const nights: Schedule = { timeZone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => night), holidays: [] };
const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => ms && new Date(ms).toISOString();

describe('hours of business', () => {
  it.each([
    ['within a day', office, '2026-11-10T10:00:00+01:00', 2, '2026-11-10T12:00:00+01:00'],
    ['to the very end of a day', office, '2026-11-10T10:00:00+01:00', 7, '2026-11-10T17:00:00+01:00'],
    ['from before opening', office, '2026-11-10T03:00:00+01:00', 1, '2026-11-10T10:00:00+01:00'],
    ['over night', office, '2026-11-10T16:00:00+01:00', 2, '2026-11-11T10:00:00+01:00'],
    ['over a weekend', office, '2026-11-13T16:30:00+01:00', 1, '2026-11-16T09:30:00+01:00'],
    ['over a holiday and the weekend after it', office, '2026-12-24T16:00:00+01:00', 2, '2026-12-28T10:00:00+01:00'],
    ['of several days', office, '2026-11-09T09:00:00+01:00', 40, '2026-11-13T17:00:00+01:00'],
    ['through a night shift', nights, '2026-11-10T23:00:00+01:00', 4, '2026-11-11T03:00:00+01:00'],
    [
      'from after midnight in a shift of the day before',
      nights,
      '2026-11-11T05:00:00+01:00',
      2,
      '2026-11-11T23:00:00+01:00',
    ],
    // Clocks go from 2 to 3 on 29 March, and from 3 to 2 on 25 October.
    ['through a night an hour short', nights, '2026-03-28T22:00:00+01:00', 7, '2026-03-29T06:00:00+02:00'],
    ['through a night an hour long', nights, '2026-10-24T22:00:00+02:00', 9, '2026-10-25T06:00:00+01:00'],
    [
      'over the days before and after the clocks change',
      office,
      '2026-03-27T16:00:00+01:00',
      2,
      '2026-03-30T10:00:00+02:00',
    ],
  ])('are counted %s', (_, schedule, from, hours, until) => {
    const counted = hoursOf(schedule);
    expect(iso(counted.after(at(from), hours * hour))).toBe(iso(at(until)));
    expect(counted.between(at(from), at(until))).toBe(hours * hour);
  });

  it('are none while closed, and none backwards', () => {
    const counted = hoursOf(office);
    expect(counted.between(at('2026-11-14T08:00:00+01:00'), at('2026-11-15T20:00:00+01:00'))).toBe(0);
    expect(counted.between(at('2026-11-10T12:00:00+01:00'), at('2026-11-10T10:00:00+01:00'))).toBe(0);
  });

  it('count a moment once where shifts overlap', () => {
    const split: Schedule = {
      ...office,
      week: office.week.map(
        () =>
          [
            [540, 720],
            [660, 780],
          ] as const,
      ),
    };
    expect(hoursOf(split).between(at('2026-11-10T00:00:00+01:00'), at('2026-11-11T00:00:00+01:00'))).toBe(4 * hour);
  });

  it('never come in an office that never opens', () => {
    expect(hoursOf({ ...office, week: [[], [], [], [], [], [], []] }).after(0, 1)).toBeUndefined();
  });

  it('are any hours around the clock', () => {
    expect(roundTheClock.after(5, 7)).toBe(12);
    expect(roundTheClock.between(5, 7)).toBe(2);
    expect(roundTheClock.between(7, 5)).toBe(0);
  });
});
