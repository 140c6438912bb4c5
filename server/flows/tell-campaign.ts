// A campaign is in another state: other systems are told.

import type { CampaignRecord } from '../campaigns/store.ts';
import type { Transaction } from '../db/connect.ts';
import { append } from '../events/store.ts';

/** `at`: now. */
export function tellCampaign(tx: Transaction, before: CampaignRecord, after: CampaignRecord, at: number): void {
  if (before.state === after.state) return;
  const { id, name, state, portfolioId } = after;
  append(tx, portfolioId, [
    { type: 'campaign.changed', at, data: { campaign: { id, name, state, before: before.state } } },
  ]);
}
