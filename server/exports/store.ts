// The exports room: files of data that are made, wait for download, and go. Owns exports and export_schedules (schedules.ts). Promises: a file
// that was begun is made to its end by one process at a time; its key, and with it its bytes, is gone in the commit that takes it away; and
// what is being made when somebody is erased is made again without them.

import type { ExportFormat, ExportProblem, ExportState, Language } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import type { Asked, ExportKey } from './shapes.ts';

export interface ExportRow extends Asked, ExportKey {
  format: ExportFormat;
  phones: 'shown' | 'masked';
  language: Language;
  scheduleId: string | null;
  state: ExportState;
  problem: ExportProblem | null;
  createdAt: Date;
  createdBy: string;
  createdName: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  expiresAt: Date | null;
  rowsTotal: number;
  rowsDone: number;
  attempts: number;
  store: 'disk' | 's3' | null;
  object: string | null;
  key: Buffer | null;
  size: number | null;
  downloads: number;
}

const columns = fragment`
  portfolio_id as "portfolioId", id, kind, format, from_at as "from", until_at as until, phone_number_id as "phoneNumberId", tag_id as "tagId",
  accounts, phones, language, schedule_id as "scheduleId", state, problem, created_at as "createdAt", created_by as "createdBy",
  created_name as "createdName", started_at as "startedAt", finished_at as "finishedAt", expires_at as "expiresAt",
  rows_total as "rowsTotal", rows_done as "rowsDone", attempts, store, object, key, size, downloads`;

export type NewExport = Asked &
  ExportKey &
  Pick<ExportRow, 'format' | 'phones' | 'language' | 'scheduleId' | 'createdAt' | 'createdBy' | 'createdName'>;

export async function addExport(tx: Transaction, one: NewExport): Promise<void> {
  await tx.sql`
    insert into exports (portfolio_id, id, kind, format, from_at, until_at, phone_number_id, tag_id, accounts, phones, language, schedule_id,
                         state, created_at, created_by, created_name, not_before)
    values (${one.portfolioId}, ${one.id}, ${one.kind}, ${one.format}, ${one.from}, ${one.until}, ${one.phoneNumberId}, ${one.tagId},
            ${one.accounts}, ${one.phones}, ${one.language}, ${one.scheduleId}, 'queued', ${one.createdAt}, ${one.createdBy}, ${one.createdName},
            ${one.createdAt})`;
}

export type Portfolios = readonly PortfolioId[] | 'all';

const among = (portfolios: Portfolios) =>
  portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;

export interface Listing {
  scheduleId: string | undefined;
  /** Where the page before ended. */
  after: readonly [string, string] | undefined;
  limit: number;
}

/** The newest first. */
export async function exportsOf(
  db: Reader,
  portfolios: Portfolios,
  { scheduleId, after, limit }: Listing,
): Promise<ExportRow[]> {
  return await db.sql<ExportRow[]>`
    select ${columns} from exports where ${among(portfolios)}
      ${scheduleId === undefined ? fragment`` : fragment`and schedule_id = ${scheduleId}`}
      ${after ? fragment`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
    order by created_at desc, id desc limit ${limit}`;
}

export async function exportById(
  db: Reader,
  portfolios: Portfolios,
  id: string,
  lock = false,
): Promise<ExportRow | undefined> {
  const [row] = await db.sql<ExportRow[]>`
    select ${columns} from exports where id = ${id} and ${among(portfolios)} ${lock ? fragment`for no key update` : fragment``}`;
  return row;
}

export async function countAtWork(db: Reader, portfolioId: PortfolioId): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from exports where portfolio_id = ${portfolioId} and state in ('queued', 'running')`;
  return row?.count ?? 0;
}

export interface Lending {
  /** Names this making of it. */
  by: string;
  now: Date;
  until: Date;
}

/** The oldest that waits, or whose process has not said anything for a while: from the beginning. */
export async function claimExport(tx: Transaction, { by, now, until }: Lending): Promise<ExportRow | undefined> {
  const [row] = await tx.sql<ExportRow[]>`
    update exports e set state = 'running', attempts = attempts + 1, rows_done = 0, rows_total = 0, lent_to = ${by}, lent_until = ${until},
      started_at = ${now}
    where (e.portfolio_id, e.id) in (
      select w.portfolio_id, w.id from exports w
      where (w.state = 'queued' and w.not_before <= ${now}) or (w.state = 'running' and w.lent_until < ${now})
      order by w.created_at limit 1 for update skip locked)
    returning ${columns}`;
  return row;
}

