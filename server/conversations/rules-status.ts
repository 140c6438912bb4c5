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
  | 'received';

const rank: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  unknown: 1,
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
