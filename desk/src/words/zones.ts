// Time zones as they are named to a reader, and what day it is there.

import { today } from '@internationalized/date';

/** The reader's own, as IANA names it. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "Bogota" for America/Bogota; "New York" for America/New_York. */
export function zoneName(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The day that has begun there, or so many later, as `2026-11-28`. */
export function dayIn(timeZone: string, daysLater = 0): string {
  return today(timeZone).add({ days: daysLater }).toString();
}
