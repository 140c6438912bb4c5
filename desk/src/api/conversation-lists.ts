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
  return [...byId.values()].sort((a, b) => Date.parse(b.lastItemAt) - Date.parse(a.lastItemAt));
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

/** The list with this conversation as it is now: replaced, added at the head, or taken out. */
export function withConversation<T extends ListPages>(held: T, changed: Conversation, query: ListQuery): T {
  const isHeld = held.pages.some((page) => page.data.some(({ id }) => id === changed.id));
  const stays = query.q === '' ? belongs(changed, query) : isHeld;
  const without = held.pages.map((page) => ({ ...page, data: page.data.filter(({ id }) => id !== changed.id) }));
  const [first, ...rest] = without;
  if (!stays || first === undefined) return { ...held, pages: without };
  return { ...held, pages: [{ ...first, data: [changed, ...first.data] }, ...rest] };
}

/** For the title of the window: conversations with something not yet seen. */
export function unreadCount(conversations: Conversation[]): number {
  return conversations.filter(({ unread }) => unread > 0).length;
}
