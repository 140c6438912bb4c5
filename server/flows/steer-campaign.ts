// What people do with a campaign: check, start, pause, resume, cancel.

import { queuedMessages, type RowsKey, returnRows, settleQueued } from '../campaigns/rows.ts';
import { cancelled, mayDo, started } from '../campaigns/rules-state.ts';
import { type CampaignRecord, save } from '../campaigns/store.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { cancelMessages } from './cancel-messages.ts';
import { tellCampaign } from './tell-campaign.ts';
import type { Tools } from './tools.ts';

export type Steer = 'check' | 'start' | 'pause' | 'resume' | 'cancel';

export type SteerOutcome = { kind: 'done'; campaign: CampaignRecord } | { kind: 'wrong_state' };

/** The caller has loaded the campaign with its lock. */
export async function steerCampaign(
  tx: Transaction,
  campaign: CampaignRecord,
  steer: Steer,
  tools: Tools,
): Promise<SteerOutcome> {
  if (!mayDo(campaign.state, steer)) return { kind: 'wrong_state' };
  const after = await steered(tx, campaign, steer, tools);
  await save(tx, after);
  tellCampaign(tx, campaign, after, tools.clock());
  await record(tx, campaign.portfolioId, [{ kind: 'campaign', subjectId: campaign.id }]);
  return { kind: 'done', campaign: after };
}

async function steered(tx: Transaction, campaign: CampaignRecord, steer: Steer, tools: Tools): Promise<CampaignRecord> {
  const now = tools.clock();
  switch (steer) {
    case 'check':
      return toCheck(campaign);
    case 'start': {
      // Somebody who starts a scheduled campaign does not want to wait.
      const startsAt = campaign.state === 'scheduled' ? null : (campaign.startsAt?.getTime() ?? null);
      const state = started(startsAt, now);
      return { ...campaign, state, startedAt: state === 'running' ? new Date(now) : null };
    }
    case 'resume':
      return { ...campaign, state: 'running', problem: null, pacedUntil: null };
    case 'pause':
      return { ...(await takenBack(tx, campaign, tools)), state: 'paused' };
    case 'cancel': {
      const after = await takenBack(tx, campaign, tools);
      const state = cancelled(campaign.state);
      return { ...after, state, finishedAt: state === 'cancelled' ? new Date(now) : null };
    }
  }
}

/** From the beginning: contacts are listed anew, since they change. */
function toCheck(campaign: CampaignRecord): CampaignRecord {
  const lists = campaign.audience?.kind === 'contacts';
  return {
    ...campaign,
    state: 'checking',
    checkedLine: 0,
    checkedAt: null,
    problem: null,
    ...(lists && { upload: null, rows: 0, listed: false, listCursor: null }),
  };
}

/** What is owed and not yet under way is not sent; its rows wait again. What is under way goes on. */
async function takenBack(tx: Transaction, campaign: CampaignRecord, tools: Tools): Promise<CampaignRecord> {
  if (campaign.upload === null || !['running', 'paused'].includes(campaign.state)) return campaign;
  const key: RowsKey = { portfolioId: campaign.portfolioId, upload: campaign.upload };
  await settleQueued(tx, key);
  const back = await cancelMessages(tx, campaign.portfolioId, await queuedMessages(tx, key), tools);
  const line = await returnRows(tx, key, [...back]);
  return line === undefined ? campaign : { ...campaign, fedLine: Math.min(campaign.fedLine, line - 1) };
}
