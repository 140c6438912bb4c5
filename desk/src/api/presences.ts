// Who else has which thread open, as the live stream tells it. Kept for the life of the page.

import type { Presence } from '@throughline/contract';
import { useSyncExternalStore } from 'react';

type People = Presence['people'];

const nobody: People = [];
const threads = new Map<string, People>();
const listeners = new Set<() => void>();

export function placePresence({ conversationId, people }: Presence): void {
  if (people.length === 0) threads.delete(conversationId);
  else threads.set(conversationId, people);
  for (const listener of listeners) listener();
}

/** The stream was cut: who was where is not known any more. */
export function forgetPresences(): void {
  threads.clear();
  for (const listener of listeners) listener();
}

export function usePresent(conversationId: string): People {
  return useSyncExternalStore(subscribe, () => threads.get(conversationId) ?? nobody);
}

export function readPresence(text: string): Presence | undefined {
  try {
    const value = JSON.parse(text) as Partial<Presence> | null;
    return typeof value?.conversationId === 'string' && Array.isArray(value.people) ? (value as Presence) : undefined;
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
