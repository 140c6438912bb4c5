// What the conversations room is given to write.

import type { HolderId } from '@throughline/identity';

export interface NewMessage {
  id: string;
  conversationId: string;
  phoneNumberId: string;
  wamid: string | null;
  direction: 'in' | 'out';
  at: number;
  tie: string;
  phone: string | null;
  bsuid: string | null;
  parent: string | null;
  type: string;
  body: string | null;
  summary: string;
  quotesWamid: string | null;
  targetWamid: string | null;
  emoji: string | null;
  raw: unknown;
  via: 'live' | 'standby' | 'history';
  author: string | null;
  status: string;
}

export interface ThreadKey {
  holderId: HolderId;
  phoneNumberId: string;
  at: number;
}

export interface ThreadNews {
  conversationId: string;
  createdAt: number;
  lastItemAt: number;
  /** The newest act of the customer that opens the window; null where there is none. */
  lastCustomerAt: number | null;
  /** Live messages of the customer, for the unread count. */
  unread: number;
  /** When they first spoke, by message or call, and when we first answered; null where nobody did. What is history is neither. */
  heardAt: number | null;
  answeredAt: number | null;
  lastItem: {
    kind: 'message' | 'call';
    /** Of a message: what it says may change or be deleted. */
    id?: string;
    direction: 'in' | 'out';
    summary: string;
    status: string;
    at: number;
    tie: string;
  };
}
