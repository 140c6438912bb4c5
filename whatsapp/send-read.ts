// Blue ticks and the three dots (Meta, "Mark messages as read" and "Typing indicators", read 2026-09). Both are keyed by a message,
// so neither names a person.

import type { Wamid } from './items.ts';

export interface ReadBody {
  messaging_product: 'whatsapp';
  status: 'read';
  message_id: Wamid;
  typing_indicator?: { type: 'text' };
}

/** The body for `POST /{PHONE_NUMBER_ID}/messages` that marks this message, and those before it, as read. */
export function buildRead(wamid: Wamid): ReadBody {
  return { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
}

/** Shows that somebody is writing, for 25 seconds or until the answer. Meta marks the message as read with it; there is no way without. */
export function buildTyping(wamid: Wamid): ReadBody {
  return { ...buildRead(wamid), typing_indicator: { type: 'text' } };
}
