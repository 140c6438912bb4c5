// What is asked about single messages: taking back what has not gone, sending again, files, and that somebody writes.

import type { Contact, Media, MessageItem } from '@throughline/contract';
import { call, keyed } from './client.ts';

/** Only while it waits; afterwards the server says that it has gone. */
export function cancelMessage({ conversationId, id }: MessageItem): Promise<MessageItem> {
  return call(`${messages(conversationId)}/${id}`, { method: 'DELETE' });
}

/** A new message with the same content, linked to the old one. */
export function resendMessage({ conversationId, id }: MessageItem, key: string): Promise<MessageItem> {
  return call(`${messages(conversationId)}/${id}/resend`, { method: 'POST', body: {}, ...keyed(key) });
}

/** The file as it stands now, with a new link. */
export function mediaNow(id: string): Promise<Media> {
  return call(`/api/v1/media/${id}`);
}

/** Fetches a file from WhatsApp once more. */
export function retryMedia(id: string): Promise<Media> {
  return call(`/api/v1/media/${id}/retry`, { method: 'POST' });
}

/** The customer sees for a moment that somebody writes. Nobody waits for the answer. */
export function sayTyping(conversationId: string): void {
  call(`/api/v1/conversations/${conversationId}/typing`, { method: 'POST' }).catch(() => undefined);
}

/** Where card `n` of a message is downloaded as .vcf. */
export function cardAddress({ conversationId, id }: MessageItem, n: number): string {
  return `${messages(conversationId)}/${id}/cards/${n}.vcf`;
}

/** Keeps a card with a person: its numbers become what somebody told. */
export function saveCard({ item, n, contact }: Keeping, key: string): Promise<Contact> {
  const path = `${messages(item.conversationId)}/${item.id}/cards/${n}/save`;
  return call(path, { method: 'POST', body: { contact }, ...keyed(key) });
}

interface Keeping {
  item: MessageItem;
  /** The card's place in the message. */
  n: number;
  contact: string;
}

function messages(conversationId: string): string {
  return `/api/v1/conversations/${conversationId}/messages`;
}
