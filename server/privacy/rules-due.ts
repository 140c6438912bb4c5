// When the law wants what. GDPR, articles 12(3) and 16 to 21: one month, two more with notice. CCPA regulations, §7021: receipt confirmed
// within 10 business days, an answer within 45 days, 45 more with notice. Read 2026-09. Days are those of UTC; business days know of
// weekends alone, since whose holidays count nobody says here.

import type { PrivacyLaw } from '@throughline/contract';

const dayMs = 24 * 60 * 60 * 1000;

export interface Due {
  confirmBy: number | null;
  dueAt: number;
}

/** `receivedAt` in milliseconds. */
export function dueOf(law: PrivacyLaw, receivedAt: number, extended = false): Due {
  if (law === 'ccpa')
    return { confirmBy: afterBusinessDays(receivedAt, 10), dueAt: receivedAt + (extended ? 90 : 45) * dayMs };
  return { confirmBy: null, dueAt: afterMonths(receivedAt, extended ? 3 : 1) };
}

/** The same day of a later month, or its last day where it is shorter (Regulation 1182/71, article 3(2)c). */
function afterMonths(from: number, months: number): number {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

function afterBusinessDays(from: number, days: number): number {
  let at = from;
  for (let left = days; left > 0; ) {
    at += dayMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

export type DueState = 'fine' | 'soon' | 'late' | 'ended';

const soonMs = 7 * dayMs;

/** Before when something is soon due that is open now. */
export function soonBefore(now: number): number {
  return now + soonMs;
}

/** A week before its end it is soon. */
export function dueState({ dueAt, ended }: { dueAt: number; ended: boolean }, now: number): DueState {
  if (ended) return 'ended';
  if (now > dueAt) return 'late';
  return now > dueAt - soonMs ? 'soon' : 'fine';
}
