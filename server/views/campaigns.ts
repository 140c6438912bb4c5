// Campaigns as people and programs see them: the list, one, and what stands in the way of starting it.

import type { Campaign, CampaignFile, CampaignState } from '@throughline/contract';
import { needsPhone, readTemplate, shownTemplate, slotsOf, type TemplateDefinition } from '@throughline/whatsapp';
import { allowance } from '../campaigns/rules-pace.ts';
import { type CampaignRecord, campaignById, campaignColumns } from '../campaigns/store.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import { numbersOf } from '../numbers/store.ts';
import { depths } from '../outbound/depths.ts';
import { laneStates } from '../outbound/lanes.ts';
import { priorities } from '../outbound/rules-turns.ts';
import { whyNotSendable } from '../templates/rules-sendable.ts';
import { templateNamed } from '../templates/store.ts';
import { retell, say, tell } from '../words/say.ts';
import { keptIn, type Sentence, sentence } from '../words/sentence.ts';
import type { Viewer, Reader as WordReader } from '../words/viewer.ts';
import { type CampaignResults, campaignResults, countedResults, countsOf } from './campaign-results.ts';
import type { Watched } from './campaign-rows.ts';
import { pageOf, readCursor } from './paging.ts';
import { blockedText } from './waiting-words.ts';

