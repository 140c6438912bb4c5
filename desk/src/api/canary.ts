// The canary: a customer who does not exist, sent through other systems to see which bear it.

import { queryOptions } from '@tanstack/react-query';
import type { Canary, CanaryRun, Page, SetCanary } from '@throughline/contract';
import { call } from './client.ts';
import { keys } from './queries.ts';

const api = '/api/v1/readiness/canary';

export const canaryQuery = queryOptions({
  queryKey: [...keys.readiness, 'canary'],
  queryFn: () => call<Page<Canary>>(api),
});
export const canaryRunsQuery = (portfolio: string) =>
  queryOptions({
    queryKey: [...keys.readiness, 'canary', portfolio, 'runs'],
    queryFn: () => call<Page<CanaryRun>>(`${api}/runs`, { query: { portfolio } }),
  });

export const setCanary = (change: SetCanary) => call<Canary>(api, { method: 'PUT', body: change });
export const sendCanary = (portfolio: string) =>
  call<CanaryRun>(`${api}/runs`, { method: 'POST', body: { portfolio } });
