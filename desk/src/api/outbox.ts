// Replies on their way from this browser to the server. Each carries one idempotency key for as long as it lives, so
// that a retry after a lost answer cannot send twice. Replies of one conversation leave in the order written.

import type { MessageItem } from '@throughline/contract';
import { isPassing } from './client.ts';

export interface Unsent {
  key: string;
  conversationId: string;
  body: string;
  at: string;
  /** not_sent: nobody answered, may be tried again. refused: the server said no, and why. */
  state: 'sending' | 'not_sent' | 'refused';
  detail: string;
}

export interface OutboxEdges {
  post(conversationId: string, key: string, body: string): Promise<MessageItem>;
  onSent(item: MessageItem): void;
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
  const mark = (key: string, change: Partial<Unsent>) =>
    set(list.map((unsent) => (unsent.key === key ? { ...unsent, ...change } : unsent)));
  const drop = (key: string) => set(list.filter((unsent) => unsent.key !== key));

  const post = async ({ conversationId, key, body }: Unsent) => {
    try {
      const item = await edges.post(conversationId, key, body);
      edges.onSent(item);
      drop(key);
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'Something went wrong.';
      mark(key, { state: isPassing(error) ? 'not_sent' : 'refused', detail });
      edges.onFailed(conversationId, error);
    }
  };
  const enqueue = (unsent: Unsent) => {
    const before = lanes.get(unsent.conversationId) ?? Promise.resolve();
    const after = before.then(() => post(unsent));
    lanes.set(unsent.conversationId, after);
  };

  return {
    send(conversationId: string, body: string): void {
      const unsent: Unsent = {
        key: edges.newKey(),
        conversationId,
        body,
        at: edges.now(),
        state: 'sending',
        detail: '',
      };
      set([...list, unsent]);
      enqueue(unsent);
    },
    retry(key: string): void {
      const unsent = list.find((other) => other.key === key && other.state === 'not_sent');
      if (unsent === undefined) return;
      mark(key, { state: 'sending', detail: '' });
      enqueue(unsent);
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

function parse(kept: string | null): Unsent[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
