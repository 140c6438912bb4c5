// Templates for people and programs: the list, one, how it reads filled in, and how fresh the copy is.

import type { Template, TemplatePreview, TemplateSync } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import {
  asksForNumber,
  fillTemplate,
  needsPhone,
  readTemplate,
  shownTemplate,
  slotsOf,
  type TemplateDefinition,
  type TemplateValues,
} from '@throughline/whatsapp';
import { searchPatterns } from '../contacts/searching.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { whyNotSendable } from '../templates/rules-sendable.ts';
import type { TemplateRow } from '../templates/store.ts';
import { type SyncRow, syncsOf } from '../templates/syncs.ts';
import { retell, say, tell } from '../words/say.ts';
import { templateWords } from '../words/template-words.ts';
import type { Viewer } from '../words/viewer.ts';
import type { Portfolios } from './conversation-list.ts';
import { pageOf, readCursor } from './paging.ts';

export interface TemplateQuery {
  businessNumber?: string | undefined;
  status?: Template['status'] | undefined;
  category?: Template['category'] | undefined;
  sendable?: boolean | undefined;
  asksForNumber?: boolean | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** By name and language. Deleted ones are listed only where they are asked for. */
export async function listTemplates(db: Reader, viewer: Viewer, query: TemplateQuery) {
  const after = readCursor<[string]>(query.cursor, ['id']);
  const words = searchPatterns(query.q ?? '');
  const rows = await rowsWhere(
    db,
    viewer.portfolios,
    fragment`
      ${query.status ? fragment`and t.status = ${query.status}` : fragment`and t.status <> 'deleted'`}
      ${query.category ? fragment`and t.category = ${query.category}` : fragment``}
      ${query.sendable === undefined ? fragment`` : fragment`and (t.status = 'approved') = ${query.sendable}`}
      ${query.asksForNumber === undefined ? fragment`` : fragment`and (t.definition::text ilike '%"REQUEST_CONTACT_INFO"%') = ${query.asksForNumber}`}
      ${query.businessNumber === undefined ? fragment`` : fragment`and exists (select from business_numbers n where n.portfolio_id = t.portfolio_id and n.waba_id = t.waba_id and n.phone_number_id = ${query.businessNumber})`}
      ${words.length > 0 ? fragment`and lower(t.words) like any (${words}::text[])` : fragment``}
      ${after ? fragment`and (t.name, t.language, t.id) > (select name, language, id from templates where id = ${after[0]}::uuid)` : fragment``}
      order by t.name, t.language, t.id limit ${query.limit + 1}`,
  );
  return pageOf(
    rows,
    query.limit,
    (last) => [last.id],
    (row) => viewOf(viewer, row),
  );
}

export async function templateById(db: Reader, viewer: Viewer, id: string): Promise<FoundTemplate | undefined> {
  const [row] = await rowsWhere(db, viewer.portfolios, fragment`and t.id = ${id}::uuid`);
  return row && { viewer, row, view: viewOf(viewer, row) };
}

export interface FoundTemplate {
  viewer: Viewer;
  row: Row;
  view: Template;
}

/** How it will read, and what stands in the way. `reach`: how the person it is meant for can be reached. */
export function previewOf(
  { viewer, row, view }: FoundTemplate,
  values: TemplateValues,
  reach?: 'phone' | 'account' | 'held',
): TemplatePreview {
  const { text, problems } = fillTemplate(definitionOf(row), values);
  const whole = (problem: string | null) => (problem === null ? [] : [{ slot: null, problem }]);
  return {
    text,
    problems: [
      ...whole(view.why),
      ...whole(
        reach === 'account' && view.needsPhone
          ? say(viewer, 'template.needs_number')
          : reach === 'held'
            ? say(viewer, 'template.nobody')
            : null,
      ),
      ...problems.map((one) => ({ slot: one.slot, problem: tell(viewer, templateWords(one)) })),
    ],
  };
}

/** Over all WhatsApp accounts of the portfolios: the worst state, the oldest time, all the problems. */
export async function templateSync(db: Reader, viewer: Viewer): Promise<TemplateSync> {
  const rows = await syncsOf(db, viewer.portfolios);
  const finished = rows.flatMap(({ finishedAt }) => (finishedAt ? [finishedAt.getTime()] : []));
  const problems = [...new Set(rows.flatMap(({ problem }) => problem ?? []))];
  return {
    state: stateOf(rows),
    at: finished.length > 0 ? new Date(Math.min(...finished)).toISOString() : null,
    count: rows.reduce((sum, { listed }) => sum + listed, 0),
    problem: problems.length > 0 ? problems.map((one) => retell(viewer, one)).join(' ') : null,
  };
}

/** Asked for and not begun yet is on its way too. */
function stateOf(rows: readonly SyncRow[]): TemplateSync['state'] {
  const now = Date.now();
  if (rows.some((row) => row.state === 'running' || row.wantedAt.getTime() <= now)) return 'running';
  if (rows.some(({ state }) => state === 'failed')) return 'failed';
  return rows.some(({ state }) => state === 'done') ? 'done' : 'never';
}

interface Row extends TemplateRow {
  syncedAt: Date;
}

async function rowsWhere(db: Reader, portfolios: Portfolios, rest: Fragment): Promise<Row[]> {
  const own: readonly PortfolioId[] = portfolios === 'all' ? [] : portfolios;
  return await db.sql<Row[]>`
    select t.portfolio_id as "portfolioId", t.id, t.waba_id as "wabaId", t.name, t.language, t.category, t.status,
           t.status_since as "statusSince", t.reason, t.quality, t.definition, greatest(t.observed_at, t.heard_at) as "syncedAt"
    from templates t
    where ${portfolios === 'all' ? fragment`true` : fragment`t.portfolio_id = any(${[...own]}::text[])`} ${rest}`;
}

function viewOf(viewer: Viewer, row: Row): Template {
  const definition = definitionOf(row);
  const because = whyNotSendable(row);
  const why = because ? tell(viewer, because) : null;
  return {
    id: row.id,
    portfolioId: row.portfolioId,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    reason: row.reason,
    quality: row.quality,
    text: shownTemplate(definition, new Map()),
    slots: slotsOf(definition),
    needsPhone: needsPhone(definition),
    asksForNumber: asksForNumber(definition),
    sendable: why === null,
    why,
    syncedAt: row.syncedAt.toISOString(),
  };
}

/** As it was listed, with the category a webhook may have told since. */
function definitionOf({ definition, category }: TemplateRow): TemplateDefinition {
  const template = readTemplate(definition);
  if (!template) throw new Error('A template was saved that cannot be read.');
  return { ...template, category };
}
