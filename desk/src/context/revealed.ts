// Numbers somebody asked to see in full. They are held only while a view of that person stands, and nowhere but in memory.

import { useMutation } from '@tanstack/react-query';
import type { RevealedPhones, RevealReason } from '@throughline/contract';
import { useEffect, useSyncExternalStore } from 'react';
import { revealPhones } from '../api/phones.ts';
import { tell } from '../shell/told.tsx';
import { say } from '../words/say.tsx';

type Phones = RevealedPhones['phones'];

const held = new Map<string, Phones>();
const views = new Map<string, number>();
const listeners = new Set<() => void>();

/** In the order of the contact's own numbers; undefined until they were asked for. */
export function useRevealed(contactId: string): Phones | undefined {
  useEffect(() => {
    views.set(contactId, (views.get(contactId) ?? 0) + 1);
    return () => {
      const left = (views.get(contactId) ?? 1) - 1;
      views.set(contactId, left);
      if (left === 0) forget(contactId);
    };
  }, [contactId]);
  return useSyncExternalStore(subscribe, () => held.get(contactId));
}

export function useReveal(contactId: string) {
  return useMutation({
    mutationFn: (reason: RevealReason) => revealPhones(contactId, reason),
    onSuccess: ({ phones }) => {
      // Whoever went on to another person meanwhile does not hold them.
      if ((views.get(contactId) ?? 0) > 0) held.set(contactId, phones);
      tell(say('masking.writtenDown'));
      publish();
    },
    gcTime: 0,
  });
}

function forget(contactId: string): void {
  views.delete(contactId);
  held.delete(contactId);
}

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
