// One thread with all that its header shows.

import type { ConversationDetail } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import type { ConversationFound } from './conversation-list.ts';
import { numberAsking } from './number-asking.ts';
import { replyRoute } from './reply-route.ts';

export async function conversationDetail(
  db: Reader,
  found: ConversationFound,
  now: number,
): Promise<ConversationDetail> {
  return {
    ...found.conversation,
    reply: await replyRoute(db, found, now),
    number: await numberAsking(db, found, now),
  };
}
