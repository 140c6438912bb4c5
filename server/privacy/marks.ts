// The privacy room, erased: watermarks, ids that answer 410, and how much came late. Its rows name nobody.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import type { Watermark } from './rules-marks.ts';

/** An erasure as the ledger and the database both have it. */
export interface Erasure {
  portfolioId: PortfolioId;
  /** The request's. */
  id: string;
  /** Milliseconds. */
  erasedAt: number;
  expiresAt: number;
  marks: readonly Watermark[];
  /** Of contacts, accounts and threads. */
  ids: readonly string[];
}

/** Does nothing where it is there already. */
export async function addErasure(tx: Transaction, one: Erasure): Promise<void> {
  const { portfolioId, id, erasedAt, expiresAt } = one;
  const expires = timestamp(expiresAt);
  await tx.sql`
    insert into privacy_erasures (portfolio_id, id, erased_at, expires_at)
    values (${portfolioId}, ${id}, ${timestamp(erasedAt)}, ${expires}) on conflict do nothing`;
  const rows = one.marks.map(({ mark, from, until }) => ({ mark, from: timestamp(from), until: timestamp(until) }));
  await tx.sql`
    insert into privacy_marks (portfolio_id, mark, from_at, until_at, expires_at)
    select ${portfolioId}, mark, "from", max("until"), ${expires}::timestamptz
    from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb) as r (mark text, "from" timestamptz, "until" timestamptz)
    group by mark, "from"
    on conflict (portfolio_id, mark, from_at) do update
      set until_at = greatest(privacy_marks.until_at, excluded.until_at),
          expires_at = greatest(privacy_marks.expires_at, excluded.expires_at)`;
  await tx.sql`
    insert into privacy_erased_ids (portfolio_id, id, erased_at)
    select ${portfolioId}, id, ${timestamp(erasedAt)}::timestamptz from unnest(${[...new Set(one.ids)]}::uuid[]) as id
    on conflict do nothing`;
}

export async function hasMarks(db: Reader, portfolioId: PortfolioId): Promise<boolean> {
  const [row] = await db.sql<{ some: boolean }[]>`
    select exists (select from privacy_marks where portfolio_id = ${portfolioId}) as some`;
  return row?.some ?? false;
}

/** Those of the marks that somebody erased left. */
export async function marksAmong(
  db: Reader,
  portfolioId: PortfolioId,
  marks: readonly string[],
): Promise<Map<string, Watermark[]>> {
  const rows = await db.sql<{ mark: string; from: Date; until: Date }[]>`
    select mark, from_at as "from", until_at as "until" from privacy_marks
    where portfolio_id = ${portfolioId} and mark = any(${[...marks]}::text[])`;
  const found = rows.map(({ mark, from, until }) => ({ mark, from: from.getTime(), until: until.getTime() }));
  return Map.groupBy(found, (one) => one.mark);
}

export async function countDropped(
  tx: Transaction,
  portfolioId: PortfolioId,
  { items, now }: { items: number; now: number },
): Promise<void> {
  await tx.sql`
    insert into privacy_dropped (portfolio_id, day, items) values (${portfolioId}, ${timestamp(now).slice(0, 10)}::date, ${items})
    on conflict (portfolio_id, day) do update set items = privacy_dropped.items + excluded.items`;
}

export async function droppedIn(db: Reader, portfolioId: PortfolioId): Promise<number> {
  const [row] = await db.sql<{ items: number }[]>`
    select coalesce(sum(items), 0)::int as items from privacy_dropped where portfolio_id = ${portfolioId}`;
  return row?.items ?? 0;
}

/** Whether an id led to somebody erased. */
export async function wasErased(db: Reader, portfolios: readonly PortfolioId[] | 'all', id: string): Promise<boolean> {
  const all = portfolios === 'all';
  const [row] = await db.sql<{ erased: boolean }[]>`
    select exists (select from privacy_erased_ids where id = ${id}::uuid
                     and (${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[]))) as erased`;
  return row?.erased ?? false;
}

/**
 * Erasures that were made, or that are about to be: a process that dies between the ledger and its commit leaves a line for an erasure whose
 * request is still running, and whoever comes next goes on with it.
 */
export async function erasureIds(db: Reader): Promise<{ portfolioId: PortfolioId; id: string }[]> {
  return await db.sql<{ portfolioId: PortfolioId; id: string }[]>`
    select portfolio_id as "portfolioId", id from privacy_erasures
    union
    select portfolio_id, id from privacy_requests where kind = 'erase' and state = 'running'`;
}

/** Marks past their time recognize nobody any more; their erasures stay, as records. */
export async function forgetMarks(tx: Transaction, now: Date): Promise<number> {
  const rows = await tx.sql`delete from privacy_marks where expires_at < ${now}`;
  return rows.count;
}
