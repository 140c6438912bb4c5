// Whom a thread is with, where one person has several accounts: a thread is one account's, and stays so.

import type { ConversationDetail, Identifier } from '@throughline/contract';
import { say } from '../words/say.tsx';

interface Shown {
  identifier: Identifier;
  numberHidden: boolean;
}

/** What the head of a thread shows: of several accounts the thread's own, else the person's. */
export function shownIn({ contact, reply }: ConversationDetail, accounts: number): Shown {
  if (accounts < 2 || reply.to === null) return contact;
  return { identifier: reply.to, numberHidden: reply.reason === 'hidden' };
}

/** Said beside the address of a reply: only where somebody could think it went elsewhere. */
export function routeNote(accounts: number): string | undefined {
  return accounts < 2 ? undefined : say('thread.oneOfAccounts', { accounts });
}
