// Looking for something: everything at once, and within one thread.

import { queryOptions } from '@tanstack/react-query';
import type { Page, SearchAnswer, SearchHit } from '@throughline/contract';
import { call } from './client.ts';

export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ['search', q] as const,
    // Typing on abandons the question before: its signal aborts the request.
    queryFn: ({ signal }) => call<SearchAnswer>('/api/v1/search', { query: { q }, signal }),
    enabled: q !== '',
    staleTime: 15_000,
    gcTime: 60_000,
  });
}

export function threadSearchQuery(conversationId: string, q: string) {
  return queryOptions({
    queryKey: ['search', conversationId, q] as const,
    queryFn: ({ signal }) =>
      call<Page<SearchHit>>(`/api/v1/conversations/${conversationId}/search`, { query: { q, limit: 200 }, signal }),
    enabled: q !== '',
    staleTime: 15_000,
    gcTime: 60_000,
  });
}
