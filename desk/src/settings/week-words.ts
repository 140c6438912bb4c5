// A week's hours as a form holds them: a shift a day, or none. Pure.

import type { Schedule } from '@throughline/contract';
import { locale } from '../words/say.tsx';

export interface Day {
  isOpen: boolean;
  /** `08:30`. A closing that is not later than the opening is of the next day. */
  from: string;
  until: string;
}

const day = 1440;

export function daysOf(week: Schedule['week']): Day[] {
  return week.map(([first]) =>
    first
      ? { isOpen: true, from: clock(first[0]), until: clock(first[1] % day) }
      : { isOpen: false, from: '09:00', until: '17:00' },
  );
}

/** Shifts after a day's first are kept as they were where the first was not changed. */
export function weekOf(days: readonly Day[], before: Schedule['week']): Schedule['week'] {
  return days.map(({ isOpen, from, until }, index) => {
    if (!isOpen) return [];
    const opens = minutes(from);
    const closes = minutes(until);
    const shift: [number, number] = [opens, closes > opens ? closes : closes + day];
    const [first, ...rest] = before[index] ?? [];
    return first?.[0] === shift[0] && first[1] === shift[1] ? [shift, ...rest] : [shift];
  });
}

export const usualWeek: Schedule['week'] = Array.from({ length: 7 }, (_, index) => (index < 5 ? [[540, 1020]] : []));

/** Monday first, in the reader's language. */
export function dayNames(): string[] {
  const format = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2026, 0, 5 + index)));
}

export function clock(at: number): string {
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

function minutes(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}
