// Time as an office counts it: only while it is open. Clocks of a place, so a shift over the night the clocks change is as long as it is.

import { Temporal } from 'temporal-polyfill';

export interface Schedule {
  /** An IANA name. */
  timeZone: string;
  /** Seven days, Monday first: shifts as minutes after midnight, [from, until); until may pass 1,440 into the next day. */
  week: readonly (readonly (readonly [number, number])[])[];
  /** Days on which no shift begins, as YYYY-MM-DD. */
  holidays: readonly string[];
}

/** Milliseconds since the epoch, and lengths in milliseconds. */
export interface Hours {
  /** When so much of it is over; undefined where that is more than a year of days away: an office that never opens. */
  after(from: number, lengthMs: number): number | undefined;
  /** How much of it lies between. Nothing where `until` is not later. */
  between(from: number, until: number): number;
}

export const roundTheClock: Hours = {
  after: (from, lengthMs) => from + lengthMs,
  between: (from, until) => Math.max(0, until - from),
};

const daysAhead = 400;

/** Remembers the days it has looked at: a batch asks for the same few. */
export function hoursOf(schedule: Schedule): Hours {
  const days = new Map<string, Span[]>();
  const closed = new Set(schedule.holidays);
  const shiftsOf = (day: Temporal.PlainDate): Span[] => {
    const name = day.toString();
    const known = days.get(name);
    if (known) return known;
    const shifts = closed.has(name) ? [] : (schedule.week[day.dayOfWeek - 1] ?? []);
    const spans = shifts.map(([from, until]) => ({
      from: instant(day, from, schedule.timeZone),
      until: instant(day, until, schedule.timeZone),
    }));
    days.set(name, spans);
    return spans;
  };
  /** What is open from a moment on, in order, each moment once: a night shift may reach into the next day's. */
  function* open(from: number): Generator<Span> {
    const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(schedule.timeZone).toPlainDate();
    let reached = from;
    for (let ahead = -1; ahead < daysAhead; ahead += 1) {
      for (const span of [...shiftsOf(first.add({ days: ahead }))].sort((a, b) => a.from - b.from)) {
        if (span.until <= reached) continue;
        yield { from: Math.max(span.from, reached), until: span.until };
        reached = span.until;
      }
    }
  }
  return {
    after: (from, lengthMs) => {
      let left = lengthMs;
      for (const span of open(from)) {
        if (left <= span.until - span.from) return span.from + left;
        left -= span.until - span.from;
      }
      return undefined;
    },
    between: (from, until) => {
      let sum = 0;
      if (until <= from) return sum;
      for (const span of open(from)) {
        if (span.from >= until) break;
        sum += Math.min(span.until, until) - span.from;
      }
      return sum;
    },
  };
}

/** A place's name, or UTC; an offset such as +02:00 knows no summer. */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

interface Span {
  from: number;
  until: number;
}

/** A time that the clocks leave out is taken as much later as they go; one they show twice, as its first. */
function instant(day: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const at = day
    .add({ days: Math.floor(minutes / 1440) })
    .toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
  return at.toZonedDateTime(timeZone).epochMilliseconds;
}
