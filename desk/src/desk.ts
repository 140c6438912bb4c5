// The desk's long-lived parts: the cache of answers and the outbox. One of each per window.

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, MessageItem, NoteItem, SendReply } from '@throughline/contract';
import { call, isPassing, isSignedOut, keyed } from './api/client.ts';
import { holdSend } from './api/held-sends.ts';
import { keyOf, readKept, writeKept } from './api/kept.ts';
import { newKey } from './api/new-key.ts';
import { createOutbox } from './api/outbox.ts';
import { keys } from './api/queries.ts';
import { type Thread, withItem, withoutItem } from './api/thread-pages.ts';
import { writingSettings } from './thread/compose/writing-settings.ts';

let onSignedOut: () => void = () => undefined;

/** What to do when the server no longer knows the session. Set by the routes. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then;
}

function notice(error: unknown): void {
  if (isSignedOut(error)) onSignedOut();
}

export const queryClient = new QueryClient({
  // The question "who am I" is asked by the door itself, which knows what to do with a no.
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== 'me' && notice(error) }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      // The live stream says what changed; asking again on every focus is only a safety net.
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

export const outbox = createOutbox({
  post: (conversationId, key, content) =>
    call<MessageItem>(`/api/v1/conversations/${conversationId}/messages`, {
      method: 'POST',
      body: { ...content, ...(holdMsFor(content) > 0 && { delayMs: holdMsFor(content) }) },
      ...keyed(key),
    }),
  onSent: (item, unsent) => {
    placeItem(item);
    const holdMs = holdMsFor(unsent.content);
    if (item.waiting?.reason === 'undo') holdSend({ item, unsent, goesAt: Date.now() + holdMs });
  },
  onFailed: (conversationId, error) => {
    notice(error);
    // A refusal usually means the window closed meanwhile: ask, so that the composer says so.
    void queryClient.invalidateQueries({ queryKey: keys.conversation(conversationId) });
  },
  read: () => readKept('unsent'),
  write: (text) => writeKept('unsent', text),
  newKey,
  now: () => new Date().toISOString(),
});

addEventListener('pagehide', () => outbox.keepAll());
addEventListener('storage', (event) => {
  if (event.key === keyOf('unsent')) outbox.reload();
});

/** A reaction is taken back by another one. */
function holdMsFor({ type }: SendReply): number {
  return type === 'reaction' ? 0 : writingSettings().undoSeconds * 1_000;
}

/** Takes one item out of the thread held: it was taken back. */
export function removeItem({ conversationId, id }: { conversationId: string; id: string }): void {
  queryClient.setQueryData<Thread>(keys.thread(conversationId), (held) => held && withoutItem(held, id));
}

/** Puts one item as the server has just told it into the thread held. */
export function placeItem(item: MessageItem | NoteItem): void {
  queryClient.setQueryData<Thread>(keys.thread(item.conversationId), (held) => held && withItem(held, item));
}

export function heldConversation(id: string): ConversationDetail | undefined {
  return queryClient.getQueryData<ConversationDetail>(keys.conversation(id));
}
