// The templates room: what may be sent outside the window, as Meta has it. Owns templates; and template_syncs, in syncs.ts.
// Promises: a template keeps its id while it is edited, paused or written again under its name; news that come late change nothing.

import type { PortfolioId } from '@throughline/identity';
import type { TemplateCategory, TemplateDefinition, TemplateQuality, TemplateStatus } from '@throughline/whatsapp';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { TemplateNews } from './rules-news.ts';

export interface TemplateRow {
  portfolioId: PortfolioId;
  id: string;
  wabaId: string;
  name: string;
  language: string;
  category: TemplateCategory;
  status: TemplateStatus;
  statusSince: Date | null;
  reason: string | null;
  quality: TemplateQuality;
  /** As Meta lists it: for `readTemplate`. */
  definition: unknown;
}

export interface Listed {
  id: string;
  template: TemplateDefinition;
  definition: unknown;
  words: string;
}

/**
 * What one page of a listing told, asked for at `observedAt`. Where a webhook has told more since then, its word on the state stands.
 * Answers how many are new or other than before.
 */
export async function saveListed(
  tx: Transaction,
  { portfolioId, wabaId, observedAt }: { portfolioId: PortfolioId; wabaId: string; observedAt: Date },
  listed: readonly Listed[],
): Promise<number> {
  if (listed.length === 0) return 0;
  const rows = listed.map(({ id, definition, words, template }) => ({
    id,
    definition,
    words,
    metaId: template.metaId,
    name: template.name,
    language: template.language,
    category: template.category,
    status: template.status,
    reason: template.reason ?? null,
    quality: template.quality,
  }));
  const [row] = await tx.sql<{ changed: number }[]>`
    with r as materialized (
      select distinct on (name, language) *
      from json_to_recordset(${rowsOf(rows)}::text::json)
        as r (id uuid, "metaId" text, name text, language text, category text, status text, reason text, quality text,
              definition jsonb, words text)),
    before as materialized (
      select r.name, r.language, t.definition, t.status from r
      left join templates t on t.portfolio_id = ${portfolioId} and t.waba_id = ${wabaId} and t.name = r.name and t.language = r.language),
    saved as (
      insert into templates as t (portfolio_id, id, waba_id, meta_id, name, language, category, status, reason, quality, definition, words, observed_at)
      select ${portfolioId}, id, ${wabaId}, "metaId", name, language, category, status, reason, quality, definition, words, ${observedAt}
      from r
      on conflict (portfolio_id, waba_id, name, language) do update set
        meta_id = excluded.meta_id, definition = excluded.definition, words = excluded.words, observed_at = excluded.observed_at,
        category = case when t.heard_at > excluded.observed_at then t.category else excluded.category end,
        quality = case when t.heard_at > excluded.observed_at then t.quality else excluded.quality end,
        status = case when t.heard_at > excluded.observed_at then t.status else excluded.status end,
        status_since = case when t.heard_at > excluded.observed_at or t.status = excluded.status then t.status_since else excluded.observed_at end,
        reason = case when t.heard_at > excluded.observed_at then t.reason
                      when t.status = excluded.status then coalesce(excluded.reason, t.reason) else excluded.reason end
      returning t.name, t.language, t.status)
    select count(*)::int as changed from r
    join before b using (name, language) join saved s using (name, language)
    where b.definition is distinct from r.definition or b.status is distinct from s.status`;
  return row?.changed ?? 0;
}

/** The listing is complete: what it did not name is gone. Answers how many went. */
export async function markGone(
  tx: Transaction,
  { portfolioId, wabaId, observedAt }: { portfolioId: PortfolioId; wabaId: string; observedAt: Date },
): Promise<number> {
  const rows = await tx.sql`
    update templates set status = 'deleted', status_since = ${observedAt}, reason = null
    where portfolio_id = ${portfolioId} and waba_id = ${wabaId} and observed_at < ${observedAt} and status <> 'deleted'
      and (heard_at is null or heard_at <= ${observedAt})`;
  return rows.count;
}

/**
 * What webhooks told, already in order, one of each kind for a template. A template is found by Meta's id, or by its name and language
 * (webhooks write en-US where the listing says en_US). What is older than what we know changes nothing: it is not in the answer's
 * `changed`, but in `known` where there is such a template at all.
 */
