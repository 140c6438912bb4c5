// What is owed to people: their number is asked for rarely, their word on messages is kept, their entry at Meta can go.

import { queryOptions } from '@tanstack/react-query';
import type {
  Contact,
  ContactBook,
  Errand,
  NumberRequest,
  Page,
  Preference,
  SavedCard,
  Sending,
} from '@throughline/contract';
import { call, keyed } from './client.ts';
import { keys } from './queries.ts';

export function askNumber(conversationId: string, key: string): Promise<NumberRequest> {
  return call(`/api/v1/conversations/${conversationId}/number-requests`, { method: 'POST', body: {}, ...keyed(key) });
}

type Word = Pick<Preference, 'category' | 'value'> & { reason: string };

export function notePreference(contactId: string, word: Word, key: string): Promise<Contact> {
  return call(`/api/v1/contacts/${contactId}/preferences`, { method: 'POST', body: word, ...keyed(key) });
}

interface Blocking {
  /** One of ours; all of the portfolio where left out. */
  businessNumber?: string;
  reason: string;
}

export function setBlocked(contactId: string, on: boolean, blocking: Blocking, key: string): Promise<Contact> {
  return call(`/api/v1/contacts/${contactId}/block`, { method: on ? 'POST' : 'DELETE', body: blocking, ...keyed(key) });
}

export function deleteBookEntry(contactId: string, reason: string, key: string): Promise<Page<Errand>> {
  return call(`/api/v1/contacts/${contactId}/contact-book/delete`, { method: 'POST', body: { reason }, ...keyed(key) });
}

export function cardsOfQuery(contactId: string) {
  return queryOptions({
    queryKey: keys.cardsOf(contactId),
    queryFn: ({ signal }) => call<Page<SavedCard>>(`/api/v1/contacts/${contactId}/cards`, { signal }),
  });
}

export const contactBookQuery = queryOptions({
  queryKey: keys.contactBook,
  queryFn: ({ signal }) => call<Page<ContactBook>>('/api/v1/contact-book', { signal }),
});

export function setContactBook(portfolioId: string, setting: ContactBook['setting']): Promise<ContactBook> {
  return call(`/api/v1/contact-book/${portfolioId}`, { method: 'PUT', body: { setting } });
}

const lookAgainMs = 5_000;

/** Asked again while it is looked at: a queue is not told of change by change. */
export const sendingQuery = queryOptions({
  queryKey: keys.sending,
  queryFn: ({ signal }) => call<Page<Sending>>('/api/v1/sending', { signal }),
  refetchInterval: lookAgainMs,
});
