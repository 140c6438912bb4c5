// Integrations: other systems that speak WhatsApp's own format, and what each was told.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Integration, Page, RelayDelivery, RelayMode, Verified } from '@throughline/contract';
import { type Call, call } from './client.ts';
import { keys } from './queries.ts';

const api = '/api/v1/relay/integrations';

export const integrationsQuery = queryOptions({
  queryKey: keys.relay,
  queryFn: () => call<Page<Integration>>(api),
});
export const integrationQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.relay, id], queryFn: () => call<Integration>(`${api}/${id}`) });

export type ToldFilter = RelayDelivery['state'] | 'all';
export const toldQuery = (id: string, state: ToldFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.relay, id, 'told', state],
    queryFn: ({ pageParam }) =>
      call<Page<RelayDelivery>>(`${api}/${id}/deliveries`, {
        query: { state: state === 'all' ? undefined : state, limit: 50, cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export interface IntegrationDraft {
  name: string;
  url: string;
  mode: RelayMode;
  numbers: string[] | null;
  fields: string[] | null;
}

const act = <T = void>(method: NonNullable<Call['method']>, path: string, body?: unknown) =>
  call<T>(`${api}${path}`, { method, ...(body !== undefined && { body }) });

export const createIntegration = (draft: IntegrationDraft) =>
  act<{ integration: Integration; token: string; secret: string }>('POST', '', draft);
export const changeIntegration = (id: string, draft: Partial<IntegrationDraft>) =>
  act<Integration>('PATCH', `/${id}`, draft);
export const removeIntegration = (id: string) => act('DELETE', `/${id}`);
export const pauseIntegration = (id: string) => act<Integration>('POST', `/${id}/pause`, {});
export const resumeIntegration = (id: string) => act<Integration>('POST', `/${id}/resume`, {});
export const rotateIntegration = (id: string) => act<{ secret: string }>('POST', `/${id}/rotate`, {});
export const replaceToken = (id: string) => act<{ token: string }>('POST', `/${id}/token`, {});
export const replayRelayed = (id: string) => act<{ count: number; more: boolean }>('POST', `/${id}/replay`, {});
export const verifyIntegration = (id: string, verifyToken: string) =>
  act<Verified>('POST', `/${id}/verify`, { verifyToken });
