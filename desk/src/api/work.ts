// What the desk asks about work, and how it changes it.

import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Agent,
  ChangeWork,
  ConversationDetail,
  Page,
  QueueCounts,
  Routing,
  Schedule,
  Team,
} from '@throughline/contract';
import { call } from './client.ts';
import { gathering } from './gathering.ts';
import { keys } from './queries.ts';

export const workKeys = {
  queues: ['queues'] as const,
  agents: ['agents'] as const,
  teams: ['teams'] as const,
  schedules: ['schedules'] as const,
  routing: ['routing'] as const,
};

export const queuesQuery = queryOptions({
  queryKey: workKeys.queues,
  queryFn: ({ signal }) => call<QueueCounts>('/api/v1/queues', { signal }),
  refetchInterval: 60_000,
});

export const agentsQuery = queryOptions({
  queryKey: workKeys.agents,
  queryFn: async ({ signal }) => (await call<Page<Agent>>('/api/v1/agents', { signal })).data,
});

export const teamsQuery = queryOptions({
  queryKey: workKeys.teams,
  queryFn: async ({ signal }) => (await call<Page<Team>>('/api/v1/teams', { signal })).data,
});

export const schedulesQuery = queryOptions({
  queryKey: workKeys.schedules,
  queryFn: async ({ signal }) => (await call<Page<Schedule>>('/api/v1/schedules', { signal })).data,
});

export const routingQuery = queryOptions({
  queryKey: workKeys.routing,
  queryFn: async ({ signal }) => (await call<Page<Routing>>('/api/v1/routing', { signal })).data,
});

export function changeWork(id: string, body: ChangeWork): Promise<ConversationDetail> {
  return call<ConversationDetail>(`/api/v1/conversations/${id}`, { method: 'PATCH', body });
}

export async function changeMany(conversations: readonly string[], change: ChangeWork): Promise<number> {
  const body = { conversations, ...change };
  return (await call<{ changed: number }>('/api/v1/conversations/work', { method: 'POST', body })).changed;
}

const countPauseMs = 1_500;
/** Counting reads all that is open, for numbers that nobody reads by the second: in a flood it takes a thirteenth of the time at most. */
const countRest = 12;
const counting = new WeakMap<QueryClient, () => void>();

/** The counts are asked for again, once for many changes. */
export function countAgain(client: QueryClient): void {
  const again =
    counting.get(client) ??
    gathering<void>(countPauseMs, () => client.invalidateQueries({ queryKey: workKeys.queues }), countRest);
  counting.set(client, again);
  again();
}

export function listsAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.lists });
  void client.invalidateQueries({ queryKey: workKeys.queues });
}
