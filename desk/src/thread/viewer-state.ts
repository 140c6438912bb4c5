// Which picture is open large. Kept outside the rows: they come and go as one scrolls.

import { useSyncExternalStore } from 'react';

interface Viewed {
  conversationId: string;
  itemId: string;
}

const listeners = new Set<() => void>();
let viewed: Viewed | undefined;

export function openViewer(conversationId: string, itemId: string): void {
  viewed = { conversationId, itemId };
  publish();
}

export function closeViewer(): void {
  viewed = undefined;
  publish();
}

export function useViewed(): Viewed | undefined {
  return useSyncExternalStore(subscribe, () => viewed);
}

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
