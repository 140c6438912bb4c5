// The list of everybody, a page at a time, and its address as a file.

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Contact, Page } from '@throughline/contract';
import { call, openedAddress } from './client.ts';
import { keys } from './queries.ts';

type Params = Record<string, string | boolean | string[]>;

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
  return openedAddress('/api/v1/contacts.csv', params);
}
