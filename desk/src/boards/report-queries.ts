// What the board and the reports ask, and under which keys the answers are held.

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Board, BusinessNumber, Coverage, Page, Responses } from '@throughline/contract';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';

/** A safety net under the live changes, and for what changes by time alone: waits, and promises that run out. */
const lookAgainMs = 30_000;

export const boardQuery = queryOptions({
  queryKey: keys.board,
  queryFn: ({ signal }) => call<Board>('/api/v1/reports/board', { signal }),
  refetchInterval: lookAgainMs,
});

export interface Asked {
  from: string;
  to: string;
  /** Empty for all. */
  number: string;
  grain: 'day' | 'week';
  /** How times are counted: around the clock, or in the hours of business. */
  hours: 'all' | 'business';
}

export function coverageQuery({ hours: _, ...asked }: Asked) {
  return queryOptions({
    queryKey: ['report', 'coverage', asked] as const,
    queryFn: ({ signal }) => call<Coverage>('/api/v1/reports/coverage', { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
  });
}

export type By = 'day' | 'week' | 'number' | 'team' | 'agent';

export function responsesQuery({ grain: _, ...asked }: Asked, by: By) {
  return queryOptions({
    queryKey: ['report', 'responses', asked, by] as const,
    queryFn: ({ signal }) => call<Responses>('/api/v1/reports/responses', { query: { ...asked, by }, signal }),
    placeholderData: keepPreviousData,
  });
}

export const numbersQuery = queryOptions({
  queryKey: ['business-numbers'] as const,
  queryFn: ({ signal }) => call<Page<BusinessNumber>>('/api/v1/business-numbers', { signal }),
});

/** Where the same table is downloaded. */
export function csvAddress(report: 'coverage' | 'responses', asked: Record<string, string>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return `/api/v1/reports/${report}.csv?${new URLSearchParams(given)}`;
}
