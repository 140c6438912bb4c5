// The imports room: lists of people on their way in, row by row. Owns imports and import_rows. Promises: a row is carried out once, and says what
// became of it until the list is forgotten; who comes in and what is noted of them is decided by flows.

import type { ImportOutcome, ImportReason, ImportState } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';
import type { CheckedRow, ImportKey, Mapping, NewRow, RowToCheck } from './shapes.ts';

export interface ImportRecord extends ImportKey {
  name: string;
  state: ImportState;
  headers: string[];
  mapping: Mapping;
  runs: boolean;
  rows: number;
  line: number;
  createdAt: Date;
  createdBy: string;
  createdName: string;
  createdKind: 'user' | 'key' | 'operator';
  createdRole: string;
  /** Whether whoever made it may make tags. */
  mayDefine: boolean;
  endedAt: Date | null;
}

const columns = fragment`
  portfolio_id as "portfolioId", id, name, state, headers, mapping, runs, rows, line, created_at as "createdAt", created_by as "createdBy",
  created_name as "createdName", created_kind as "createdKind", created_role as "createdRole", may_define as "mayDefine", ended_at as "endedAt"`;

export async function createImport(tx: Transaction, one: ImportRecord): Promise<void> {
  await tx.sql`
    insert into imports (portfolio_id, id, name, state, headers, mapping, runs, rows, line, created_at, created_by, created_name, created_kind,
                         created_role, may_define)
    values (${one.portfolioId}, ${one.id}, ${one.name}, ${one.state}, ${one.headers}, ${JSON.stringify(one.mapping)}::text::jsonb, ${one.runs},
            ${one.rows}, 0, ${one.createdAt}, ${one.createdBy}, ${one.createdName}, ${one.createdKind},
            ${one.createdRole}, ${one.mayDefine})`;
}

type Portfolios = readonly PortfolioId[] | 'all';
const among = (portfolios: Portfolios) =>
  portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;

export async function importById(
  db: Reader,
  portfolios: Portfolios,
  id: string,
  lock = false,
): Promise<ImportRecord | undefined> {
  const [row] = await db.sql<ImportRecord[]>`
    select ${columns} from imports where id = ${id} and ${among(portfolios)} ${lock ? fragment`for no key update` : fragment``}`;
  return row;
}

