// The campaigns room: what is to be sent to many, whom it is for, and how far it has come.
// Owns campaigns, campaign_uploads, campaign_rows, campaign_results, campaign_settings; rows.ts and uploads.ts hold the lines.
// Promises: a campaign has one file, whole or not at all; a row is handed to the sender once unless it was taken back before it went.

import type { Audience, CampaignFile, CampaignState, ColumnMapping } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';

/** `wholeNumbers`: set by somebody who sees numbers masked, so that a part of a number finds nobody, and no count tells one. */
export type KeptAudience = Audience & { readonly wholeNumbers?: true };

export interface CampaignRecord {
  portfolioId: PortfolioId;
  id: string;
  name: string;
  state: CampaignState;
  phoneNumberId: string;
  templateName: string | null;
  templateLanguage: string | null;
  audience: KeptAudience | null;
  file: CampaignFile | null;
  /** The rows that count: of the file taken over last, or of the contacts listed last. */
  upload: string | null;
  rows: number;
  mapping: ColumnMapping | null;
  scheduleAt: string | null;
  scheduleZone: string | null;
  startsAt: Date | null;
  pacePerMinute: number | null;
  pacedUntil: Date | null;
  /** Of an audience of contacts: whether all are listed, and the last one listed so far. */
  listed: boolean;
  listCursor: string | null;
  checkedLine: number;
  fedLine: number;
  /** Why its rows could not be looked at or sent as a whole: it went back to a draft, or was paused. */
  problem: string | null;
  createdBy: string;
  createdAt: Date;
  checkedAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export const campaignColumns = fragment`
  c.portfolio_id as "portfolioId", c.id, c.name, c.state, c.phone_number_id as "phoneNumberId", c.template_name as "templateName",
  c.template_language as "templateLanguage", c.audience, c.file, c.upload, c.rows, c.mapping, c.schedule_at as "scheduleAt",
  c.schedule_zone as "scheduleZone", c.starts_at as "startsAt", c.pace_per_minute as "pacePerMinute", c.paced_until as "pacedUntil",
  c.listed, c.list_cursor as "listCursor", c.checked_line as "checkedLine", c.fed_line as "fedLine", c.problem, c.created_by as "createdBy",
  c.created_at as "createdAt", c.checked_at as "checkedAt", c.started_at as "startedAt", c.finished_at as "finishedAt"`;

export async function create(
  tx: Transaction,
  campaign: Pick<CampaignRecord, 'portfolioId' | 'id' | 'name' | 'phoneNumberId' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  const { portfolioId, id, name, phoneNumberId, createdBy, createdAt } = campaign;
  await tx.sql`
    insert into campaigns (portfolio_id, id, name, phone_number_id, created_by, created_at)
    values (${portfolioId}, ${id}, ${name}, ${phoneNumberId}, ${createdBy}, ${createdAt})`;
}

/** `lock`: against the jobs and other callers, until the transaction ends. */
export async function campaignById(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
  lock = false,
): Promise<CampaignRecord | undefined> {
  const all = portfolios === 'all';
  const [row] = await db.sql<CampaignRecord[]>`
    select ${campaignColumns} from campaigns c
    where c.id = ${id} and (${all} or c.portfolio_id = any(${all ? [] : [...portfolios]}::text[]))
    ${lock ? fragment`for update` : fragment``}`;
  return row;
}

/** Everything of it that changes, as the caller has it: loaded with a lock, decided, saved. */
export async function save(tx: Transaction, campaign: CampaignRecord): Promise<void> {
  await tx.sql`
    update campaigns c set name = r.name, state = r.state, phone_number_id = r."phoneNumberId", template_name = r."templateName",
      template_language = r."templateLanguage", audience = r.audience, file = r.file, upload = r.upload, rows = r.rows, mapping = r.mapping,
      schedule_at = r."scheduleAt", schedule_zone = r."scheduleZone", starts_at = r."startsAt", pace_per_minute = r."pacePerMinute",
      paced_until = r."pacedUntil", listed = r.listed, list_cursor = r."listCursor", checked_line = r."checkedLine", fed_line = r."fedLine",
      problem = r.problem, checked_at = r."checkedAt", started_at = r."startedAt", finished_at = r."finishedAt"
    from json_to_recordset(${rowsOf([campaign])}::text::json)
      as r ("portfolioId" text, id uuid, name text, state text, "phoneNumberId" text, "templateName" text, "templateLanguage" text, audience jsonb,
            file jsonb, upload uuid, rows int, mapping jsonb, "scheduleAt" text, "scheduleZone" text, "startsAt" timestamptz,
            "pacePerMinute" int, "pacedUntil" timestamptz, listed boolean, "listCursor" uuid, "checkedLine" int, "fedLine" int, problem text,
            "checkedAt" timestamptz, "startedAt" timestamptz, "finishedAt" timestamptz)
    where c.portfolio_id = r."portfolioId" and c.id = r.id`;
}

/** A campaign to be checked that no other process is at, locked until the transaction ends. */
export async function claimToCheck(tx: Transaction): Promise<CampaignRecord | undefined> {
  const [row] = await tx.sql<CampaignRecord[]>`
    select ${campaignColumns} from campaigns c where c.state = 'checking' order by c.created_at limit 1 for update skip locked`;
  return row;
}

/** Ids of campaigns that run, or whose time has come. */
export async function atWork(db: Reader): Promise<Pick<CampaignRecord, 'portfolioId' | 'id'>[]> {
  return await db.sql<Pick<CampaignRecord, 'portfolioId' | 'id'>[]>`
    select portfolio_id as "portfolioId", id from campaigns
    where state = 'running' or state = 'scheduled' and starts_at <= now() order by started_at nulls first, id`;
}

/** One of these, if nobody else is at it now. */
export async function claimById(
  tx: Transaction,
  { portfolioId, id }: Pick<CampaignRecord, 'portfolioId' | 'id'>,
): Promise<CampaignRecord | undefined> {
  const [row] = await tx.sql<CampaignRecord[]>`
    select ${campaignColumns} from campaigns c where c.portfolio_id = ${portfolioId} and c.id = ${id} for update skip locked`;
  return row;
}

/** Campaigns whose results may still change: running, paused, or ended not long ago. */
export async function changing(db: Reader, afterMs: number): Promise<CampaignRecord[]> {
  return await db.sql<CampaignRecord[]>`
    select ${campaignColumns} from campaigns c
    where c.state in ('running', 'paused') or c.finished_at > now() - ${afterMs}::int * interval '1 millisecond'`;
}

/** Its rows are swept with what belongs to no campaign. */
export async function remove(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<void> {
  await tx.sql`delete from campaign_results where portfolio_id = ${portfolioId} and campaign_id = ${id}`;
  await tx.sql`delete from campaigns where portfolio_id = ${portfolioId} and id = ${id}`;
}

export interface CampaignSettings {
  /** People known by WhatsApp account only: not written to, or written to where a conversation exists. */
  accountOnly: 'refuse' | 'send';
  endpoint: 'messages' | 'marketing_messages';
}

export async function settingsOf(db: Reader, portfolioId: PortfolioId): Promise<CampaignSettings> {
  const [row] = await db.sql<CampaignSettings[]>`
    select account_only as "accountOnly", endpoint from campaign_settings where portfolio_id = ${portfolioId}`;
  return row ?? { accountOnly: 'refuse', endpoint: 'messages' };
}

export async function choose(
  tx: Transaction,
  portfolioId: PortfolioId,
  { settings, by, at }: { settings: CampaignSettings; by: string; at: Date },
): Promise<void> {
  await tx.sql`
    insert into campaign_settings (portfolio_id, account_only, endpoint, changed_by, changed_at)
    values (${portfolioId}, ${settings.accountOnly}, ${settings.endpoint}, ${by}, ${at})
    on conflict (portfolio_id) do update set account_only = excluded.account_only, endpoint = excluded.endpoint,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
}

/** Whether it is time to count this campaign again, and nobody else is doing so. */
export async function takeTurnToTell(
  tx: Transaction,
  { portfolioId, id }: Pick<CampaignRecord, 'portfolioId' | 'id'>,
  afterMs: number,
): Promise<boolean> {
  const rows = await tx.sql`
    update campaigns set told_at = now()
    where portfolio_id = ${portfolioId} and id = ${id} and (told_at is null or told_at <= now() - ${afterMs}::float * interval '1 millisecond')`;
  return rows.count > 0;
}

/** Keeps what was counted. Answers whether it is other than before. */
export async function saveResults(
  tx: Transaction,
  { portfolioId, id }: Pick<CampaignRecord, 'portfolioId' | 'id'>,
  { groups, replies }: { groups: readonly object[]; replies: number },
): Promise<boolean> {
  const sorted = [...groups]
    .map((one) => JSON.stringify(one))
    .sort()
    .map((one) => JSON.parse(one) as object);
  const rows = await tx.sql`
    insert into campaign_results as r (portfolio_id, campaign_id, counted_at, groups, replies)
    select ${portfolioId}, ${id}, now(), ${rowsOf(sorted)}::text::jsonb, ${replies}::int
    where exists (select from campaigns where portfolio_id = ${portfolioId} and id = ${id})
    on conflict (portfolio_id, campaign_id) do update set counted_at = now(), groups = excluded.groups, replies = excluded.replies
    where r.groups <> excluded.groups or r.replies <> excluded.replies`;
  return rows.count > 0;
}
