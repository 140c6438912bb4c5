// What the desk asks the server, and under which keys the answers are held.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Contact,
  Conversation,
  ConversationDetail,
  Me,
  Orphan,
  Page,
  Parked,
  TimelineItem,
  TimelinePage,
} from '@throughline/contract';
import { call } from './client.ts';
import { type ListQuery, listParams } from './conversation-lists.ts';
import { jumpedTo, renewed, type Thread, withNewer, withNewest, withOlder } from './thread-pages.ts';

const listPage = 60;
/** Whoever has scrolled past the first goes on. */
const furtherPage = 200;
const threadPage = 60;

export const keys = {
  me: ['me'] as const,
  lists: ['list'] as const,
  conversation: (id: string) => ['conversation', id] as const,
  thread: (id: string) => ['thread', id] as const,
  contact: (id: string) => ['contact', id] as const,
  threadsOf: (contactId: string) => ['threads-of', contactId] as const,
  parked: ['parked'] as const,
  orphans: ['orphans'] as const,
  cardsOf: (contactId: string) => ['cards-of', contactId] as const,
  explanation: (contactId: string) => ['explanation', contactId] as const,
  reviews: ['reviews'] as const,
  policy: ['policy'] as const,
  labels: ['labels'] as const,
  people: ['people'] as const,
  templates: ['templates'] as const,
  campaigns: ['campaigns'] as const,
  contactBook: ['contact-book'] as const,
  sending: ['sending'] as const,
  board: ['board'] as const,
  privacy: ['privacy'] as const,
  webhooks: ['webhooks'] as const,
  /** Beside webhooks: what changes of one is told as a change of the other. */
  relay: ['webhooks', 'relay'] as const,
};

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => call<Me>('/api/v1/me', { signal }),
  staleTime: 5 * 60_000,
});

export function listQuery(query: ListQuery) {
  return infiniteQueryOptions({
    queryKey: [...keys.lists, query] as const,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Conversation>>('/api/v1/conversations', {
        query: { ...listParams(query), limit: pageParam === undefined ? listPage : furtherPage, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The newest of a list, as its first page. */
export function listHead(query: ListQuery): Promise<Page<Conversation>> {
  return call('/api/v1/conversations', { query: { ...listParams(query), limit: listPage } });
}

/** Just these, up to 100. */
export function conversationRows(ids: readonly string[]): Promise<Page<Conversation>> {
  return call('/api/v1/conversations', { query: { ids: ids.join(','), limit: ids.length } });
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => call<ConversationDetail>(`/api/v1/conversations/${id}`, { signal }),
  });
}

export function threadQuery(id: string) {
  return queryOptions({
    queryKey: keys.thread(id),
    queryFn: async ({ client, signal }): Promise<Thread> => {
      const before = client.getQueryData<Thread>(keys.thread(id));
      if (before?.newer !== undefined) return await renewedStretch(id, before, signal);
      const page = await itemsPage(id, undefined, signal);
      return withNewest(client.getQueryData<Thread>(keys.thread(id)), page);
    },
    structuralSharing: shareItems,
  });
}

/** The middle of an old stretch asked for again: what changes there is what is in sight. */
async function renewedStretch(id: string, held: Thread, signal: AbortSignal): Promise<Thread> {
  const middle = held.items[Math.floor(held.items.length / 2)];
  if (!middle) return held;
  return renewed(held, await stretchAround(id, { around: middle.id }, signal));
}

export type Place = { around: string } | { at: string };

function stretchAround(id: string, place: Place, signal?: AbortSignal): Promise<TimelinePage> {
  return call(`/api/v1/conversations/${id}/messages`, { query: { limit: threadPage * 2, ...place }, signal });
}

/** The stretch around a message or a moment, however long ago: nothing between there and now is loaded. */
export async function stretchAt(id: string, place: Place): Promise<Thread> {
  return jumpedTo(await stretchAround(id, place));
}

export async function newestStretch(id: string): Promise<Thread> {
  return withNewest(undefined, await itemsPage(id, undefined));
}

export async function newerItems(id: string, thread: Thread): Promise<(held: Thread | undefined) => Thread> {
  const page = await call<Page<TimelineItem>>(`/api/v1/conversations/${id}/messages`, {
    query: { limit: threadPage, cursor: thread.newer, order: 'oldest' },
  });
  return (held) => (held === undefined || held.newer !== thread.newer ? (held ?? thread) : withNewer(held, page));
}

export async function olderItems(id: string, thread: Thread): Promise<(held: Thread | undefined) => Thread> {
  const page = await itemsPage(id, thread.older ?? undefined);
  // The thread may have moved on meanwhile; a stretch begun anew has another cursor and no use for this page.
  return (held) => (held === undefined || held.older !== thread.older ? (held ?? thread) : withOlder(held, page));
}

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: keys.contact(id),
    queryFn: ({ signal }) => call<Contact>(`/api/v1/contacts/${id}`, { signal }),
  });
}

export function threadsOfQuery(contactId: string) {
  return queryOptions({
    queryKey: keys.threadsOf(contactId),
    queryFn: ({ signal }) =>
      call<Page<Conversation>>('/api/v1/conversations', { query: { contact: contactId, limit: 50 }, signal }),
  });
}

export const parkedQuery = infiniteQueryOptions({
  queryKey: keys.parked,
  queryFn: ({ pageParam, signal }) =>
    call<Page<Parked>>('/api/v1/parked', { query: { state: 'parked', limit: 100, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

export const orphansQuery = infiniteQueryOptions({
  queryKey: keys.orphans,
  queryFn: ({ pageParam, signal }) =>
    call<Page<Orphan>>('/api/v1/orphans', { query: { limit: 20, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

function itemsPage(id: string, cursor: string | undefined, signal?: AbortSignal): Promise<Page<TimelineItem>> {
  return call(`/api/v1/conversations/${id}/messages`, { query: { limit: threadPage, cursor }, signal });
}

/** Keeps the objects of items that did not change, so that only changed rows of a long thread are drawn again. */
function shareItems(before: unknown, after: unknown): unknown {
  const held = new Map((before as Thread | undefined)?.items.map((item) => [item.id, item]));
  const thread = after as Thread;
  return {
    ...thread,
    items: thread.items.map((item) => {
      const known = held.get(item.id);
      return known !== undefined && (known === item || JSON.stringify(known) === JSON.stringify(item)) ? known : item;
    }),
  };
}
