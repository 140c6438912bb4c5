// Dates and times as an agent reads them: in the language of the desk, the way of the agent's country. `now` is an argument
// everywhere, in milliseconds.

import { locale, say } from './say.tsx';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const shapes = {
  clock: { timeStyle: 'short' },
  dayThisYear: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOtherYear: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  shortDayYear: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { dateStyle: 'full', timeStyle: 'short' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** "15:42", "3:42 PM": twelve hours or twenty-four, as they are read there. */
export function clockTime(at: string): string {
  return format('clock', new Date(at));
}

/** "Sunday 22 November 2026 at 15:42", for titles. */
export function fullTime(at: string): string {
  return format('full', new Date(at));
}

/** "22 Nov 2026, 15:42": a moment in a list or a table. */
export function momentText(at: string): string {
  return format('moment', new Date(at));
}

/** "22 Nov 2026": a day, whatever the year. */
export function dayText(at: string): string {
  return format('shortDayYear', new Date(at));
}

/** "now", "2 min", "1 h", "yesterday", "3 Nov", "3 Nov 2025": how long ago, in the space of a list row. */
export function agoShort(at: string, now: number): string {
  const age = ageOf(at, now);
  if (age === undefined) return dayWord(at, now);
  if (age < minuteMs) return say('time.now');
  if (age < hourMs) return say('time.minutes', { n: Math.floor(age / minuteMs) });
  return say('time.hours', { n: Math.floor(age / hourMs) });
}

/** "now", "2 min ago", "1 h ago", "yesterday", "3 Nov": how long ago, by itself. */
export function agoText(at: string, now: number): string {
  const age = ageOf(at, now);
  if (age === undefined) return dayWord(at, now);
  if (age < minuteMs) return say('time.now');
  if (age < hourMs) return say('time.minutesAgo', { n: Math.floor(age / minuteMs) });
  return say('time.hoursAgo', { n: Math.floor(age / hourMs) });
}

/** "3 Nov", with the year where it is another one. */
export function shortDate(at: string, now: number): string {
  const then = new Date(at);
  return format(isThisYear(then, now) ? 'shortDay' : 'shortDayYear', then);
}

/** "today", "yesterday", "3 Nov": reads after "since" and "until". */
export function dayWord(at: string, now: number): string {
  const days = daysBetween(new Date(at), new Date(now));
  if (days === 0) return say('time.today');
  if (days === 1) return say('time.yesterday');
  return shortDate(at, now);
}

/** "Today", "Yesterday", "Thursday 12 November", "12 November 2025": heads a day of a timeline. */
export function dayHeading(at: string, now: number): string {
  const then = new Date(at);
  const days = daysBetween(then, new Date(now));
  if (days === 0) return say('time.todayHeading');
  if (days === 1) return say('time.yesterdayHeading');
  return format(isThisYear(then, now) ? 'dayThisYear' : 'dayOtherYear', then);
}

/** A key that is the same for two moments of one local day. */
export function dayKey(at: string): string {
  const then = new Date(at);
  return `${then.getFullYear()}-${then.getMonth()}-${then.getDate()}`;
}

/** "3 d 1 h", "23 h 58 min", "4 min", "less than a minute". */
export function timeLeft(ms: number): string {
  if (ms < minuteMs) return say('time.underAMinute');
  if (ms >= dayMs) {
    const d = Math.floor(ms / dayMs);
    const h = Math.floor((ms % dayMs) / hourMs);
    return h === 0 ? say('time.days', { n: d }) : say('time.daysHours', { d, h });
  }
  const h = Math.floor(ms / hourMs);
  const m = Math.floor((ms % hourMs) / minuteMs);
  if (h === 0) return say('time.minutes', { n: m });
  return m === 0 ? say('time.hours', { n: h }) : say('time.hoursMinutes', { h, m });
}

/** The share of the reply window still open, 0 to 1. */
export function windowShare(closesAt: string, now: number): number {
  return Math.min(1, Math.max(0, (new Date(closesAt).getTime() - now) / dayMs));
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(then)) / dayMs);
}

/** How old something is where that is said in minutes or hours: of today, and shortly after midnight. */
function ageOf(at: string, now: number): number | undefined {
  const then = new Date(at);
  const age = now - then.getTime();
  return age < 6 * hourMs || daysBetween(then, new Date(now)) === 0 ? age : undefined;
}

function isThisYear(then: Date, now: number): boolean {
  return then.getFullYear() === new Date(now).getFullYear();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than a hundred uses of it, and a list has one in every row. */
function format(shape: keyof typeof shapes, moment: Date): string {
  const name = `${locale()} ${shape}`;
  let made = formats.get(name);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale(), shapes[shape]);
    formats.set(name, made);
  }
  return made.format(moment);
}