/** The newest first. */
export async function importsOf(
  db: Reader,
  portfolios: Portfolios,
  { after, limit }: { after: readonly [string, string] | undefined; limit: number },
): Promise<ImportRecord[]> {
  return await db.sql<ImportRecord[]>`
    select ${columns} from imports where ${among(portfolios)}
      ${after ? fragment`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by created_at desc, id desc limit ${limit}`;
}

export async function saveImport(tx: Transaction, one: ImportRecord): Promise<void> {
  await tx.sql`
    update imports set name = ${one.name}, state = ${one.state}, headers = ${one.headers}, mapping = ${JSON.stringify(one.mapping)}::text::jsonb,
      runs = ${one.runs}, rows = ${one.rows}, line = ${one.line}, ended_at = ${one.endedAt}, retry_at = null, failures = 0
    where portfolio_id = ${one.portfolioId} and id = ${one.id}`;
}

/** One that is to be looked at or carried out, locked: nobody else is at it, and nobody stops it, before this step is over. */
export async function claimImport(tx: Transaction, now: Date): Promise<ImportRecord | undefined> {
  const [row] = await tx.sql<ImportRecord[]>`
    select ${columns} from imports where state in ('checking', 'running') and coalesce(retry_at <= ${now}::timestamptz, true)
    order by created_at limit 1 for no key update skip locked`;
  return row;
}

/** It could not be gone on with: others come first for a minute, then two, four and so on up to an hour. */
export async function putOffImport(tx: Transaction, { portfolioId, id }: ImportKey, now: Date): Promise<void> {
  await tx.sql`
    update imports set failures = failures + 1, retry_at = ${now}::timestamptz + least(60, 2 ^ least(failures, 10)) * interval '1 minute'
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function addRows(tx: Transaction, { portfolioId, id }: ImportKey, rows: readonly NewRow[]): Promise<void> {
  await tx.sql`
    insert into import_rows (portfolio_id, import_id, line, cells)
    select ${portfolioId}, ${id}, r.line, r.cells from json_to_recordset(${rowsOf(rows)}::text::json) as r (line int, cells text[])`;
}

export async function rowsAfter(
  db: Reader,
  { portfolioId, id }: ImportKey,
  { line, limit }: { line: number; limit: number },
): Promise<RowToCheck[]> {
  return await db.sql<RowToCheck[]>`
    select line, cells from import_rows where portfolio_id = ${portfolioId} and import_id = ${id} and line > ${line} order by line limit ${limit}`;
}

/** The next that change something and have not been carried out. */
export async function rowsToRun(
  db: Reader,
  { portfolioId, id }: ImportKey,
  { line, limit }: { line: number; limit: number },
): Promise<RowToCheck[]> {
  return await db.sql<RowToCheck[]>`
    select line, cells from import_rows
    where portfolio_id = ${portfolioId} and import_id = ${id} and line > ${line} and not done and outcome in ('created', 'updated')
    order by line limit ${limit}`;
}

export async function saveRows(
  tx: Transaction,
  { portfolioId, id }: ImportKey,
  rows: readonly CheckedRow[],
  done: boolean,
): Promise<void> {
  await tx.sql`
    update import_rows i set key = r.key, external = r.external, contact_id = r."contactId", outcome = r.outcome, reason = r.reason,
      of_line = null, done = ${done}
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (line int, key text, external text, "contactId" uuid, outcome text, reason text)
    where i.portfolio_id = ${portfolioId} and i.import_id = ${id} and i.line = r.line`;
}

/**
 * Has the database look at how many rows there are. It would take those of a list that has just come for one, and join each with all of them: of
 * 50,000 for minutes.
 */
export async function analyzeRows(tx: Transaction): Promise<void> {
  await tx.sql`analyze import_rows`;
}

/** Of rows with one number, one external id or one person, only the first counts. */
export async function markDoubles(tx: Transaction, { portfolioId, id }: ImportKey): Promise<void> {
  for (const what of [fragment`key`, fragment`external`, fragment`contact_id`])
    await tx.sql`
      update import_rows i set outcome = 'skipped', reason = 'double', of_line = f.first
      from (select line, first_value(line) over (partition by ${what} order by line) as first from import_rows
            where portfolio_id = ${portfolioId} and import_id = ${id} and outcome <> 'skipped' and ${what} is not null) f
      where i.portfolio_id = ${portfolioId} and i.import_id = ${id} and i.line = f.line and f.first < f.line`;
}

export interface Counts {
  outcome: ImportOutcome;
  reason: ImportReason | null;
  rows: number;
}

export async function countRows(db: Reader, { portfolioId, id }: ImportKey): Promise<Counts[]> {
  return await db.sql<Counts[]>`
    select outcome, reason, count(*)::int as rows from import_rows
    where portfolio_id = ${portfolioId} and import_id = ${id} and outcome is not null group by 1, 2 order by 3 desc, 2`;
}

export async function forgetRows(tx: Transaction, { portfolioId, id }: ImportKey): Promise<void> {
  await tx.sql`delete from import_rows where portfolio_id = ${portfolioId} and import_id = ${id}`;
}

/** Lists that were over before that go with their rows; so do uploads that were cut off. Answers how many. */
export async function forgetImports(
  tx: Transaction,
  { before, cutBefore }: { before: Date; cutBefore: Date },
): Promise<number> {
  const old = await tx.sql<ImportKey[]>`
    select portfolio_id as "portfolioId", id from imports
    where ended_at < ${before} or (ended_at is null and state in ('reading', 'mapping', 'checked') and created_at < ${cutBefore})
    limit 5 for update skip locked`;
  for (const one of old) {
    await forgetRows(tx, one);
    await tx.sql`delete from imports where portfolio_id = ${one.portfolioId} and id = ${one.id}`;
  }
  return old.length;
}
