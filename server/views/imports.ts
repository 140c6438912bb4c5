// Imports as the API shows them: how far they are, what would be or became of their rows, and the first rows to choose columns by.

import type { Import, ImportOutcome, ImportReason, ImportRow } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { countRows, type ImportRecord } from '../imports/store.ts';
import { limits } from '../limits.ts';
import { pageOf, readCursor } from './paging.ts';

const sampled = 5;

export async function importShown(db: Reader, one: ImportRecord): Promise<Import> {
  const found = await countRows(db, one);
  const samples = await db.sql<{ cells: string[] }[]>`
    select cells from import_rows where portfolio_id = ${one.portfolioId} and import_id = ${one.id} order by line limit ${sampled}`;
  const outcomes: ImportOutcome[] = ['created', 'updated', 'unchanged', 'skipped'];
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Import['counts'];
  for (const { outcome, rows } of found) counts[outcome] += rows;
  return {
    id: one.id,
    portfolioId: one.portfolioId,
    name: one.name,
    state: one.state,
    rows: one.rows,
    done: await doneOf(db, one),
    columns: one.headers.map((header, place) => ({ header, samples: samples.map(({ cells }) => cells[place] ?? '') })),
    mapping: one.mapping,
    counts,
    reasons: found.flatMap(({ reason, rows }) => (reason === null ? [] : [{ reason, rows }])),
    createdAt: one.createdAt.toISOString(),
    createdBy: one.createdName,
    endedAt: one.endedAt?.toISOString() ?? null,
  };
}

async function doneOf(db: Reader, { portfolioId, id, state, rows }: ImportRecord): Promise<number> {
  if (state === 'checked' || state === 'done') return rows;
  const which =
    state === 'running' ? fragment`(done or outcome in ('unchanged', 'skipped'))` : fragment`outcome is not null`;
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from import_rows where portfolio_id = ${portfolioId} and import_id = ${id} and ${which}`;
  return row?.count ?? 0;
}

export interface RowFilter {
  outcome?: ImportOutcome | undefined;
  reason?: ImportReason | undefined;
}

export async function listImportRows(
  db: Reader,
  one: ImportRecord,
  { limit, cursor, ...filter }: RowFilter & { limit: number; cursor?: string | undefined },
) {
  const [line = 0] = readCursor<[number]>(cursor, ['line']) ?? [];
  const rows = await rowsFrom(db, one, { line, limit: limit + 1, filter });
  return pageOf(
    rows,
    limit,
    (last) => [last.line],
    (row) => row,
  );
}

/** All of them in the order of their lines, so many at a time. */
export async function* everyImportRow(db: Reader, one: ImportRecord): AsyncGenerator<ImportRow> {
  for (let line = 0; ; ) {
    const rows = await rowsFrom(db, one, { line, limit: limits.exportBatch, filter: {} });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    line = last.line;
  }
}

async function rowsFrom(
  db: Reader,
  { portfolioId, id }: ImportRecord,
  { line, limit, filter: { outcome, reason } }: { line: number; limit: number; filter: RowFilter },
): Promise<ImportRow[]> {
  return await db.sql<ImportRow[]>`
    select line, cells, outcome, reason, of_line as "ofLine", contact_id as "contactId" from import_rows
    where portfolio_id = ${portfolioId} and import_id = ${id} and line > ${line}
      ${outcome ? fragment`and outcome = ${outcome}` : fragment``} ${reason ? fragment`and reason = ${reason}` : fragment``}
    order by line limit ${limit}`;
}
