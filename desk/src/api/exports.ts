// Exports: files of data, and what is made again and again.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Export, ExportFormat, ExportKind, ExportSchedule, Page } from '@throughline/contract';
import { call, keyed } from './client.ts';

const key = ['exports'] as const;

/** Looked at again while one is being made: it says how far it is. */
export const exportsQuery = infiniteQueryOptions({
  queryKey: [...key, 'files'],
  queryFn: ({ pageParam }) =>
    call<Page<Export>>('/api/v1/exports', { query: { limit: 30, cursor: pageParam ?? undefined } }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ data }) => data.some(isAtWork)) ? 1_000 : false),
});

export const schedulesQuery = queryOptions({
  queryKey: [...key, 'schedules'],
  queryFn: () => call<Page<ExportSchedule>>('/api/v1/export-schedules'),
});

export function isAtWork({ state }: Export): boolean {
  return state === 'queued' || state === 'running';
}

export const exportsKey = key;

interface What {
  kind: ExportKind;
  format: ExportFormat;
  number: string | null;
  tag: string | null;
  accounts: boolean;
}

interface ExportDraft extends What {
  from: string | null;
  until: string | null;
}

interface ScheduleDraft extends What {
  name: string;
  lastDays: number | null;
  every: 'day' | 'week' | 'month';
  day: number | null;
  clock: string;
  zone: string;
  keep: number;
}

export type Draft = { kind: 'once'; draft: ExportDraft } | { kind: 'again'; draft: ScheduleDraft };

/** `once`: however often the line breaks, it is asked for once. */
export const makeExport = (draft: ExportDraft, once: string) =>
  call<Export>('/api/v1/exports', { method: 'POST', body: draft, ...keyed(once) });
export const cancelExport = (id: string) => call<Export>(`/api/v1/exports/${id}/cancel`, { method: 'POST', body: {} });
export const fileAddress = (id: string) => `/api/v1/exports/${id}/file`;
export const makeSchedule = (draft: ScheduleDraft, once: string) =>
  call<ExportSchedule>('/api/v1/export-schedules', { method: 'POST', body: draft, ...keyed(once) });
export const pauseSchedule = (id: string, paused: boolean) =>
  call<ExportSchedule>(`/api/v1/export-schedules/${id}`, { method: 'PATCH', body: { paused } });
export const deleteSchedule = (id: string) => call(`/api/v1/export-schedules/${id}`, { method: 'DELETE' });
