// What the desk asks and says about campaigns.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Campaign,
  CampaignCourse,
  CampaignFile,
  CampaignRow,
  ChangeCampaign,
  Page,
  Reach,
  RowState,
} from '@throughline/contract';
import { call, keyed, openedAddress } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { sendFile } from '../api/uploads.ts';

export const campaignsQuery = infiniteQueryOptions({
  queryKey: [...keys.campaigns, 'list'],
  queryFn: ({ pageParam, signal }) =>
    call<Page<Campaign>>('/api/v1/campaigns', { query: { limit: 40, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

const lookAgainMs = 4_000;
const moving: ReadonlySet<string> = new Set<Campaign['state']>(['checking', 'running']);

/** The live stream tells of changes; while it moves it is also asked again, so that bars never stand still for want of one. */
export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.campaigns, 'one', id],
    queryFn: ({ signal }) => call<Campaign>(`/api/v1/campaigns/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && moving.has(state.data.state) ? lookAgainMs : false),
  });
}

const courseAgainMs = 30_000;

export function courseQuery(id: string, isMoving: boolean) {
  return queryOptions({
    queryKey: [...keys.campaigns, 'course', id],
    queryFn: ({ signal }) => call<CampaignCourse>(`/api/v1/campaigns/${id}/course`, { signal }),
    // It reads every row: not with each change.
    staleTime: courseAgainMs,
    refetchInterval: isMoving ? courseAgainMs : false,
    placeholderData: keepPreviousData,
  });
}

export function courseAddress(id: string): string {
  return openedAddress(`/api/v1/campaigns/${id}/course.csv`);
}

export interface RowFilter {
  state?: RowState;
  reach?: Reach;
  q?: string;
}

export function rowsQuery(id: string, filter: RowFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.campaigns, 'rows', id, filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<CampaignRow>>(`/api/v1/campaigns/${id}/rows`, {
        query: { ...filter, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function createCampaign(body: { name: string; from: string }, key: string): Promise<Campaign> {
  return call('/api/v1/campaigns', { method: 'POST', body, ...keyed(key) });
}

export function deleteCampaign(id: string): Promise<void> {
  return call(`/api/v1/campaigns/${id}`, { method: 'DELETE' });
}

export type Deed = 'check' | 'start' | 'pause' | 'resume' | 'cancel';

export function reportAddress(id: string): string {
  return openedAddress(`/api/v1/campaigns/${id}/report.csv`);
}

interface Watch {
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** What a browser calls a list differs by system; here it is always read as one. */
export function uploadList(id: string, file: File, watch: Watch): Promise<CampaignFile> {
  const list = new File([file], file.name, { type: 'text/csv' });
  return sendFile('PUT', `/api/v1/campaigns/${id}/file?${new URLSearchParams({ name: file.name })}`, list, watch);
}

/**
 * Saves a change. It is shown at once, so that the next one builds on it; changes of one campaign go one after the other, and the server's
 * word is taken when none is left, or a quick second choice would be undone by the answer to the first.
 */
export function useChange(id: string) {
  const client = useQueryClient();
  const mutationKey = [...keys.campaigns, 'change', id];
  const { queryKey } = campaignQuery(id);
  return useMutation({
    mutationKey,
    scope: { id: `campaign ${id}` },
    mutationFn: (body: ChangeCampaign) => call<Campaign>(`/api/v1/campaigns/${id}`, { method: 'PATCH', body }),
    onMutate: async ({ name, mapping, audience }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (campaign) =>
        campaign === undefined
          ? undefined
          : {
              ...campaign,
              ...(name !== undefined && { name }),
              ...(audience !== undefined && { audience }),
              ...(mapping !== undefined && { mapping: { ...mapping, values: mapping.values ?? {} } }),
            },
      );
    },
    onSuccess: (campaign) => {
      if (client.isMutating({ mutationKey }) <= 1) taken(client, campaign);
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

export function useDeed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, key }: { deed: Deed; key: string }) =>
      call<Campaign>(`/api/v1/campaigns/${id}/${deed}`, { method: 'POST', ...keyed(key) }),
    onSuccess: (campaign) => taken(client, campaign),
  });
}

function taken(client: ReturnType<typeof useQueryClient>, campaign: Campaign): void {
  client.setQueryData(campaignQuery(campaign.id).queryKey, campaign);
  void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
  void client.invalidateQueries({ queryKey: [...keys.campaigns, 'rows', campaign.id] });
}
