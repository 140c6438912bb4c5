// What the pretend town holds.

import type {
  BusinessNumber,
  Change,
  Contact,
  ContactBook,
  ConversationDetail,
  Orphan,
  Parked,
  Policy,
  Review,
  Said,
  SavedCard,
  TimelineItem,
} from '@throughline/contract';

export interface Town {
  contacts: Map<string, Contact>;
  conversations: Map<string, ConversationDetail>;
  items: Map<string, TimelineItem[]>;
  parked: Parked[];
  orphans: Orphan[];
  /** Retired contact ids, and where they went. */
  aliases: Map<string, string>;
  /** The account each conversation is with. */
  accountOfThread: Map<string, string>;
  said: Word[];
  reviews: Review[];
  policy: Policy;
  numbers: readonly BusinessNumber[];
  /** Answers by idempotency key. */
  sent: Map<string, unknown>;
  /** Kept with each contact, newest first. */
  cards: Map<string, SavedCard[]>;
  book: Omit<ContactBook, 'advice'>;
  changed(change: Change): void;
}

/** What somebody said about who is who, of whom, and how the town takes it back. */
export interface Word extends Said {
  contacts: string[];
  takeBack: () => void;
}
