// A thread as the desk holds it: the newest stretch of a timeline without holes, oldest first, and the cursor to
// what came before. Pure: the pages come in as arguments.

import type { Page, TimelineItem } from '@throughline/contract';

export interface Thread {
  items: TimelineItem[];
  /** Leads to the page before the oldest item held; null where the thread begins. */
  older: string | null;
}

/** The page nearest now, fetched again. Where it touches nothing held, the hole between is not papered over. */
export function withNewest(held: Thread | undefined, page: Page<TimelineItem>): Thread {
  if (held === undefined) return { items: page.data, older: page.next };
  const fresh = new Set(page.data.map((item) => item.id));
  const meets = held.items.findIndex((item) => fresh.has(item.id));
  if (meets === -1) return { items: page.data, older: page.next };
  return { items: [...held.items.slice(0, meets), ...page.data], older: held.older };
}

/** The page before the oldest item held. */
export function withOlder(held: Thread, page: Page<TimelineItem>): Thread {
  const known = new Set(held.items.map((item) => item.id));
  return { items: [...page.data.filter((item) => !known.has(item.id)), ...held.items], older: page.next };
}

/** One item the server has just confirmed: in its place if it is held, else at the end. */
export function withItem(held: Thread | undefined, item: TimelineItem): Thread {
  if (held === undefined) return { items: [item], older: null };
  const index = held.items.findIndex((other) => other.id === item.id);
  if (index === -1) return { ...held, items: [...held.items, item] };
  return { ...held, items: held.items.with(index, item) };
}

export function withoutItem(held: Thread, id: string): Thread {
  return { ...held, items: held.items.filter((item) => item.id !== id) };
}
