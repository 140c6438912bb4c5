// The media room, what has had its time: uploads nobody sent, and files kept as long as was wished.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { emptyFiles } from './files.ts';

/** Files uploaded more than `hours` ago that no message shows. Answers how many. */
export async function sweepUnused(tx: Transaction, hours: number, limit: number): Promise<number> {
  const rows = await tx.sql<{ portfolioId: PortfolioId; id: string }[]>`
    select portfolio_id as "portfolioId", id from media f
    where origin = 'upload' and blob_id is not null and created_at < now() - ${hours}::int * interval '1 hour'
      and not exists (select from media_uses u where u.portfolio_id = f.portfolio_id and u.media_id = f.id)
    order by created_at limit ${limit} for update of f skip locked`;
  for (const [portfolioId, ids] of byPortfolio(rows)) {
    // Looked at once more, now that they are locked: somebody may have sent one just before.
    const unused = await tx.sql<{ id: string }[]>`
      select id from unnest(${ids}::uuid[]) as id
      where not exists (select from media_uses u where u.portfolio_id = ${portfolioId} and u.media_id = id)`;
    await emptyFiles(
      tx,
      portfolioId,
      unused.map((row) => row.id),
      'unused',
    );
  }
  return rows.length;
}

/** Files that have been kept longer than was wished. Answers how many. */
export async function sweepOld(tx: Transaction, days: number, limit: number): Promise<number> {
  const rows = await tx.sql<{ portfolioId: PortfolioId; id: string }[]>`
    select portfolio_id as "portfolioId", id from media
    where blob_id is not null and settled_at < now() - ${days}::int * interval '1 day'
    order by settled_at limit ${limit} for update skip locked`;
  for (const [portfolioId, ids] of byPortfolio(rows)) await emptyFiles(tx, portfolioId, ids, 'retention');
  return rows.length;
}

/** The same, of one portfolio that chose for itself. */
export async function sweepOldOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  days: number,
  limit: number,
): Promise<number> {
  const rows = await tx.sql<{ id: string }[]>`
    select id from media
    where portfolio_id = ${portfolioId} and blob_id is not null and settled_at < now() - ${days}::int * interval '1 day'
    order by settled_at limit ${limit} for update skip locked`;
  const ids = rows.map((row) => row.id);
  await emptyFiles(tx, portfolioId, ids, 'retention');
  return ids.length;
}

/** How many files had their time by then. */
export async function countOldOf(db: Reader, portfolioId: PortfolioId, before: Date): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from media
    where portfolio_id = ${portfolioId} and blob_id is not null and settled_at < ${before}`;
  return row?.count ?? 0;
}

function byPortfolio(rows: readonly { portfolioId: PortfolioId; id: string }[]): Map<PortfolioId, string[]> {
  const found = new Map<PortfolioId, string[]>();
  for (const { portfolioId, id } of rows) found.set(portfolioId, [...(found.get(portfolioId) ?? []), id]);
  return found;
}

export interface MediaDepth {
  waiting: number;
  /** Of those that wait, in seconds. */
  oldestS: number;
  /** Waiting because there is no room. */
  heldBack: number;
  /** Given up: expired, too large, refused, failed. */
  notKept: number;
  usedBytes: number;
}

export async function mediaDepth(db: Reader): Promise<MediaDepth> {
  const [row] = await db.sql<MediaDepth[]>`
    select w.waiting, w."oldestS", w."heldBack", n."notKept", u.bytes as "usedBytes"
    from (select count(*)::int as waiting, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as "oldestS",
                 (count(*) filter (where reason = 'storage_full'))::int as "heldBack" from media where state = 'waiting') w,
         (select count(*)::int as "notKept" from media where state in ('failed', 'expired', 'too_large', 'refused')) n,
         (select coalesce(sum(bytes), 0)::float8 as bytes from media_usage) u`;
  return row ?? { waiting: 0, oldestS: 0, heldBack: 0, notKept: 0, usedBytes: 0 };
}

export async function mediaPortfolios(db: Reader): Promise<PortfolioId[]> {
  const rows = await db.sql<{ id: PortfolioId }[]>`select portfolio_id as id from media_usage order by portfolio_id`;
  return rows.map((row) => row.id);
}