/** Still at work, and how far. False where it is nobody's to make any more, or somebody else's. */
export async function noteRows(
  tx: Transaction,
  { portfolioId, id }: ExportKey,
  { by, until, done, total }: { by: string; until: Date; done: number; total: number },
): Promise<boolean> {
  const rows = await tx.sql`
    update exports set rows_done = ${done}, rows_total = ${total}, lent_until = ${until}
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
  return rows.count > 0;
}

/** Bytes in a store, and what opens them. */
export interface ExportFile {
  store: 'disk' | 's3';
  object: string;
  key: Uint8Array;
  size: number;
}

/** The file is there. False where nobody wants it any more: then it is to be removed. */
export async function keepFile(
  tx: Transaction,
  { portfolioId, id }: ExportKey,
  { by, at, rows, file }: { by: string; at: Date; rows: number; file: ExportFile },
): Promise<boolean> {
  const kept = await tx.sql`
    update exports set state = 'ready', finished_at = ${at}, expires_at = ${at}::timestamptz + ${limits.exportDays}::int * interval '1 day',
      rows_done = ${rows}, rows_total = ${rows}, lent_to = null, lent_until = null, problem = null,
      store = ${file.store}, object = ${file.object}, key = ${file.key}, size = ${file.size}
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
  return kept.count > 0;
}

/** It could not be made: again a little later, or for good. */
export async function noteFailure(
  tx: Transaction,
  { portfolioId, id }: ExportKey,
  { by, at, problem, again }: { by: string; at: Date; problem: ExportProblem; again: boolean },
): Promise<void> {
  await tx.sql`
    update exports set state = ${again ? 'queued' : 'failed'}, problem = ${problem}, lent_to = null, lent_until = null,
      finished_at = ${again ? null : at}, not_before = ${at}::timestamptz + ${limits.exportRetryMs}::int * interval '1 millisecond'
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
}

export interface Dropped {
  portfolioId: PortfolioId;
  object: string;
  store: 'disk' | 's3';
  size: number;
}

/** To another state, without its file. Answers the file that was there, whose object is to be removed. */
export async function endExport(
  tx: Transaction,
  { portfolioId, id }: ExportKey,
  { state, at }: { state: 'cancelled' | 'expired'; at: Date },
): Promise<Dropped | undefined> {
  // Read before it is forgotten: an update answers what is there after it.
  const [before] = await tx.sql<Dropped[]>`
    select portfolio_id as "portfolioId", object, store, size::float8 as size from exports
    where portfolio_id = ${portfolioId} and id = ${id} and object is not null for no key update`;
  await tx.sql`
    update exports set state = ${state}, lent_to = null, lent_until = null, finished_at = ${at}, store = null, object = null, key = null
    where portfolio_id = ${portfolioId} and id = ${id}`;
  return before;
}

/**
 * Somebody of the portfolio is erased: no file with people in it stays, since nothing says who is in it but the file. One nobody has taken yet,
 * and those being made, are made again. Coverage has counts alone. Answers the files whose objects are to be removed.
 */
export async function withdrawExports(tx: Transaction, portfolioId: PortfolioId, at: Date): Promise<Dropped[]> {
  const files = await tx.sql<Dropped[]>`
    select portfolio_id as "portfolioId", object, store, size::float8 as size from exports
    where portfolio_id = ${portfolioId} and kind <> 'coverage' and object is not null order by id for no key update`;
  await tx.sql`
    update exports set state = case when state = 'running' or downloads = 0 then 'queued' else 'withdrawn' end,
      finished_at = case when state = 'running' or downloads = 0 then null else ${at}::timestamptz end,
      attempts = case when state = 'running' then attempts - 1 else 0 end, rows_done = 0, not_before = ${at}, expires_at = null,
      lent_to = null, lent_until = null, store = null, object = null, key = null
    where portfolio_id = ${portfolioId} and kind <> 'coverage' and state in ('ready', 'running')`;
  return [...files];
}

export async function noteDownload(tx: Transaction, { portfolioId, id }: ExportKey): Promise<void> {
  await tx.sql`update exports set downloads = downloads + 1 where portfolio_id = ${portfolioId} and id = ${id}`;
}

/** Files whose time is over, and those a schedule keeps no more. */
export async function outdatedFiles(tx: Transaction, now: Date, limit: number): Promise<ExportKey[]> {
  return await tx.sql<ExportKey[]>`
    select e.portfolio_id as "portfolioId", e.id from exports e
    where e.state = 'ready' and (e.expires_at <= ${now} or exists (
      select from export_schedules s
      where s.portfolio_id = e.portfolio_id and s.id = e.schedule_id and s.keep <= (
        select count(*) from exports newer
        where newer.portfolio_id = e.portfolio_id and newer.schedule_id = e.schedule_id and newer.state = 'ready'
          and (newer.created_at, newer.id) > (e.created_at, e.id))))
    order by e.expires_at limit ${limit} for no key update of e skip locked`;
}

/** What is long over is forgotten. Answers how many. */
export async function forgetExports(tx: Transaction, before: Date, limit: number): Promise<number> {
  const gone = await tx.sql`
    delete from exports where (portfolio_id, id) in (
      select portfolio_id, id from exports
      where state not in ('queued', 'running', 'ready') and finished_at < ${before} limit ${limit} for update skip locked)`;
  return gone.count;
}

/** Which of these objects are files of exports. */
export async function objectsOf(db: Reader, portfolioId: PortfolioId, objects: readonly string[]): Promise<string[]> {
  const rows = await db.sql<{ object: string }[]>`
    select object from exports where portfolio_id = ${portfolioId} and object = any(${[...objects]}::uuid[])`;
  return rows.map(({ object }) => object);
}
