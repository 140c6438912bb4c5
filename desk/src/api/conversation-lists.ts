// Lists of conversations as the desk holds them, and how one changed conversation moves within them. Pure.

import type { Conversation, Page } from '@throughline/contract';

export const queues = [
  'mine',
  'unassigned',
  'everyone',
  'mentions',
  'snoozed',
  'waiting',
  'resolved',
  'hidden',
  'team',
  'all',
] as const;
export type Queue = (typeof queues)[number];
export const sorts = ['newest', 'waiting', 'priority', 'due'] as const;
export type Sort = (typeof sorts)[number];

export interface ListQuery {
  queue: Queue;
  /** Of the queue `team`. */
  team?: string | undefined;
  q: string;
  sort: Sort;
  unread: boolean;
  /** Narrowed by fields, each `ID:VALUE`. */
  field?: readonly string[] | undefined;
  /** Whose "mine" it is. */
  me: string;
}

interface ListPages {
  pages: Page<Conversation>[];
  pageParams: unknown[];
}

type ListParams = Record<string, string | boolean | readonly string[] | undefined>;

const work = { state: 'open', work: true } as const;

/** What to ask the server for. A search under "Everyone" looks everywhere: whoever searches wants the person. */
export function listParams({ queue, team, q, sort, unread, field = [] }: ListQuery): ListParams {
  const more = {
    ...(q === '' ? {} : { q }),
    ...(sort === 'newest' ? {} : { sort }),
    ...(unread ? { unread: true } : {}),
    ...(field.length === 0 ? {} : { field }),
  };
  switch (queue) {
    case 'mine':
      return { ...more, ...work, assignee: 'me' };
    case 'unassigned':
      return { ...more, ...work, assignee: 'none' };
    case 'everyone':
      return q === '' ? { ...more, ...work } : more;
    case 'mentions':
      return { ...more, mentions: true };
    case 'snoozed':
    case 'resolved':
      return { ...more, state: queue };
    case 'waiting':
      return { ...more, ...work, waiting: true };
    case 'hidden':
      return { ...more, ...work, hidden: true };
    case 'team':
      return { ...more, ...work, team };
    case 'all':
      return more;
  }
}

/** Every conversation of the pages, once each, in order, without those since joined into another. */
export function listed(pages: Page<Conversation>[], sort: Sort = 'newest'): Conversation[] {
  const byId = new Map<string, Conversation>();
  for (const page of pages) {
    for (const conversation of page.data) if (!byId.has(conversation.id)) byId.set(conversation.id, conversation);
  }
  for (const { mergedFrom } of [...byId.values()]) for (const retired of mergedFrom) byId.delete(retired);
  return [...byId.values()].sort(orders[sort]);
}

type Compare = (a: Conversation, b: Conversation) => number;
const ranks: Record<Conversation['priority'], number> = { urgent: 0, high: 1, normal: 2, low: 3 };
const never = '9999';
const before = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
/** Times as text: the server writes them all alike, and reading 50,000 of them as dates takes longer than a frame. */
const newest: Compare = (a, b) => before(b.lastItemAt, a.lastItemAt);
const orders: Record<Sort, Compare> = {
  newest,
  waiting: (a, b) => before(a.waitingSince ?? never, b.waitingSince ?? never),
  priority: (a, b) => ranks[a.priority] - ranks[b.priority] || newest(a, b),
  due: (a, b) => before(a.due?.at ?? never, b.due?.at ?? never),
};

/** undefined: only the server knows. */
export function belongs(one: Conversation, { queue, team, me }: ListQuery): boolean | undefined {
  const isWork = one.state === 'open' && one.hasWork;
  switch (queue) {
    case 'mine':
      return isWork && one.assignee?.id === me;
    case 'unassigned':
      return isWork && one.assignee === null;
    case 'everyone':
      return isWork;
    case 'mentions':
      return undefined;
    case 'snoozed':
    case 'resolved':
      return one.state === queue;
    case 'waiting':
      return isWork && one.waitingSince !== null;
    case 'hidden':
      return isWork && one.contact.numberHidden;
    case 'team':
      return isWork && one.team?.id === team;
    case 'all':
      return true;
  }
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
  const stays = [...now.values()].filter((one) => {
    const isHeld = was.has(one.id);
    if (query.q !== '' || (query.field ?? []).length > 0) return isHeld;
    // One being read stays among the unread until the list is asked for again.
    return (belongs(one, query) ?? isHeld) && (!query.unread || isHeld || one.unread > 0);
  });
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
