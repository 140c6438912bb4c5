// What the desk asks about templates.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BusinessNumber, Page, Template, TemplatePreview, TemplateSync } from '@throughline/contract';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export interface TemplateFilter {
  q?: string;
  status?: Template['status'];
  category?: Template['category'];
  businessNumber?: string;
  sendable?: boolean;
}

export function templatesQuery(filter: TemplateFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.templates, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Template>>('/api/v1/templates', { query: { ...filter, limit: 60, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The one of this name and language that a number may send; null where there is none any more. */
export function templateNamedQuery(businessNumber: string, name: string, language: string) {
  return queryOptions({
    queryKey: [...keys.templates, 'named', businessNumber, name, language],
    queryFn: async ({ signal }) => {
      const query = { businessNumber, q: name, limit: 200 };
      const page = await call<Page<Template>>('/api/v1/templates', { query, signal });
      return page.data.find((one) => one.name === name && one.language === language) ?? null;
    },
  });
}

interface Previewing {
  values: Record<string, string>;
  conversation?: string;
}

/** How it reads with these values, and what stands in the way. */
export function templatePreviewQuery(id: string, body: Previewing) {
  return queryOptions({
    queryKey: [...keys.templates, 'preview', id, body],
    queryFn: ({ signal }) => call<TemplatePreview>(`/api/v1/templates/${id}/preview`, { method: 'POST', body, signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

const lookAgainMs = 1_500;

/** Asked again while a listing is on its way. */
export const templateSyncQuery = queryOptions({
  queryKey: [...keys.templates, 'sync'],
  queryFn: ({ signal }) => call<TemplateSync>('/api/v1/templates/sync', { signal }),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? lookAgainMs : false),
});

export function syncTemplates(): Promise<TemplateSync> {
  return call('/api/v1/templates/sync', { method: 'POST' });
}

export const numbersQuery = queryOptions({
  queryKey: ['business-numbers'],
  queryFn: ({ signal }) => call<Page<BusinessNumber>>('/api/v1/business-numbers', { signal }),
});
