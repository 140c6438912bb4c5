// Messages into their threads, each once.

import type { PortfolioId } from '@throughline/identity';
import { type EchoItem, type MessageItem, summarize } from '@throughline/whatsapp';
import type { NewMessage } from '../conversations/shapes.ts';
import { addMessages } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { EventDraft } from '../events/shapes.ts';
import { append } from '../events/store.ts';
import { partyOf } from '../inbox/rules-sorting.ts';
import { noteMedia } from './note-media.ts';
import type { Owned, Writing } from './placing.ts';
import type { Tools } from './tools.ts';

/** Answers the ids of the messages of ours that were new. */
export async function placeMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  owned: readonly Owned[],
  { threadOf, news, placed, tools }: Writing,
): Promise<string[]> {
  const rows = new Map<string, { one: Owned; message: NewMessage }>();
  for (const one of owned)
    if (one.item.kind !== 'call') {
      const message = messageOf(one.item, threadOf(one), one, tools);
      rows.set(message.id, { one, message });
    }
  const added = await addMessages(
    tx,
    portfolioId,
    [...rows.values()].map(({ message }) => message),
  );
  for (const [id, { one, message }] of rows) {
    placed.counts.set(one.entry, added.has(id) ? 'applied' : 'repeated');
    if (added.has(id)) news.message(message);
  }
  const fresh = [...rows.values()].flatMap(({ one: { item }, message: { id, phoneNumberId } }) =>
    item.kind !== 'call' && added.has(id) ? [{ messageId: id, phoneNumberId, content: item.content }] : [],
  );
  await noteMedia(tx, portfolioId, fresh, tools);
  append(
    tx,
    portfolioId,
    [...rows.values()].flatMap(({ message }) => (added.has(message.id) ? eventOf(message) : [])),
  );
  return [...rows.values()].flatMap(({ message: { id, direction, wamid } }) =>
    direction === 'out' && wamid && added.has(id) ? [wamid] : [],
  );
}

/** What is from before the business came here is no news. What was written in the app has been sent. */
function eventOf({ id, conversationId, direction, at, via, status }: NewMessage): EventDraft[] {
  if (via === 'history') return [];
  const type = direction === 'in' ? 'message.received' : 'message.sent';
  return [{ type, at, conversationId, messageId: id, status }];
}

function messageOf(
  item: MessageItem | EchoItem,
  conversationId: string,
  { number, tie }: Owned,
  tools: Tools,
): NewMessage {
  const { content } = item;
  const party = partyOf(item);
  const incoming = item.kind === 'message';
  return {
    id: tools.newId(),
    conversationId,
    phoneNumberId: number,
    wamid: item.wamid,
    direction: incoming ? 'in' : 'out',
    at: item.at,
    tie,
    phone: party.phone ?? null,
    bsuid: party.bsuid ?? null,
    parent: party.parent ?? null,
    type: content.type,
    body: content.type === 'text' ? content.body : null,
    summary: summarize(content),
    quotesWamid: item.quotes ?? null,
    targetWamid: 'target' in content ? content.target : null,
    emoji: content.type === 'reaction' ? content.emoji : null,
    raw: content.raw,
    via: item.via,
    author: incoming ? null : 'WhatsApp Business app',
    status: incoming ? 'received' : (item.status ?? 'sent'),
  };
}
