// Messages on their way from this browser to the server. Each carries one idempotency key for as long as it lives, so
// that a retry after a lost answer cannot send twice. Those of one conversation leave in the order written: where one
// got no answer, the ones behind it wait for it.

import type { Media, MessageItem, SendReply } from '@throughline/contract';
import { say } from '../words/say.tsx';
import { isPassing } from './client.ts';

export interface Unsent {
  key: string;
  conversationId: string;
  content: SendReply;
  /** How its file looks until the server tells. */
  media?: Media;
  at: string;
  /** not_sent: nobody answered, may be tried again. refused: the server said no, and why. */
  state: 'sending' | 'not_sent' | 'refused';
  detail: string;
}

export interface OutboxEdges {
  post(conversationId: string, key: string, content: SendReply): Promise<MessageItem>;
  onSent(item: MessageItem, unsent: Unsent): void;
  onFailed(conversationId: string, error: unknown): void;
  read(): string | null;
  write(text: string): void;
  newKey(): string;
  now(): string;
}

export function createOutbox(edges: OutboxEdges) {
  const listeners = new Set<() => void>();
  const lanes = new Map<string, Promise<void>>();
  let list: Unsent[] = [];

  const set = (next: Unsent[]) => {
    list = next;
    const waiting = list.filter(({ state }) => state !== 'sending');
    edges.write(waiting.length === 0 ? '' : JSON.stringify(waiting));
    for (const listener of listeners) listener();
  };
  const markAll = (which: (unsent: Unsent) => boolean, change: Partial<Unsent>) =>
    set(list.map((unsent) => (which(unsent) ? { ...unsent, ...change } : unsent)));
  const mark = (key: string, change: Partial<Unsent>) => markAll((unsent) => unsent.key === key, change);
  const drop = (key: string) => set(list.filter((unsent) => unsent.key !== key));

  const post = async (unsent: Unsent) => {
    const { conversationId, key, content } = unsent;
    if (list.find((other) => other.key === key)?.state !== 'sending') return;
    try {
      const item = await edges.post(conversationId, key, content);
      edges.onSent(item, unsent);
      drop(key);
    } catch (error) {
      const detail = error instanceof Error ? error.message : say('common.wentWrong');
      if (isPassing(error)) {
        const isBehind = (other: Unsent) => other.conversationId === conversationId && other.state === 'sending';
        markAll(isBehind, { state: 'not_sent', detail: say('api.behind') });
        mark(key, { detail });
      } else mark(key, { state: 'refused', detail });
      edges.onFailed(conversationId, error);
    }
  };
  const enqueue = (unsent: Unsent) => {
    const before = lanes.get(unsent.conversationId) ?? Promise.resolve();
    const after = before.then(() => post(unsent));
    lanes.set(unsent.conversationId, after);
  };

  return {
    send(conversationId: string, content: SendReply, media?: Media): void {
      const unsent: Unsent = {
        key: edges.newKey(),
        conversationId,
        content,
        ...(media === undefined ? {} : { media }),
        at: edges.now(),
        state: 'sending',
        detail: '',
      };
      set([...list, unsent]);
      enqueue(unsent);
    },
    /** Tries again, and with it whatever of the conversation waits too: in the order written. */
    retry(key: string): void {
      const lane = list.find((other) => other.key === key && other.state === 'not_sent')?.conversationId;
      const again = list.filter((other) => other.conversationId === lane && other.state === 'not_sent');
      markAll((other) => again.includes(other), { state: 'sending', detail: '' });
      for (const unsent of again) enqueue(unsent);
    },
    discard: drop,
    /** Resolves when nothing of this conversation is between here and the server. */
    settled: (conversationId: string): Promise<void> => lanes.get(conversationId) ?? Promise.resolve(),
    list: () => list,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes over what was kept: on start, and when another window of the desk changed it. */
    reload(): void {
      const sending = list.filter(({ state }) => state === 'sending');
      const keys = new Set(sending.map(({ key }) => key));
      list = [...parse(edges.read()).filter(({ key }) => !keys.has(key)), ...sending];
      for (const listener of listeners) listener();
    },
    /** The page is going away: what has no answer yet is kept as not sent, under the same key. */
    keepAll(): void {
      const cut = list.map((unsent) =>
        unsent.state === 'sending' ? { ...unsent, state: 'not_sent' as const } : unsent,
      );
      edges.write(cut.length === 0 ? '' : JSON.stringify(cut));
    },
  };
}

/** What an earlier version of the desk kept has words instead of a content. */
function parse(kept: string | null): Unsent[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: Unsent & { body?: string }) => {
      if (one.content !== undefined) return [one];
      return one.body === undefined ? [] : [{ ...one, content: { type: 'text' as const, text: { body: one.body } } }];
    });
  } catch {
    return [];
  }
}