export interface CampaignQuery {
  state?: CampaignState | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first, with the counts as they were when somebody last looked: at most some seconds ago while it runs. */
export async function listCampaigns(db: Reader, viewer: Viewer, query: CampaignQuery) {
  const { portfolios } = viewer;
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const rows = await db.sql<CampaignRecord[]>`
    select ${campaignColumns} from campaigns c
    where ${portfolios === 'all' ? fragment`true` : fragment`c.portfolio_id = any(${[...portfolios]}::text[])`}
      ${query.state ? fragment`and c.state = ${query.state}` : fragment``}
      ${after ? fragment`and (c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by c.created_at desc, c.id desc limit ${query.limit + 1}`;
  const shown = rows.slice(0, query.limit);
  const parts = [...Map.groupBy(shown, (row) => row.portfolioId)].map(([portfolioId, own]) =>
    countedResults(db, portfolioId, { ids: own.map(({ id }) => id), withinMs: Number.MAX_SAFE_INTEGER / 1e6 }),
  );
  const counted = new Map((await Promise.all(parts)).flatMap((part) => [...part]));
  const views = new Map(
    await Promise.all(
      shown.map(
        async (row) =>
          [row.id, await viewOf(db, { viewer, campaign: row }, counted.get(row.id) ?? uncounted(row))] as const,
      ),
    ),
  );
  return pageOf(
    rows,
    query.limit,
    (last) => [last.createdAt.toISOString(), last.id],
    (row) => views.get(row.id) as Campaign,
  );
}

/** Before anybody has counted, all its rows wait. */
function uncounted({ rows }: CampaignRecord): CampaignResults {
  return { groups: rows === 0 ? [] : [{ reach: null, state: 'waiting', code: null, title: null, rows }], replies: 0 };
}

/** One, counted now; where the job counted it within the last second, that is now. */
export async function campaignView(db: Reader, viewer: Viewer, id: string): Promise<Campaign | undefined> {
  const campaign = await campaignById(db, viewer.portfolios, id);
  if (!campaign) return undefined;
  return await viewOf(db, { viewer, campaign }, await campaignResults(db, campaign));
}

async function viewOf(db: Reader, { viewer, campaign }: Watched, results: CampaignResults): Promise<Campaign> {
  const [number, template] = await Promise.all([numberOf(db, campaign), templateOf(db, campaign)]);
  const { state, file, mapping, audience } = campaign;
  const counts = countsOf(viewer, results);
  return {
    id: campaign.id,
    name: campaign.name,
    state,
    businessNumber: number.view,
    template:
      campaign.templateName === null
        ? null
        : {
            name: campaign.templateName,
            language: campaign.templateLanguage ?? '',
            text: template.definition ? shownTemplate(template.definition, new Map()) : null,
          },
    audience: audience?.kind === 'contacts' ? { kind: audience.kind, filter: audience.filter } : audience,
    file: file && fileIn(viewer, file),
    mapping,
    schedule:
      campaign.scheduleAt !== null && campaign.scheduleZone !== null && campaign.startsAt
        ? { at: campaign.scheduleAt, timeZone: campaign.scheduleZone, startsAt: campaign.startsAt.toISOString() }
        : null,
    pacePerMinute: campaign.pacePerMinute,
    // While it is being counted rows do not come or go: both are read in one statement each, so the sum of the counts is the truth.
    rows: Object.values(counts.byState).reduce((sum, rows) => sum + rows, 0),
    ...counts,
    problems: problemsOf(campaign, template).map(({ field, problem }) => ({ field, problem: tell(viewer, problem) })),
    waiting: state === 'running' ? await waitingOf(db, { viewer, campaign }, counts) : null,
    createdBy: campaign.createdBy,
    createdAt: campaign.createdAt.toISOString(),
    checkedAt: campaign.checkedAt?.toISOString() ?? null,
    startedAt: campaign.startedAt?.toISOString() ?? null,
    finishedAt: campaign.finishedAt?.toISOString() ?? null,
  };
}

/** What is odd about its lines, in the reader's language. */
export function fileIn(viewer: WordReader, file: CampaignFile): CampaignFile {
  const problems = file.problems.map(({ line, problem }) => ({ line, problem: retell(viewer, problem) }));
  return { ...file, problems };
}

async function numberOf(db: Reader, { portfolioId, phoneNumberId }: CampaignRecord) {
  const found = (await numbersOf(db, portfolioId)).find((one) => one.phoneNumberId === phoneNumberId);
  return {
    view: { id: phoneNumberId, display: found?.displayPhone ?? '', name: found?.name ?? '' },
    wabaId: found?.wabaId,
  };
}

interface FoundTemplate {
  definition: TemplateDefinition | undefined;
  why: Sentence | undefined;
}

async function templateOf(db: Reader, campaign: CampaignRecord): Promise<FoundTemplate> {
  const { portfolioId, templateName: name, templateLanguage: language } = campaign;
  if (name === null || language === null) return { definition: undefined, why: undefined };
  const { wabaId } = await numberOf(db, campaign);
  const row = wabaId === undefined ? undefined : await templateNamed(db, { portfolioId, wabaId }, { name, language });
  return { definition: row && readTemplate(row.definition), why: row && whyNotSendable(row) };
}

interface CampaignProblem {
  field: string;
  problem: Sentence | string;
}

/** What stands in the way of checking it; and what stopped it, where it was stopped. */
function problemsOf(campaign: CampaignRecord, { definition, why }: FoundTemplate): CampaignProblem[] {
  const problems: CampaignProblem[] = [];
  const add = (field: string, problem: Sentence | string) => problems.push({ field, problem });
  const { templateName, audience, mapping, upload } = campaign;
  if (campaign.problem !== null) add('campaign', keptIn(campaign.problem));
  if (['done', 'cancelled'].includes(campaign.state)) return problems;
  if (templateName === null) add('template', sentence('campaign.needs.template'));
  else if (!definition) add('template', sentence('campaign.needs.other_template'));
  else if (why !== undefined && campaign.problem === null) add('template', why);
  if (audience === null) add('audience', sentence('campaign.needs.audience'));
  if (audience?.kind === 'file' && upload === null) add('file', sentence('campaign.needs.file'));
  if (audience?.kind === 'file' && upload !== null && mapping === null)
    add('mapping', sentence('campaign.needs.phone_column'));
  if (definition)
    for (const label of unmapped(definition, campaign)) add('mapping', sentence('campaign.needs.value', { label }));
  if (audience?.kind === 'contacts' && definition && needsPhone(definition) && audience.filter.hidden === true)
    add('audience', sentence('campaign.needs.phones'));
  return problems;
}

function unmapped(definition: TemplateDefinition, { mapping }: CampaignRecord): string[] {
  return slotsOf(definition)
    .filter(({ key, required }) => required && mapping?.values[key] === undefined)
    .map(({ label }) => label);
}

/** Why it is not going faster: its own pace, or what holds the sender back. */
async function waitingOf(
  db: Reader,
  { viewer, campaign }: Watched,
  { byState }: Pick<Campaign, 'byState'>,
): Promise<Campaign['waiting']> {
  const { portfolioId, phoneNumberId } = campaign;
  const queued = byState.queued ?? 0;
  const [lanes, owed] = await Promise.all([laneStates(db, [portfolioId]), depths(db, [portfolioId])]);
  const lane = lanes.find((one) => one.phoneNumberId === phoneNumberId);
  const held =
    lane?.pausedFor ??
    lane?.begunFor ??
    mostOf(owed.filter((one) => one.phoneNumberId === phoneNumberId && one.priority === priorities.campaign));
  if (queued > 0 && held && held !== 'turn') return { reason: held, text: blockedText(viewer, held) };
  const { heldBy } = allowance(
    { perMinute: campaign.pacePerMinute, pacedUntil: campaign.pacedUntil?.getTime() ?? null },
    {
      owed: queued,
      mostOwed: limits.campaignOwed,
      batch: limits.campaignFeedBatch,
      catchUpMs: limits.campaignCatchUpMs,
      now: Date.now(),
    },
  );
  if (heldBy === 'pace' && queued < limits.campaignFeedBatch)
    return { reason: 'pace', text: say(viewer, 'campaign.waits.pace', { pace: campaign.pacePerMinute ?? 0 }) };
  if (queued === 0) return null;
  const rate = lane?.rate ?? limits.sendsPerSecondPerNumber;
  return {
    reason: 'rate',
    text: say(viewer, 'campaign.waits.rate', { rate: Math.round(rate), queued }),
  };
}

function mostOf(owed: readonly { waitsFor: Parameters<typeof blockedText>[1]; count: number }[]) {
  return owed.toSorted((a, b) => b.count - a.count)[0]?.waitsFor;
}

/** For whoever checks or starts it: with these it may not. */
export async function campaignProblems(db: Reader, campaign: CampaignRecord): Promise<CampaignProblem[]> {
  return problemsOf({ ...campaign, problem: null }, await templateOf(db, campaign));
}
