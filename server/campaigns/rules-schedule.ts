// When a campaign starts: a time on the clocks of a place. Where clocks go forward, a time that does not exist is taken as much later
// as they go (02:30 becomes 03:30); where they go back, a time that comes twice is its first. So it is in calendars.

import { Temporal } from 'temporal-polyfill';

export type Start = { kind: 'at'; at: number } | { kind: 'no_such_zone' } | { kind: 'no_such_time' };

/** `local` as YYYY-MM-DDTHH:MM, `timeZone` an IANA name. Answers milliseconds since the epoch. */
export function startOf(local: string, timeZone: string): Start {
  if (!isZone(timeZone)) return { kind: 'no_such_zone' };
  try {
    const time = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return { kind: 'at', at: time.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds };
  } catch {
    return { kind: 'no_such_time' };
  }
}

/** A place's name, or UTC; an offset such as +02:00 knows no summer. */
function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
