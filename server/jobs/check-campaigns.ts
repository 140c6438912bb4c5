// Time's door to checking campaigns: a batch of rows, a commit, and on; whoever is cut off, another goes on where it was.

import type { Policy } from '@throughline/identity';
import type { Logger } from 'pino';
import { claimToCheck } from '../campaigns/store.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { checkCampaign } from '../flows/check-campaign.ts';
import type { Tools } from '../flows/tools.ts';

export interface Checking {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
}

/** One batch of one campaign. Answers 0 when there is nothing to check. */
export async function checkCampaigns({ db, policy, tools, log }: Checking): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const campaign = await claimToCheck(tx);
    if (!campaign) return 0;
    const rows = await checkCampaign(tx, campaign, { policy, tools });
    if (rows === 0) log.info({ event: 'campaign_checked', campaign: campaign.id, rows: campaign.rows });
    return 1;
  });
}
