// Statuses only move forward. They arrive late, twice and out of order, `delivered` may never come (Meta, "Status messages
// webhook reference", read 2026-09), and the answer to a send may arrive after the status of it.

export type MessageStatus =
  | 'queued'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'received';

const rank: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  unknown: 1,
  // Taken back before it was sent; should word of it come all the same, the word is true.
  cancelled: 1,
  accepted: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
  played: 7,
};

/**
 * The status after hearing of another. A failure ends what has not been delivered; word of delivery outranks a failure that
 * came before it, since a message on a phone cannot have failed.
 */
export function advance(current: MessageStatus, next: MessageStatus): MessageStatus {
  return rank[next] > rank[current] ? next : current;
}

/**
 * The status after the answer to a send, or our own decision not to send. A refusal ends only what nothing better is known of:
 * where a status told that the message went out, the status is right.
 */
export function advanceByAnswer(current: MessageStatus, answer: 'accepted' | 'failed' | 'unknown'): MessageStatus {
  if (answer === 'failed') return current === 'queued' || current === 'unknown' ? 'failed' : current;
  return advance(current, answer);
}
