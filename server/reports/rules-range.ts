// Which days a report is about. Days are those of the deployment's time zone: where its process runs, or what TZ says.

import { limits } from '../limits.ts';

export interface DayRange {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
  timeZone: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;

export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day it is, as YYYY-MM-DD. */
export function dayIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** What was asked for, the last 30 days where nothing was; never more than the days that are kept, never backwards. */
export function rangeOf(
  asked: { from?: string | undefined; to?: string | undefined },
  { timeZone, now }: { timeZone: string; now: number },
): DayRange {
  const to = asked.to ?? dayIn(timeZone, now);
  const longest = daysBefore(to, limits.reportDays);
  const from = asked.from ?? daysBefore(to, usualDays - 1);
  if (from > to) return { from: to, to, timeZone };
  // Days as text: in the order of time.
  const [, later = from] = [from, longest].sort();
  return { from: later, to, timeZone };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}