export async function applyNews(
  tx: Transaction,
  portfolioId: PortfolioId,
  news: readonly TemplateNews[],
): Promise<{ known: Set<string>; changed: Set<string> }> {
  const rows = news.map((one) => ({ ...one, at: new Date(one.at), heardAt: new Date(one.heardAt) }));
  const found = await tx.sql<{ key: string; changed: boolean }[]>`
    with r as materialized (
      select * from json_to_recordset(${rowsOf(rows)}::text::json)
        as r (key text, "wabaId" text, "metaId" text, name text, language text, at timestamptz, "heardAt" timestamptz,
              status text, reason text, quality text, category text)),
    found as materialized (
      select r.*, t.id,
             r.at >= date_trunc('second', t.observed_at)
               and (r.status is null or r.at >= coalesce(t.status_at, '-infinity'))
               and (r.quality is null or r.at >= coalesce(t.quality_at, '-infinity'))
               and (r.category is null or r.at >= coalesce(t.category_at, '-infinity')) as fresh,
             (r.status is not null and (r.status <> t.status or r.reason is distinct from t.reason)) or
             (r.quality is not null and r.quality <> t.quality) or
             (r.category is not null and r.category <> t.category) as differs
      from r join templates t on t.portfolio_id = ${portfolioId} and t.waba_id = r."wabaId"
        and (t.meta_id = r."metaId" or (t.name = r.name and lower(replace(t.language, '-', '_')) = lower(replace(r.language, '-', '_'))))),
    merged as materialized (
      select id, max("heardAt") as heard_at,
             max(status) as status, max(at) filter (where status is not null) as status_at, max(reason) as reason,
             max(quality) as quality, max(at) filter (where quality is not null) as quality_at,
             max(category) as category, max(at) filter (where category is not null) as category_at
      from found where fresh group by id),
    saved as (
      update templates t set
        heard_at = greatest(t.heard_at, m.heard_at),
        status_since = case when m.status <> t.status then m.status_at else t.status_since end,
        reason = case when m.status is not null then m.reason else t.reason end,
        status = coalesce(m.status, t.status), status_at = coalesce(m.status_at, t.status_at),
        quality = coalesce(m.quality, t.quality), quality_at = coalesce(m.quality_at, t.quality_at),
        category = coalesce(m.category, t.category), category_at = coalesce(m.category_at, t.category_at)
      from merged m where t.portfolio_id = ${portfolioId} and t.id = m.id)
    select key, bool_or(fresh and differs) as changed from found group by key`;
  return {
    known: new Set(found.map(({ key }) => key)),
    changed: new Set(found.filter(({ changed }) => changed).map(({ key }) => key)),
  };
}

/** The one of this name and language that the WhatsApp account of a business number may send. */
export async function templateNamed(
  db: Reader,
  { portfolioId, wabaId }: { portfolioId: PortfolioId; wabaId: string },
  { name, language }: { name: string; language: string },
): Promise<TemplateRow | undefined> {
  const [row] = await db.sql<TemplateRow[]>`
    select portfolio_id as "portfolioId", id, waba_id as "wabaId", name, language, category, status, status_since as "statusSince",
           reason, quality, definition
    from templates where portfolio_id = ${portfolioId} and waba_id = ${wabaId} and name = ${name} and language = ${language}`;
  return row;
}

/** For whoever watches: how many templates are in each state. */
export async function templatesByStatus(db: Reader): Promise<{ status: TemplateStatus; count: number }[]> {
  return await db.sql<{ status: TemplateStatus; count: number }[]>`
    select status, count(*)::int as count from templates group by status`;
}

/** In which languages there is a template of this name. */
export async function languagesOf(
  db: Reader,
  { portfolioId, wabaId }: { portfolioId: PortfolioId; wabaId: string },
  name: string,
): Promise<string[]> {
  const rows = await db.sql<{ language: string }[]>`
    select language from templates
    where portfolio_id = ${portfolioId} and waba_id = ${wabaId} and name = ${name} and status <> 'deleted' order by language limit 100`;
  return rows.map((row) => row.language);
}
