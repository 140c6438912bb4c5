// A thread as the desk holds it: one stretch of a timeline without holes, oldest first, and the cursors to what came before and after
// it. It is the newest stretch, or one somebody jumped to. Pure: the pages come in as arguments.

import type { Page, TimelineItem, TimelinePage } from '@throughline/contract';

export interface Thread {
  items: TimelineItem[];
  /** Leads to the page before the oldest item held; null where the thread begins. */
  older: string | null;
  /** Leads to the page after the newest item held; absent where nothing is newer. */
  newer?: string;
}

/** The page nearest now, fetched again. Where it touches nothing held, the hole between is not papered over. */
export function withNewest(held: Thread | undefined, page: Page<TimelineItem>): Thread {
  if (held === undefined) return { items: page.data, older: page.next };
  // Who reads what was years ago goes on reading: the way to the newest is beside it.
  if (held.newer !== undefined) return held;
  const fresh = new Set(page.data.map((item) => item.id));
  const meets = held.items.findIndex((item) => fresh.has(item.id));
  if (meets === -1) return { items: page.data, older: page.next };
  return { items: [...held.items.slice(0, meets), ...page.data], older: held.older };
}

/** The stretch around a place somebody jumped to, in place of what was held. */
export function jumpedTo(page: TimelinePage): Thread {
  return { items: page.data, older: page.next, ...(page.newer != null && { newer: page.newer }) };
}

/** What is held of that stretch, as it is now; it becomes neither longer nor shorter. */
export function renewed(held: Thread, page: TimelinePage): Thread {
  const fresh = new Map(page.data.map((item) => [item.id, item]));
  return { ...held, items: held.items.map((item) => fresh.get(item.id) ?? item) };
}

/** The page after the newest item held: where it is the last, the stretch has become the newest. */
export function withNewer(held: Thread, page: Page<TimelineItem>): Thread {
  const known = new Set(held.items.map((item) => item.id));
  const items = [...held.items, ...page.data.filter((item) => !known.has(item.id))];
  return { items, older: held.older, ...(page.next !== null && { newer: page.next }) };
}

/** The page before the oldest item held. */
export function withOlder(held: Thread, page: Page<TimelineItem>): Thread {
  const known = new Set(held.items.map((item) => item.id));
  return { ...held, items: [...page.data.filter((item) => !known.has(item.id)), ...held.items], older: page.next };
}

/** One item the server has just confirmed: in its place if it is held, else at the end. */
export function withItem(held: Thread | undefined, item: TimelineItem): Thread {
  if (held === undefined) return { items: [item], older: null };
  const index = held.items.findIndex((other) => other.id === item.id);
  // At the end of an old stretch it would stand beside what it is years away from.
  if (index === -1) return held.newer === undefined ? { ...held, items: [...held.items, item] } : held;
  return { ...held, items: held.items.with(index, item) };
}

export function withoutItem(held: Thread, id: string): Thread {
  return { ...held, items: held.items.filter((item) => item.id !== id) };
}
