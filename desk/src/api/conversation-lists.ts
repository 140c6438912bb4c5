// Lists of conversations as the desk holds them, and how one changed conversation moves within them. Pure.

import type { Conversation, Page } from '@throughline/contract';

export const views = ['open', 'unread', 'hidden', 'resolved'] as const;
export type View = (typeof views)[number];

export interface ListQuery {
  view: View;
  q: string;
}

interface ListPages {
  pages: Page<Conversation>[];
  pageParams: unknown[];
}

/** What to ask the server for. A search under "All open" looks everywhere: whoever searches wants the person. */
export function listParams({ view, q }: ListQuery): Record<string, string | boolean> {
  const search = q === '' ? {} : { q };
  if (view === 'hidden') return { ...search, hidden: true };
  if (view === 'resolved') return { ...search, state: 'resolved' };
  if (view === 'open' && q !== '') return search;
  return { ...search, state: 'open' };
}

/** Every conversation of the pages, once each, latest first, without those since joined into another. */
export function listed(pages: Page<Conversation>[]): Conversation[] {
  const byId = new Map<string, Conversation>();
  for (const page of pages) {
    for (const conversation of page.data) if (!byId.has(conversation.id)) byId.set(conversation.id, conversation);
  }
  for (const { mergedFrom } of [...byId.values()]) for (const retired of mergedFrom) byId.delete(retired);
  // Times as text: the server writes them all alike, and reading 50,000 of them as dates takes longer than a frame.
  return [...byId.values()].sort((a, b) => (a.lastItemAt === b.lastItemAt ? 0 : a.lastItemAt < b.lastItemAt ? 1 : -1));
}

/** The conversations a view shows; unread is not a question the server answers, so it is chosen here. */
export function inView(conversations: Conversation[], view: View, keepId: string | undefined): Conversation[] {
  if (view !== 'unread') return conversations;
  return conversations.filter(({ unread, id }) => unread > 0 || id === keepId);
}

export function belongs(conversation: Conversation, { view }: ListQuery): boolean {
  if (view === 'hidden') return conversation.contact.numberHidden;
  return (conversation.state === 'resolved') === (view === 'resolved');
}

/** The list with these conversations as they are now: replaced, added at the head, or taken out. */
export function withConversations<T extends ListPages>(held: T, changed: Conversation[], query: ListQuery): T {
  const now = new Map(changed.map((one) => [one.id, one]));
  const was = new Set<string>();
  const pages = held.pages.map((page) => {
    const gone = page.data.filter(({ id }) => now.has(id));
    for (const { id } of gone) was.add(id);
    return gone.length === 0 ? page : { ...page, data: page.data.filter(({ id }) => !now.has(id)) };
  });
  const stays = [...now.values()].filter((one) => (query.q === '' ? belongs(one, query) : was.has(one.id)));
  const [first, ...rest] = pages;
  if (first === undefined || (stays.length === 0 && was.size === 0)) return held;
  return { ...held, pages: [{ ...first, data: [...stays, ...first.data] }, ...rest] };
}

/** The list with its head asked for again: what the fresh page holds is put before the rest, which stays. */
export function withHead<T extends ListPages>(held: T, head: Conversation[]): T {
  const fresh = new Set(head.map(({ id }) => id));
  const [first, ...rest] = held.pages.map((page) => {
    const data = page.data.filter(({ id }) => !fresh.has(id));
    return data.length === page.data.length ? page : { ...page, data };
  });
  return first === undefined ? held : { ...held, pages: [{ ...first, data: [...head, ...first.data] }, ...rest] };
}

/** For the title of the window: conversations with something not yet seen. */
export function unreadCount(conversations: Conversation[]): number {
  return conversations.filter(({ unread }) => unread > 0).length;
}
