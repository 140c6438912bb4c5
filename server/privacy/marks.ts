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
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (mark text, "from" timestamptz, "until" timestamptz)
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

/**
 * Every erasure there is, as the ledger has it. A mark that two erasures share is the later one's; of two in the same millisecond each has both's,
 * which does no harm.
 */
export async function erasuresKept(db: Reader): Promise<Erasure[]> {
  const rows = await db.sql<
    (Pick<Erasure, 'portfolioId' | 'id' | 'ids'> & {
      erasedAt: Date;
      expiresAt: Date;
      marks: { mark: string; from: string; until: string }[];
    })[]
  >`
    select e.portfolio_id as "portfolioId", e.id, e.erased_at as "erasedAt", e.expires_at as "expiresAt",
           coalesce((select jsonb_agg(jsonb_build_object('mark', m.mark, 'from', m.from_at, 'until', m.until_at)) from privacy_marks m
                     where m.portfolio_id = e.portfolio_id and m.expires_at = e.expires_at), '[]') as marks,
           array(select i.id::text from privacy_erased_ids i where i.portfolio_id = e.portfolio_id and i.erased_at = e.erased_at) as ids
    from privacy_erasures e order by e.erased_at, e.id`;
  return rows.map(({ erasedAt, expiresAt, marks, ...one }) => ({
    ...one,
    erasedAt: erasedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    marks: marks.map(({ mark, from, until }) => ({ mark, from: Date.parse(from), until: Date.parse(until) })),
  }));
}

/** Which ledger goes with this database; undefined where it has never been opened beside one. */
export async function ledgerIdOf(db: Reader): Promise<string | undefined> {
  const [row] = await db.sql<{ id: string }[]>`select id from privacy_ledger`;
  return row?.id;
}

/** `instead`: also where it went with another until now. Answers which it goes with. */
export async function goWithLedger(tx: Transaction, id: string, { instead }: { instead: boolean }): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    insert into privacy_ledger (id) values (${id})
    on conflict (is_one) do update set id = case when ${instead} then excluded.id else privacy_ledger.id end
    returning id`;
  return row?.id ?? id;
}

/** Marks past their time recognize nobody any more; their erasures stay, as records. */
export async function forgetMarks(tx: Transaction, now: Date): Promise<number> {
  const rows = await tx.sql`delete from privacy_marks where expires_at < ${now}`;
  return rows.count;
}
