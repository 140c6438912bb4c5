// Readiness: other systems that were audited, and what was found in them.

import { queryOptions } from '@tanstack/react-query';
import type { Page, ReadinessDetail, ReadinessIntegration, ReadinessReader } from '@throughline/contract';
import { call } from './client.ts';
import { keys } from './queries.ts';

const api = '/api/v1/readiness';

export const readinessQuery = queryOptions({
  queryKey: keys.readiness,
  queryFn: () => call<Page<ReadinessIntegration>>(api),
});
export const readersQuery = queryOptions({
  queryKey: [...keys.readiness, 'readers'],
  queryFn: () => call<Page<ReadinessReader>>(`${api}/readers`),
});
export const readinessRunQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.readiness, id], queryFn: () => call<ReadinessDetail>(`${api}/runs/${id}`) });

/** Where the page to hand over is. */
export const readinessReport = (id: string): string => `${api}/runs/${id}/report`;

/** The system an audit is of goes, with all its audits. */
export const removeIntegration = (id: string) => call<void>(`${api}/runs/${id}/integration`, { method: 'DELETE' });
