import type { ConversationDetail } from '@throughline/contract';
import { useEffect, useState } from 'react';
import { place } from '../api/apply-changes.ts';
import { call } from '../api/client.ts';
import { heldConversation, queryClient } from '../desk.ts';

/** Read means seen: the conversation is open, and the window is in front. */
export function useMarkRead(conversation: ConversationDetail | undefined): void {
  const seen = useInFront();
  const id = conversation?.id;
  const unread = conversation?.unread ?? 0;
  useEffect(() => {
    if (id === undefined || unread === 0 || !seen) return;
    const held = heldConversation(id);
    if (held) place(queryClient, { ...held, unread: 0 });
    // Where this fails the count comes back with the next answer, and is taken away again then.
    call(`/api/v1/conversations/${id}/read`, { method: 'POST' }).catch(() => undefined);
  }, [id, unread, seen]);
}

function useInFront(): boolean {
  const [inFront, setInFront] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setInFront(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return inFront;
}
