// What is asked about working together: notes, mentions, ready answers, and who is where.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CannedReply,
  Colleague,
  MentionCount,
  MentionItem,
  NoteItem,
  Page,
  Presence,
  SaveCannedReply,
  SayPresence,
} from '@throughline/contract';
import { call, keyed } from './client.ts';

export const togetherKeys = {
  colleagues: ['colleagues'] as const,
  mentions: ['mentions'] as const,
  mentionList: ['mentions', 'list'] as const,
  mentionCount: ['mentions', 'count'] as const,
  canned: ['canned'] as const,
};

export const colleaguesQuery = queryOptions({
  queryKey: togetherKeys.colleagues,
  queryFn: ({ signal }) => call<Page<Colleague>>('/api/v1/colleagues', { signal }),
  staleTime: 5 * 60_000,
});

export const mentionsQuery = infiniteQueryOptions({
  queryKey: togetherKeys.mentionList,
  queryFn: ({ pageParam, signal }) =>
    call<Page<MentionItem>>('/api/v1/mentions', { query: { limit: 40, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

export const mentionCountQuery = queryOptions({
  queryKey: togetherKeys.mentionCount,
  queryFn: ({ signal }) => call<MentionCount>('/api/v1/mentions/count', { signal }),
});

/** All of them: a shelf has some dozens, and choosing among them must not wait for the network. */
export const cannedQuery = queryOptions({
  queryKey: togetherKeys.canned,
  queryFn: ({ signal }) => call<Page<CannedReply>>('/api/v1/canned-replies', { query: { limit: 200 }, signal }),
});

export interface WrittenNote {
  text: string;
  mentions: { kind: 'person' | 'team'; id: string }[];
}

export function writeNote(conversationId: string, note: WrittenNote, key: string): Promise<NoteItem> {
  return call(`/api/v1/conversations/${conversationId}/notes`, { method: 'POST', body: note, ...keyed(key) });
}

export function editNote({ conversationId, id }: NoteItem, note: WrittenNote): Promise<NoteItem> {
  return call(`/api/v1/conversations/${conversationId}/notes/${id}`, { method: 'PUT', body: note });
}

export function deleteNote({ conversationId, id }: NoteItem): Promise<NoteItem> {
  return call(`/api/v1/conversations/${conversationId}/notes/${id}`, { method: 'DELETE' });
}

export function readMentions(conversationId: string): Promise<void> {
  return call(`/api/v1/conversations/${conversationId}/mentions/read`, { method: 'POST' });
}

export function sayPresence(conversationId: string, beat: SayPresence): Promise<Presence> {
  return call(`/api/v1/conversations/${conversationId}/presence`, { method: 'POST', body: beat });
}

export function saveCanned(id: string | undefined, body: SaveCannedReply, key: string): Promise<CannedReply> {
  return id === undefined
    ? call('/api/v1/canned-replies', { method: 'POST', body, ...keyed(key) })
    : call(`/api/v1/canned-replies/${id}`, { method: 'PUT', body });
}

export function removeCanned(id: string): Promise<void> {
  return call(`/api/v1/canned-replies/${id}`, { method: 'DELETE' });
}

/** Nobody waits for the answer. */
export function noteCannedUse(id: string): void {
  call(`/api/v1/canned-replies/${id}/used`, { method: 'POST' }).catch(() => undefined);
}
