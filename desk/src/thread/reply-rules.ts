// When a reply may be written, and how long it may be. The server decides; this only says so early. Pure.

import type { Contact, ConversationDetail } from '@throughline/contract';

export type Held = NonNullable<ConversationDetail['reply']['held']>;

/** Why nothing may be sent, now: what the server said, or that the window has run out since it did. */
export function heldNow({ reply, windowClosesAt }: ConversationDetail, now: number): Held | null {
  if (reply.held !== null) return reply.held;
  const ranOut = windowClosesAt !== null && Date.parse(windowClosesAt) <= now;
  return !reply.open || ranOut ? 'window_closed' : null;
}

/** Blocked on the number this thread is with: nothing goes to them from it. */
export function isBlocked(contact: Contact | undefined, { businessNumber }: ConversationDetail): boolean {
  return contact?.blocks.some((one) => one.businessNumber.id === businessNumber.id && one.state === 'blocked') ?? false;
}

/** Whether nothing may be begun with them: they asked for it, or the law does. Their own messages are answered. */
export function isRestricted(contact: Contact | undefined): boolean {
  return contact?.preferences.find((one) => one.category === 'all')?.value === 'stop';
}

/** Characters still free of so many; below nothing when there are too many. */
export function roomLeft(text: string, most: number): number {
  return most - text.trim().length;
}
