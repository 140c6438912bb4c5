// What the events room is given to write, and what it reads.

import type { EventType } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';

/**
 * What a flow says of an event. Whom it is about, and what the conversation, the message and the person look like, is read when the
 * transaction ends, so that every event shows them as they were committed.
 */
export interface EventDraft {
  type: EventType;
  at: number;
  contactId?: string | undefined;
  conversationId?: string | undefined;
  messageId?: string | undefined;
  /** Meta's, of a call; what is told is ours. */
  callId?: string | undefined;
  requestId?: string | undefined;
  /** Of a message, where it tells of one status: a later one may be there by the end. */
  status?: string | undefined;
  data?: object | undefined;
  /** Backend ids it is about; those of the contact where it is left out. */
  accounts?: readonly string[] | undefined;
}

export interface EventRow {
  position: number;
  nonce: string;
  portfolioId: PortfolioId;
  type: EventType;
  contactId: string | null;
  at: Date;
  data: Record<string, unknown>;
  accounts: string[] | null;
  /** About the made-up customer of the canary: whether readers of the log are told, too. Null: about a real one. */
  synthetic: 'delivered' | 'read' | null;
}
