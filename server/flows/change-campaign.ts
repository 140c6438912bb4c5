// What people change of a campaign. Whatever bears on who is written to, and with what, makes it a draft again.

import type { ChangeCampaign } from '@throughline/contract';
import type { z } from 'zod';
import { startOf } from '../campaigns/rules-schedule.ts';
import { mayDo } from '../campaigns/rules-state.ts';
import { type CampaignRecord, save } from '../campaigns/store.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import type { Reader } from '../words/viewer.ts';
import { tellCampaign } from './tell-campaign.ts';
import type { Tools } from './tools.ts';

/** `phones`: whether who changes it sees customers' numbers whole. */
export type CampaignChanges = z.infer<typeof ChangeCampaign> & { readonly phones: Reader['phones'] };

export type ChangeOutcome =
  | { kind: 'changed'; campaign: CampaignRecord }
  | { kind: 'wrong_state'; field: string }
  | { kind: 'bad_time'; problem: Sentence };

/** The caller has loaded the campaign with its lock, and knows that `from` is a number of its portfolio. */
export async function changeCampaign(
  tx: Transaction,
  campaign: CampaignRecord,
  changes: CampaignChanges,
  tools: Tools,
): Promise<ChangeOutcome> {
  const refused = refusedField(campaign, changes);
  if (refused) return { kind: 'wrong_state', field: refused };
  const scheduled = withSchedule(campaign, changes, tools.clock());
  if (scheduled.kind === 'bad_time') return scheduled;
  const after = withContent(withPace(scheduled.campaign, changes), changes);
  await save(tx, after);
  tellCampaign(tx, campaign, after, tools.clock());
  await record(tx, campaign.portfolioId, [{ kind: 'campaign', subjectId: campaign.id }]);
  return { kind: 'changed', campaign: after };
}

const content = ['from', 'template', 'audience', 'mapping'] as const;

function refusedField({ state }: CampaignRecord, changes: CampaignChanges): string | undefined {
  if (!mayDo(state, 'edit')) {
    const field = content.find((name) => changes[name] !== undefined);
    if (field) return field;
  }
  if (changes.schedule !== undefined && !mayDo(state, 'schedule')) return 'schedule';
  return changes.pacePerMinute !== undefined && !mayDo(state, 'pace') ? 'pacePerMinute' : undefined;
}

function withSchedule(
  campaign: CampaignRecord,
  { schedule, name }: CampaignChanges,
  now: number,
): { kind: 'scheduled'; campaign: CampaignRecord } | Extract<ChangeOutcome, { kind: 'bad_time' }> {
  const named = { ...campaign, ...(name !== undefined && { name }) };
  if (schedule === undefined) return { kind: 'scheduled', campaign: named };
  if (schedule === null) {
    // Without a time it waits for somebody to start it.
    const state = campaign.state === 'scheduled' ? 'ready' : campaign.state;
    return { kind: 'scheduled', campaign: { ...named, state, scheduleAt: null, scheduleZone: null, startsAt: null } };
  }
  const start = startOf(schedule.at, schedule.timeZone);
  if (start.kind === 'no_such_zone')
    return { kind: 'bad_time', problem: sentence('problem.bad_time.zone', { zone: schedule.timeZone }) };
  if (start.kind === 'no_such_time')
    return { kind: 'bad_time', problem: sentence('problem.bad_time.time', { time: schedule.at }) };
  if (start.at <= now) return { kind: 'bad_time', problem: sentence('problem.bad_time.past') };
  const { at: scheduleAt, timeZone: scheduleZone } = schedule;
  return { kind: 'scheduled', campaign: { ...named, scheduleAt, scheduleZone, startsAt: new Date(start.at) } };
}

/** Another pace counts from now. */
function withPace(campaign: CampaignRecord, { pacePerMinute }: CampaignChanges): CampaignRecord {
  return pacePerMinute === undefined ? campaign : { ...campaign, pacePerMinute, pacedUntil: null };
}

function withContent(campaign: CampaignRecord, changes: CampaignChanges): CampaignRecord {
  if (content.every((name) => changes[name] === undefined)) return campaign;
  const { from, template, audience, mapping, phones } = changes;
  const other = audience !== undefined && audience.kind !== campaign.audience?.kind;
  return {
    ...asDraft(campaign),
    ...(from !== undefined && { phoneNumberId: from }),
    ...(template && { templateName: template.name, templateLanguage: template.language.code }),
    ...(audience !== undefined && { audience: { ...audience, ...(phones === 'masked' && { wholeNumbers: true }) } }),
    ...(mapping !== undefined && { mapping }),
    // The rows of one kind of audience are nothing to the other; a file is uploaded again.
    ...(other && { upload: null, rows: 0, file: null, listed: false, listCursor: null }),
  };
}

/** Nothing that was found out holds any more. */
export function asDraft(campaign: CampaignRecord): CampaignRecord {
  return { ...campaign, state: 'draft', checkedLine: 0, checkedAt: null, fedLine: 0, problem: null };
}
