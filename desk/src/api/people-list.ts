// The list of everybody, a page at a time, and its address as a file.

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Contact, Page } from '@throughline/contract';
import { call } from './client.ts';
import { keys } from './queries.ts';

type Params = Record<string, string | boolean>;

export function peopleQuery(params: Params) {
  return infiniteQueryOptions({
    queryKey: [...keys.people, params] as const,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Contact>>('/api/v1/contacts', { query: { ...params, limit: 60, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** A browser saves what stands there. */
export function peopleFile(params: Params): string {
  const search = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return `/api/v1/contacts.csv${search.size === 0 ? '' : `?${search}`}`;
}
