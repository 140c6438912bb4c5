// Imports: lists of people from other systems.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Import, ImportMapping, ImportOutcome, ImportReason, ImportRow, Page } from '@throughline/contract';
import { call } from './client.ts';
import { sendFile, type Watch } from './uploads.ts';

const api = '/api/v1/imports';
export const importsKey = ['imports'] as const;

const isAtWork = ({ state }: Import) => ['reading', 'checking', 'running'].includes(state);

export const importsQuery = infiniteQueryOptions({
  queryKey: [...importsKey, 'all'],
  queryFn: ({ pageParam }) => call<Page<Import>>(api, { query: { limit: 30, cursor: pageParam ?? undefined } }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ data }) => data.some(isAtWork)) ? 1_500 : false),
});

/** Looked at again while it goes on by itself. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...importsKey, id],
    queryFn: () => call<Import>(`${api}/${id}`),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? 700 : false),
  });

export interface RowsAsked {
  outcome?: ImportOutcome;
  reason?: ImportReason;
}

/** `state`: what was found is found anew in each. */
export const importRowsQuery = (id: string, state: Import['state'], asked: RowsAsked) =>
  infiniteQueryOptions({
    queryKey: [...importsKey, id, 'rows', state, asked],
    queryFn: ({ pageParam }) =>
      call<Page<ImportRow>>(`${api}/${id}/rows`, { query: { ...asked, limit: 25, cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export function bringList(file: File, watch: Watch): Promise<Import> {
  const list = new File([file], file.name, { type: 'text/csv' });
  return sendFile('POST', `${api}?${new URLSearchParams({ name: file.name })}`, list, watch);
}
export const nameColumns = (id: string, mapping: ImportMapping) =>
  call<Import>(`${api}/${id}`, { method: 'PATCH', body: { mapping } });
export const goOn = (id: string, deed: 'check' | 'run' | 'cancel') =>
  call<Import>(`${api}/${id}/${deed}`, { method: 'POST', body: {} });
export const reportAddress = (id: string) => `${api}/${id}/report.csv`;
