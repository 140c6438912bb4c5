import { describe, expect, it } from 'vitest';
import { isRhythm, isZone, lastDays, nextAfter, type Rhythm } from './rules-schedule.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();
const lisbon = { clock: '06:30', zone: 'Europe/Lisbon' };

describe('a file made again and again', () => {
  it.each<[string, Rhythm, string, string]>([
    ['every day, today', { every: 'day', day: null, ...lisbon }, '2026-11-20T06:29:00Z', '2026-11-20T06:30:00.000Z'],
    [
      'every day, at the very minute',
      { every: 'day', day: null, ...lisbon },
      '2026-11-20T06:30:00Z',
      '2026-11-21T06:30:00.000Z',
    ],
    [
      'every day, in summer time',
      { every: 'day', day: null, ...lisbon },
      '2026-07-01T12:00:00Z',
      '2026-07-02T05:30:00.000Z',
    ],
    ['every Monday', { every: 'week', day: 1, ...lisbon }, '2026-11-20T12:00:00Z', '2026-11-23T06:30:00.000Z'],
    [
      'on the 31st, in a month of 30',
      { every: 'month', day: 31, ...lisbon },
      '2026-11-05T12:00:00Z',
      '2026-11-30T06:30:00.000Z',
    ],
    [
      'where the clocks skip the hour',
      { every: 'day', day: null, clock: '02:30', zone: 'Europe/Berlin' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'where the hour comes twice',
      { every: 'day', day: null, clock: '02:30', zone: 'Europe/Berlin' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'across the date line',
      { every: 'day', day: null, clock: '00:15', zone: 'Pacific/Auckland' },
      '2026-11-20T12:00:00Z',
      '2026-11-21T11:15:00.000Z',
    ],
  ])('comes %s', (_, rhythm, after, next) => {
    expect(iso(nextAfter(rhythm, at(after)))).toBe(next);
  });

  it('is about whole days on the clocks of the place', () => {
    const { from, until } = lastDays(1, 'America/Sao_Paulo', at('2026-11-20T02:00:00Z'));
    expect([iso(from.getTime()), iso(until.getTime())]).toEqual([
      '2026-11-18T03:00:00.000Z',
      '2026-11-19T03:00:00.000Z',
    ]);
  });

  it('names a day where there is one to name, and a place whose clocks are known', () => {
    expect([
      isRhythm({ every: 'day', day: null }),
      isRhythm({ every: 'day', day: 3 }),
      isRhythm({ every: 'week', day: 8 }),
      isRhythm({ every: 'week', day: 7 }),
      isRhythm({ every: 'month', day: null }),
      isZone('Europe/Lisbon'),
      isZone('+02:00'),
      isZone('Atlantis'),
    ]).toEqual([true, false, false, true, false, true, false, false]);
  });
});
