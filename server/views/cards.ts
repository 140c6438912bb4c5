// Cards as agents see them: those shared in a thread, and a person's own.

import type { Card, Contact, SharedCard } from '@throughline/contract';
import { readable } from '@throughline/whatsapp';
import { mergeCard } from '../cards/rules-merge.ts';
import { keptOf } from '../conversations/rules-said.ts';
import type { Reader } from '../db/connect.ts';
import type { ConversationFound } from './conversation-list.ts';

/** Those of one message of the thread, in their order; none where it is not of cards, or is not there. */
export async function cardsOfMessage(
  db: Reader,
  { portfolioId, conversation }: ConversationFound,
  messageId: string,
): Promise<SharedCard[]> {
  const [row] = await db.sql<{ raw: unknown }[]>`
    select raw from messages
    where portfolio_id = ${portfolioId} and conversation_id = ${conversation.id} and id = ${messageId} and type = 'contacts'`;
  return row ? cardsIn(row.raw) : [];
}

/** As the message came or was said: what WhatsApp took apart, with what only the vCard beside it has. */
export function cardsIn(raw: unknown): SharedCard[] {
  const said = keptOf(raw)?.said;
  if (said) return said.type === 'contacts' ? said.contacts.map((card) => ({ ...card, attested: false })) : [];
  if (!isObject(raw)) return [];
  // The same entries, in the same order, as are taken apart.
  const inner = isObject(raw.message) && raw.type === undefined ? raw.message : raw;
  const texts = (Array.isArray(inner.contacts) ? inner.contacts : []).filter(isObject);
  return (readable(raw).cards ?? []).map((card, place) => {
    const vcard = texts[place]?.vcard;
    return typeof vcard === 'string' ? mergeCard(card, vcard) : card;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
