// Webhooks: addresses that are told what happens, and what became of it.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Delivery, EventType, Page, Subscription } from '@throughline/contract';
import { type Call, call } from './client.ts';
import { keys } from './queries.ts';

const api = '/api/v1/subscriptions';

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: () => call<Page<Subscription>>(api),
});
export const webhookQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.webhooks, id], queryFn: () => call<Subscription>(`${api}/${id}`) });

export type DeliveryFilter = Delivery['state'] | 'all';
export const deliveriesQuery = (id: string, state: DeliveryFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.webhooks, id, 'deliveries', state],
    queryFn: ({ pageParam }) =>
      call<Page<Delivery>>(`${api}/${id}/deliveries`, {
        query: { state: state === 'all' ? undefined : state, limit: 50, cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export interface WebhookDraft {
  name: string;
  url: string;
  types: EventType[] | null;
  accounts: boolean;
}

const act = <T = void>(method: NonNullable<Call['method']>, path: string, body?: unknown) =>
  call<T>(`${api}${path}`, { method, ...(body !== undefined && { body }) });

interface WithSecret {
  subscription: Subscription;
  secret: string;
}

export const createWebhook = (draft: WebhookDraft & { portfolio?: string }) => act<WithSecret>('POST', '', draft);
export const changeWebhook = (id: string, draft: Partial<WebhookDraft>) => act<Subscription>('PATCH', `/${id}`, draft);
export const deleteWebhook = (id: string) => act('DELETE', `/${id}`);
export const pauseWebhook = (id: string) => act<Subscription>('POST', `/${id}/pause`, {});
export const resumeWebhook = (id: string) => act<Subscription>('POST', `/${id}/resume`, {});
export const testWebhook = (id: string) => act('POST', `/${id}/test`, {});
export const rotateWebhook = (id: string) => act<WithSecret>('POST', `/${id}/rotate`, {});
export const replayWebhook = (
  id: string,
  what: { deliveries: string[] } | { from: string; until: string; dead?: boolean },
) => act<{ count: number; more: boolean }>('POST', `/${id}/replay`, what);
