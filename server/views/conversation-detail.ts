// One thread in full: where a reply in it will go, whether the number may be asked for, and what is noted of it.

import type { ConversationDetail } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import type { ConversationFound } from './conversation-list.ts';
import { valuesOfConversation } from './labels.ts';
import { numberAsking } from './number-asking.ts';
import { replyRoute } from './reply-route.ts';

export async function conversationDetail(
  db: Reader,
  found: ConversationFound,
  now: number,
): Promise<ConversationDetail> {
  const { portfolioId, conversation } = found;
  return {
    ...conversation,
    reply: await replyRoute(db, found, now),
    number: await numberAsking(db, found, now),
    values: await valuesOfConversation(db, { portfolioId, id: conversation.id }),
  };
}
