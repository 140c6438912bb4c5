// When a file is made that is made again and again: at an hour on the clocks of a place. Where clocks go forward, an hour that does not exist
// is taken as much later as they go; where they go back, one that comes twice is its first.

import { Temporal } from 'temporal-polyfill';

export interface Rhythm {
  every: 'day' | 'week' | 'month';
  /** Of the week, Monday being 1; of the month, its last where it has fewer. */
  day: number | null;
  /** HH:MM */
  clock: string;
  zone: string;
}

/** A place's name, or UTC; an offset such as +02:00 knows no summer. */
export function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A day belongs to weeks and months, and to them alone. */
export function isRhythm({ every, day }: Pick<Rhythm, 'every' | 'day'>): boolean {
  if (every === 'day') return day === null;
  return day !== null && day >= 1 && day <= (every === 'week' ? 7 : 31);
}

/** The first time after `after`, both in milliseconds since the epoch. */
export function nextAfter(rhythm: Rhythm, after: number): number {
  const { zone, clock } = rhythm;
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ; ahead += 1) {
    const date = today.add({ days: ahead });
    if (!falls(rhythm, date)) continue;
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds;
    if (at > after) return at;
  }
}

/** So many whole days before the day of `at`. */
export function lastDays(days: number, zone: string, at: number): { from: Date; until: Date } {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const begin = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(today.subtract({ days })), until: begin(today) };
}

function falls({ every, day }: Rhythm, date: Temporal.PlainDate): boolean {
  if (every === 'day') return true;
  if (every === 'week') return date.dayOfWeek === day;
  return date.day === Math.min(day ?? 1, date.daysInMonth);
}
