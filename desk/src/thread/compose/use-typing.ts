import { useRef } from 'react';
import { sayTyping } from '../../api/messages.ts';

/** WhatsApp shows it for up to 25 seconds, or until a message goes. Meta, Typing indicators, read 2026-09. */
const againMs = 20_000;

/** To be called with every letter: the customer is told at most every twenty seconds. */
export function useTyping(conversationId: string): (text: string) => void {
  const last = useRef(0);
  return (text) => {
    const now = Date.now();
    if (text.trim() === '' || now - last.current < againMs) return;
    last.current = now;
    sayTyping(conversationId);
  };
}
