// Lengths of time, shares and days as reports show them.

import { locale, say } from '../words/say.tsx';
import { timeLeft } from '../words/time.ts';

/** "45 s", "4 min", "2 h 30 min", "3 d 2 h": as long as one reads it, in a table or a sentence. */
export function durationText(seconds: number): string {
  return seconds < 60 ? axisText(seconds) : timeLeft(seconds * 1000);
}

/** "45 s", "4 min", "2.5 h", "3 d": a length beside a line of a chart. */
export function axisText(seconds: number): string {
  if (seconds < 60) return say('boards.seconds', { n: number(Math.round(seconds), 0) });
  if (seconds < 3600) return say('boards.minutes', { n: number(Math.round(seconds / 60), 0) });
  if (seconds < 48 * 3600) return say('boards.hours', { n: number(seconds / 3600, 1) });
  return say('boards.days', { n: number(seconds / 86_400, 1) });
}

export function shareText(share: number): string {
  return share.toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 0 });
}

export function countText(count: number): string {
  return count.toLocaleString(locale());
}

/** "22 Sep": a day of the deployment, whatever zone the reader is in. */
export function dayText(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function number(value: number, digits: number): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: digits });
}
