// What the kinds of errand have in common and what not: which of them wait for each other, which are worth nothing later, and when a
// call is made again.

import type { ErrorRetry } from '@throughline/whatsapp';
import { limits } from '../limits.ts';

export type ErrandKind = 'mark_read' | 'typing' | 'block' | 'unblock' | 'delete_from_contact_book';

interface Nature {
  /** Of errands of one series about one subject only the newest counts, and they are made in their order. */
  series: string;
  /** Counts against Meta's limit of management calls (Meta, "Rate limits", read 2026-09). Marking as read is a message's business. */
  managed: boolean;
  /** After how long it is worth nothing; null: it is made however late. */
  worthMs: number | null;
  /** Nobody asks afterwards what became of it: it goes once it is over. */
  fleeting: boolean;
}

const natures: Readonly<Record<ErrandKind, Nature>> = {
  mark_read: { series: 'read', managed: false, worthMs: limits.markReadWorthMs, fleeting: true },
  // The indicator ends after 25 seconds by itself (Meta, "Typing indicators", read 2026-09).
  typing: { series: 'typing', managed: false, worthMs: limits.typingWorthMs, fleeting: true },
  block: { series: 'block', managed: true, worthMs: null, fleeting: false },
  unblock: { series: 'block', managed: true, worthMs: null, fleeting: false },
  delete_from_contact_book: { series: 'contact book', managed: true, worthMs: null, fleeting: false },
};

export const natureOf = (kind: ErrandKind): Nature => natures[kind];

/**
 * In how many milliseconds to call again; null: not any more. `lost`: no answer that can be read, and no harm in asking twice.
 * `fraction`, from 0 up to 1, spreads calls that failed together.
 */
export function retryDelayMs(why: ErrorRetry | 'lost', attempts: number, fraction: number): number | null {
  if (attempts >= limits.errandAttempts || (why !== 'backoff' && why !== 'lost')) return null;
  const longest = Math.min(limits.errandLongestWaitMs, 1_000 * 4 ** attempts);
  return Math.round(longest * (0.5 + fraction / 2));
}
