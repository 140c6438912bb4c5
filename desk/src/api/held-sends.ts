// Replies of this page the server holds for some seconds, in which they can be taken back. Closing the page changes nothing: they
// go by themselves. Kept by this page's clock, since the server's may differ.

import type { MessageItem } from '@throughline/contract';
import { useSyncExternalStore } from 'react';
import type { Unsent } from './outbox.ts';

export interface HeldSend {
  item: MessageItem;
  unsent: Unsent;
  /** By this page's clock. */
  goesAt: number;
}

const none: readonly HeldSend[] = [];
const byThread = new Map<string, readonly HeldSend[]>();
const listeners = new Set<() => void>();

export function holdSend(held: HeldSend): void {
  const { conversationId } = held.item;
  set(conversationId, [...(byThread.get(conversationId) ?? none), held]);
  setTimeout(() => dropSends(conversationId, [held.item.id]), Math.max(0, held.goesAt - Date.now()));
}

export function dropSends(conversationId: string, ids: readonly string[]): void {
  const left = (byThread.get(conversationId) ?? none).filter(({ item }) => !ids.includes(item.id));
  set(conversationId, left);
}

export function useHeldSends(conversationId: string): readonly HeldSend[] {
  return useSyncExternalStore(subscribe, () => byThread.get(conversationId) ?? none);
}

function set(conversationId: string, list: readonly HeldSend[]): void {
  if (list.length === 0) byThread.delete(conversationId);
  else byThread.set(conversationId, list);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
