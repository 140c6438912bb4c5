// The rows of a campaign, each with what became of it: a page for people, and all of them for the report.

import type { CampaignRow, Reach, RowState } from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import { reachSentence } from '../campaigns/rules-reach.ts';
import type { CampaignRecord } from '../campaigns/store.ts';
import { searchPatterns } from '../contacts/searching.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { say, tell } from '../words/say.ts';
import { keptIn } from '../words/sentence.ts';
import type { Viewer } from '../words/viewer.ts';
import { rowStateIn } from './campaign-results.ts';
import { pageOf, readCursor } from './paging.ts';
import { failureText } from './words.ts';

export interface RowQuery {
  state?: RowState | undefined;
  reach?: Reach | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A campaign, and who looks at it. */
export interface Watched {
  viewer: Viewer;
  campaign: CampaignRecord;
}

export async function listRows(db: Reader, { viewer, campaign }: Watched, query: RowQuery) {
  const after = readCursor<[number]>(query.cursor, ['line']);
  const rows = await rowsFrom(db, campaign, {
    ...query,
    phones: viewer.phones,
    line: after?.[0] ?? 0,
    limit: query.limit + 1,
  });
  return pageOf(
    rows,
    query.limit,
    (last) => [last.line],
    (row) => rowOf(viewer, row),
  );
}

/** In the order of lines, so many a time: nothing of it is kept. */
export async function* everyRow(
  db: Reader,
  { viewer, campaign }: Watched,
): AsyncGenerator<CampaignRow & { cells: string[] }> {
  let line = 0;
  for (;;) {
    const rows = await rowsFrom(db, campaign, { phones: viewer.phones, line, limit: 1_000 });
    for (const row of rows) yield { ...rowOf(viewer, row), cells: row.cells };
    const last = rows.at(-1);
    if (!last) return;
    line = last.line;
  }
}

interface Row {
  line: number;
  cells: string[];
  phone: string | null;
  name: string | null;
  contactId: ContactId | null;
  conversationId: string | null;
  messageId: string | null;
  reach: Reach | null;
  why: string | null;
  duplicateOf: number | null;
  state: RowState;
  failure: { code: number | null; title: string } | null;
  at: Date | null;
  written: string;
}

interface Selection {
  phones: Viewer['phones'];
  state?: RowState | undefined;
  reach?: Reach | undefined;
  q?: string | undefined;
  line: number;
  limit: number;
}

async function rowsFrom(
  db: Reader,
  campaign: CampaignRecord,
  { phones, state, reach, q, line, limit }: Selection,
): Promise<Row[]> {
  const { portfolioId, upload, mapping, audience } = campaign;
  if (upload === null) return [];
  // Cells count from 1 in PostgreSQL; of a contact the second is the number.
  const column = audience?.kind === 'contacts' ? 2 : (mapping?.phone ?? 0) + 1;
  const patterns = searchPatterns(q ?? '');
  const wanted = rowStateIn(campaign.state);
  return await db.sql<Row[]>`
    select r.line, r.cells, r.phone, r.name, h.contact_id as "contactId", m.conversation_id as "conversationId", r.message_id as "messageId",
           r.reach, r.why, r.duplicate_of as "duplicateOf", ${wanted} as state, m.failure, coalesce(m.status_at, m.at) as at,
           coalesce(r.cells[${column}::int], '') as written
    from campaign_rows r
    left join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id
    left join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
    left join lateral (
      select contact_id from holders where portfolio_id = r.portfolio_id and id = coalesce(c.holder_id, r.holder_id)
      union all select contact_id from holders where portfolio_id = r.portfolio_id and own_contact_id = r.contact_id limit 1) h on true
    where r.portfolio_id = ${portfolioId} and r.upload_id = ${upload} and r.line > ${line}
      ${reach ? fragment`and r.reach = ${reach}` : fragment``}
      ${state ? fragment`and ${wanted} = ${state}` : fragment``}
      ${patterns.length > 0 ? fragment`and (${phones === 'shown' ? fragment`lower(coalesce(r.name, ''))` : wordsOfName} like any (${patterns}::text[]) ${phones === 'shown' ? fragment`or regexp_replace(coalesce(r.phone, r.cells[${column}::int]), '[^0-9]', '', 'g') like any (${patterns}::text[]) or lower(r.cells[${column}::int]) like any (${patterns}::text[])` : fragment``})` : fragment``}
    order by r.line limit ${limit}`;
}

/** For whoever sees numbers masked: a name that is nothing but a number finds nobody, or it could be guessed. */
const wordsOfName = fragment`case when r.name ~ '^[-+0-9 ().\u00a0/]{7,}$' then '' else lower(coalesce(r.name, '')) end`;

function rowOf(viewer: Viewer, row: Row): CampaignRow {
  return {
    line: row.line,
    phone: row.written,
    normalized: row.phone,
    name: row.name,
    contactId: row.contactId,
    conversationId: row.conversationId,
    messageId: row.messageId,
    reach: row.reach,
    state: row.state,
    reason: reasonOf(viewer, row),
    duplicateOf: row.duplicateOf,
    at: row.at?.toISOString() ?? null,
  };
}

function reasonOf(viewer: Viewer, { state, reach, why, failure, duplicateOf }: Row): string | null {
  if (state === 'failed') return failureText(viewer, failure ?? { code: null, title: 'It failed.' });
  if (state === 'unknown') return say(viewer, 'campaign.row.unknown');
  if (state !== 'skipped') return null;
  const because = why === null ? (reachSentence(reach) ?? '') : keptIn(why);
  if (duplicateOf === null) return tell(viewer, because);
  return say(viewer, 'reach.duplicate_of', { why: because, line: duplicateOf });
}
