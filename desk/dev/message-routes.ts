// The doors of single messages and files in the pretend town: send, take back, send again, react, keep a card.

import { randomUUID } from 'node:crypto';
import {
  type Card,
  type ConversationDetail,
  type MessageItem,
  SaveCard,
  type SavedCard,
  SendReply,
  TimelineItem,
  UploadedMedia,
} from '@throughline/contract';
import { itemOf } from '../src/thread/unsent-item.ts';
import { type Answer, type Call, problem } from './answers.ts';
import { heldMedia, mediaNow, upload } from './files.ts';
import { say } from './town.ts';
import type { Town } from './town-state.ts';
import { contactNow } from './who.ts';

const missing = problem(404, 'not_found', 'This is no longer here.');

/** `/conversations/{id}/messages...`: everything but reading a page of them. */
export function messagesAnswer(town: Town, conversation: ConversationDetail, call: Call): Answer {
  const [, , id = '', , messageId, deed, which, last] = call.path;
  if (messageId === undefined) return send(town, conversation, call);
  const item = find(town, id, messageId);
  if (item === undefined) return missing;
  if (call.method === 'DELETE') return takeBack(town, item);
  if (deed === 'resend') return again(town, item);
  if (deed !== 'cards') return missing;
  const card = item.cards?.[Number.parseInt(which ?? '', 10)];
  if (!card) return missing;
  if (last === 'save') return keep(town, item, card, call);
  const vcf = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${card.name.formatted}\r\nEND:VCARD\r\n`;
  return { status: 200, raw: Buffer.from(vcf), headers: { 'content-type': 'text/vcard' } };
}

export function mediaAnswer(town: Town, call: Call): Answer {
  const [, , id = '', deed] = call.path;
  if (id === '') {
    const answer = upload(call.bytes, call.type, call.filename);
    return answer.status === 201 ? { ...answer, body: UploadedMedia.parse(answer.body) } : answer;
  }
  const media = heldMedia(id);
  if (media === undefined) return missing;
  if (deed !== 'retry') return { status: 200, body: mediaNow(media) };
  media.state = 'waiting';
  media.reason = 'It is being fetched again.';
  setTimeout(() => {
    media.state = 'expired';
    media.reason = 'WhatsApp no longer has it. Ask for it to be sent again.';
    const holder = [...town.items.values()].flat().find((item) => item.kind === 'message' && item.media?.id === id);
    if (holder) town.changed({ kind: 'conversation', id: holder.conversationId });
  }, 2_500);
  return { status: 200, body: media };
}

function keep(town: Town, item: MessageItem, card: Card, call: Call): Answer {
  const { contact = town.conversations.get(item.conversationId)?.contactId ?? '' } = SaveCard.parse(call.body);
  const kept: SavedCard = {
    id: randomUUID(),
    card,
    at: new Date().toISOString(),
    by: 'Maya Kamau',
    messageId: item.id,
  };
  town.cards.set(contact, [kept, ...(town.cards.get(contact) ?? [])]);
  town.changed({ kind: 'contact', id: contact });
  return { status: 200, body: contactNow(town, contact) };
}

function send(town: Town, conversation: ConversationDetail, call: Call): Answer {
  const content = SendReply.parse(call.body);
  const { held } = conversation.reply;
  if (held && content.type !== 'template')
    return problem(409, held, 'The 24 hours for a free reply are over. Wait for the customer to write.');
  const known = town.sent.get(call.key ?? '');
  if (known) return { status: 202, body: known };
  const now = new Date().toISOString();
  const base = { id: randomUUID(), at: now, author: 'Maya Kamau' };
  if (content.type === 'reaction') return react(town, conversation, content.reaction, base);
  const media = mediaOf(content);
  const made = itemOf({ key: '', conversationId: conversation.id, content, at: now, state: 'sending', detail: '' });
  const item: MessageItem = {
    ...made,
    ...base,
    ...(media === undefined ? {} : { media }),
    ...(content.replyTo === undefined ? {} : { quotes: content.replyTo }),
  };
  town.sent.set(call.key ?? '', item);
  say(town, conversation.id, item);
  for (const [index, status] of (['sent', 'delivered', 'read'] as const).entries()) {
    setTimeout(() => change(town, item.conversationId, item.id, { status }), 900 * (index + 1));
  }
  return { status: 202, body: item };
}

function mediaOf(content: SendReply): MessageItem['media'] {
  const part = Object.values(content).find((one) => typeof one === 'object' && 'media' in one);
  const media = part === undefined ? undefined : heldMedia(part.media);
  if (media === undefined) return undefined;
  return {
    ...media,
    ...(part.caption === undefined ? {} : { caption: part.caption }),
    ...(part.voice ? { voice: true } : {}),
  };
}

function react(
  town: Town,
  conversation: ConversationDetail,
  { message, emoji }: { message: string; emoji: string | null },
  base: Pick<MessageItem, 'id' | 'at' | 'author'>,
): Answer {
  const target = find(town, conversation.id, message);
  if (target === undefined) return problem(422, 'message_not_found', 'The message is no longer here.');
  const others = (target.reactions ?? []).filter(({ by }) => by !== 'business');
  const reactions = emoji === null ? others : [...others, { emoji, by: 'business' as const, at: base.at }];
  change(town, conversation.id, message, { reactions });
  const item: MessageItem = {
    kind: 'message',
    ...base,
    conversationId: conversation.id,
    direction: 'out',
    type: 'reaction',
    target: message,
    emoji,
    summary: emoji === null ? 'Took a reaction back' : `Reacted with ${emoji}`,
    status: 'sent',
  };
  town.items.get(conversation.id)?.push(item);
  return { status: 202, body: item };
}

function takeBack(town: Town, item: MessageItem): Answer {
  if (item.status !== 'queued') return problem(409, 'already_sent', 'It has gone meanwhile.');
  const { waiting, ...rest } = item;
  return { status: 200, body: put(town, { ...rest, status: 'cancelled' }) };
}

function again(town: Town, item: MessageItem): Answer {
  if (!item.mayResend)
    return problem(409, 'not_resendable', 'Only what failed, or is not known to have arrived, is sent again.');
  const { failure, waiting, mayResend, ...rest } = item;
  const next: MessageItem = {
    ...rest,
    id: randomUUID(),
    at: new Date().toISOString(),
    status: 'queued',
    resendOf: item.id,
  };
  put(town, { ...item, mayResend: false, resentAs: next.id });
  say(town, item.conversationId, next);
  setTimeout(() => change(town, item.conversationId, next.id, { status: 'delivered' }), 1_500);
  return { status: 202, body: next };
}

function find(town: Town, conversationId: string, id: string): MessageItem | undefined {
  const item = town.items.get(conversationId)?.find((one) => one.id === id);
  return item?.kind === 'message' ? item : undefined;
}

function change(town: Town, conversationId: string, id: string, more: Partial<MessageItem>): void {
  const item = find(town, conversationId, id);
  if (item) put(town, { ...item, ...more });
}

function put(town: Town, item: MessageItem): TimelineItem {
  const all = town.items.get(item.conversationId) ?? [];
  const index = all.findIndex(({ id }) => id === item.id);
  all[index] = TimelineItem.parse(item);
  town.changed({ kind: 'conversation', id: item.conversationId });
  return all[index];
}
