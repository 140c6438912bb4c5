// From "this changed" to fresh answers in the cache, a few at a time: a burst of changes to one conversation is one
// question, and a flood of conversations is one new list rather than hundreds of questions.

import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Change, Conversation, ConversationDetail, Page } from '@throughline/contract';
import { type ListQuery, withConversation } from './conversation-lists.ts';
import { conversationQuery, keys } from './queries.ts';

const gatherMs = 50;
const floodAt = 20;

type ListData = InfiniteData<Page<Conversation>, string | undefined>;

export function changeApplier(client: QueryClient, settled: (conversationId: string) => Promise<void>) {
  let waiting: Change[] = [];
  const flush = () => {
    const changes = waiting;
    waiting = [];
    if (changes.some(({ kind }) => kind === 'parked')) void client.invalidateQueries({ queryKey: keys.parked });
    if (changes.some(({ kind }) => kind === 'review')) void client.invalidateQueries({ queryKey: keys.reviews });
    if (changes.some(({ kind }) => kind === 'template')) void client.invalidateQueries({ queryKey: keys.templates });
    if (changes.some(({ kind }) => kind === 'campaign')) void client.invalidateQueries({ queryKey: keys.campaigns });
    const contacts = new Set(
      changes.flatMap(({ kind, id, contactId }) => (kind === 'contact' ? [id] : (contactId ?? []))),
    );
    for (const id of contacts) {
      void client.invalidateQueries({ queryKey: keys.contact(id) });
      void client.invalidateQueries({ queryKey: keys.threadsOf(id) });
      void client.invalidateQueries({ queryKey: keys.explanation(id) });
    }
    const changed = changes.flatMap(({ kind, id }) => (kind === 'conversation' ? [id] : heldOf(client, id)));
    refresh(client, new Set(changed), settled);
  };

  return (change: Change) => {
    waiting.push(change);
    if (waiting.length === 1) setTimeout(flush, gatherMs);
  };
}

/** Puts one conversation as it is now into every place that shows it. */
export function place(client: QueryClient, detail: ConversationDetail): void {
  client.setQueryData(keys.conversation(detail.id), detail);
  for (const [key, data] of client.getQueriesData<ListData>({ queryKey: keys.lists })) {
    if (data) client.setQueryData<ListData>(key, withConversation(data, detail, key[1] as ListQuery));
  }
}

function refresh(client: QueryClient, ids: Set<string>, settled: (id: string) => Promise<void>): void {
  const flood = ids.size > floodAt;
  if (flood) void client.invalidateQueries({ queryKey: keys.lists });
  for (const id of ids) {
    // A reply being sent is shown already; asking before its answer would show it twice.
    void settled(id).then(() => client.invalidateQueries({ queryKey: keys.thread(id) }));
    if (flood) void client.invalidateQueries({ queryKey: keys.conversation(id) });
    else {
      client
        .fetchQuery({ ...conversationQuery(id), staleTime: 0 })
        .then((detail) => place(client, detail))
        .catch(() => client.invalidateQueries({ queryKey: keys.lists }));
    }
  }
}

function heldOf(client: QueryClient, contactId: string): string[] {
  const lists = client.getQueriesData<ListData>({ queryKey: keys.lists });
  const held = lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.data) ?? []);
  return held.filter((conversation) => conversation.contactId === contactId).map(({ id }) => id);
}
