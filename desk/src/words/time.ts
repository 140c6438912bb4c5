// Dates and times as an agent reads them. `now` is an argument everywhere, in milliseconds.

const language = 'en-GB';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayThisYear = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOtherYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const shortDayYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });

/** "15:42" */
export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

/** "Sunday 22 November 2026 at 15:42", for titles. */
export function fullTime(at: string): string {
  return full.format(new Date(at));
}

/** "now", "2 min", "1 h", "yesterday", "3 Nov", "3 Nov 2025": how long ago, in the space of a list row. */
export function agoShort(at: string, now: number): string {
  const then = new Date(at);
  const age = now - then.getTime();
  if (age < minuteMs) return 'now';
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min`;
  const days = daysBetween(then, new Date(now));
  if (days === 0 || age < 6 * hourMs) return `${Math.floor(age / hourMs)} h`;
  if (days === 1) return 'yesterday';
  return shortDate(at, now);
}

/** "3 Nov", with the year where it is another one. */
export function shortDate(at: string, now: number): string {
  const then = new Date(at);
  return then.getFullYear() === new Date(now).getFullYear() ? shortDay.format(then) : shortDayYear.format(then);
}

/** "today", "yesterday", "3 Nov": reads after "since" and "until". */
export function dayWord(at: string, now: number): string {
  const days = daysBetween(new Date(at), new Date(now));
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return shortDate(at, now);
}

/** "Today", "Yesterday", "Thursday 12 November", "12 November 2025": heads a day of a timeline. */
export function dayHeading(at: string, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const days = daysBetween(then, today);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return then.getFullYear() === today.getFullYear() ? dayThisYear.format(then) : dayOtherYear.format(then);
}

/** A key that is the same for two moments of one local day. */
export function dayKey(at: string): string {
  const then = new Date(at);
  return `${then.getFullYear()}-${then.getMonth()}-${then.getDate()}`;
}

/** "23 h 58 min", "4 min", "less than a minute". */
export function timeLeft(ms: number): string {
  if (ms < minuteMs) return 'less than a minute';
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** The share of the reply window still open, 0 to 1. */
export function windowShare(closesAt: string, now: number): number {
  return Math.min(1, Math.max(0, (new Date(closesAt).getTime() - now) / dayMs));
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(then)) / dayMs);
}
