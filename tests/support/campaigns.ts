// What a campaign needs before it can be: a template at the pretend Meta that is known here, a file, and patience.

import type { Campaign, CampaignFile, CampaignRow, Problem, TemplateSync } from '@throughline/contract';
import type { Answer, Api } from './api.ts';
import { lagosBikes, secrets } from './service.ts';
import type { Town } from './town.ts';
import { waitFor } from './waiting.ts';

/** Writes a template at Meta, has it approved, and waits until it is known here. */
export async function approvedTemplate(
  town: Town,
  supervisor: Api,
  name: string,
  body: string,
  examples: string[],
): Promise<void> {
  const answer = await fetch(`${town.url}/v26.0/${lagosBikes.wabaId}/message_templates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secrets.access}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      language: 'en_US',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: body, ...(examples.length > 0 && { example: { body_text: [examples] } }) }],
    }),
  });
  const { id } = (await answer.json()) as { id?: string };
  const atMeta = id === undefined ? undefined : town.world.catalog.byId(id);
  if (!atMeta) throw new Error(`Meta did not take the template ${name}.`);
  town.world.catalog.setStatus(atMeta, 'APPROVED');
  await syncTemplates(supervisor);
}

export async function syncTemplates(supervisor: Api): Promise<void> {
  const began = Date.now();
  await supervisor.call('POST', '/api/v1/templates/sync');
  await waitFor('the templates are listed', async () => {
    const sync = await supervisor.get<TemplateSync>('/api/v1/templates/sync');
    return sync.state === 'done' && Date.parse(sync.at ?? '') >= began - 1000;
  });
}

/** A program's view of campaigns; every call that is not answered with success throws, unless `tries` is used. */
export function campaignsOf(api: Api) {
  const expected = <T>(what: string, { status, body }: Answer<T | Problem>): T => {
    if (status < 300) return body as T;
    throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  };
  const get = (id: string) => api.get<Campaign>(`/api/v1/campaigns/${id}`);
  const tries = (id: string, steer: string) => api.call<Campaign & Problem>('POST', `/api/v1/campaigns/${id}/${steer}`);
  return {
    get,
    tries,
    create: async (name: string, from: string) =>
      expected<Campaign>('create', await api.call('POST', '/api/v1/campaigns', { name, from })),
    change: async (id: string, changes: object) =>
      expected<Campaign>('change', await api.call('PATCH', `/api/v1/campaigns/${id}`, changes)),
    steer: async (id: string, steer: string) => expected<Campaign>(steer, await tries(id, steer)),
    upload: async (id: string, text: string | Uint8Array | ReadableStream, name = 'people.csv') =>
      expected<CampaignFile>(
        'upload',
        await api.upload<CampaignFile>(`/api/v1/campaigns/${id}/file?name=${name}`, text),
      ),
    rows: (id: string, query = '') => api.all<CampaignRow>(`/api/v1/campaigns/${id}/rows?limit=200${query}`),
    until: (id: string, state: Campaign['state'], withinMs = 20_000) =>
      waitFor(
        `the campaign is ${state}`,
        async () => {
          const campaign = await get(id);
          if (campaign.state === 'paused' && campaign.problems.length > 0)
            throw new Error(`The campaign stopped: ${JSON.stringify(campaign.problems)}`);
          return campaign.state === state && campaign;
        },
        withinMs,
      ),
  };
}

/** The states of a campaign's rows add up to its rows. */
export function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
