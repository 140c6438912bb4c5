// Cards as agents see them: those shared in a thread, and a person's own.

import type { Card, Contact, SharedCard } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { cardsIn } from './card-parts.ts';
import type { ConversationFound } from './conversation-list.ts';
import { messageById } from './timeline.ts';

/** Those of one message of the thread, in their order; none where it is not of cards, or is not there. */
export async function cardsOfMessage(db: Reader, found: ConversationFound, messageId: string): Promise<SharedCard[]> {
  const { portfolioId, conversation } = found;
  // What its sender deleted is given to nobody any more.
  if ((await messageById(db, found, messageId))?.deletedAt) return [];
  const [row] = await db.sql<{ raw: unknown }[]>`
    select raw from messages
    where portfolio_id = ${portfolioId} and conversation_id = ${conversation.id} and id = ${messageId} and type = 'contacts'`;
  return row ? cardsIn(row.raw) : [];
}

/** What an agent would hand on of a person: name, the number they show, and nothing that was kept from before. */
export function cardOfContact({ displayName, identifier, profileName }: Contact): Card {
  const phones =
    identifier.kind === 'phone' ? [{ text: identifier.value, phone: identifier.value, type: 'mobile' }] : [];
  const note = identifier.kind === 'username' ? `WhatsApp: @${identifier.value}` : undefined;
  return {
    name: { formatted: profileName ?? displayName },
    phones,
    emails: [],
    addresses: [],
    urls: [],
    ...(note && { note }),
  };
}
