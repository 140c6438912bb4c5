// Time's door to campaigns that run: hands rows to the sender, a bounded number at a time, and tells desks how it goes.

import { setTimeout as pause } from 'node:timers/promises';
import type { Policy } from '@throughline/identity';
import type { Logger } from 'pino';
import { atWork, type CampaignRecord, changing, claimById, takeTurnToTell } from '../campaigns/store.ts';
import { sweep } from '../campaigns/uploads.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { feedCampaign } from '../flows/feed-campaign.ts';
import { noteResults } from '../flows/note-results.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { campaignResults } from '../views/campaign-results.ts';

export interface Running {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
  /** Something is due to be sent. */
  wakeSender: () => void;
}

/** A step of each campaign that runs. Answers how many rows were handed over. */
export async function runCampaigns({ db, policy, tools, log, wakeSender }: Running): Promise<number> {
  let handed = 0;
  for (const key of await atWork(db)) {
    const fed = await inTransaction(db, async (tx) => {
      const campaign = await claimById(tx, key);
      return campaign ? await feedCampaign(tx, campaign, { policy, tools }) : undefined;
    });
    if (!fed) continue;
    if (fed.over) log.info({ event: 'campaign_stopped', campaign: key.id });
    if (fed.handed === 0) continue;
    handed += fed.handed;
    wakeSender();
    // Each step held the portfolio's lane: the inbox goes first.
    await pause(limits.laneBreathMs);
  }
  return handed;
}

/** Counts what has changed of campaigns whose results may still change, each in its time. Answers 0: it rests between. */
export async function tellCampaigns({ db, tools }: Pick<Running, 'db' | 'tools'>): Promise<number> {
  for (const campaign of await changing(db, limits.campaignAfterMs)) {
    const due = await inTransaction(db, (tx) => takeTurnToTell(tx, campaign, tellAfterMs(campaign, tools.clock())));
    if (!due) continue;
    const began = performance.now();
    const results = await campaignResults(db, campaign);
    await inTransaction(db, (tx) => noteResults(tx, campaign, results));
    // Counting a large campaign takes a while: never more than a tenth of the time.
    await pause(Math.min(10_000, (performance.now() - began) * 9));
  }
  return 0;
}

/** While it runs, every second; afterwards, the longer it is over the less is still to come. */
function tellAfterMs({ state, finishedAt }: CampaignRecord, now: number): number {
  if (state === 'running') return limits.campaignTellMs;
  if (finishedAt === null) return 10_000;
  return Math.min(60_000, Math.max(limits.campaignTellMs, (now - finishedAt.getTime()) / 20));
}

/** Rows of uploads that were cut off or replaced. Answers how many went. */
export async function sweepCampaigns({ db }: Pick<Running, 'db'>): Promise<number> {
  return await inTransaction(db, (tx) => sweep(tx, limits.campaignUploadLostAfterMs, limits.campaignSweepRows));
}
