// The numbers room, the Contact Book of each portfolio: what people said of it, and what was counted. Owns contact_book_settings,
// append-only, and contact_book_counts.

import type { ContactBook } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';

export type Setting = ContactBook['setting'];
export type BookCounts = Pick<ContactBook, 'coverage' | 'visibilityEnds' | 'signs'>;

export interface BookKept {
  name: string;
  setting: Setting;
  counted: { at: Date; counts: BookCounts } | null;
}

export async function bookOf(db: Reader, portfolioId: PortfolioId): Promise<BookKept | undefined> {
  const [row] = await db.sql<{ name: string; setting: Setting; at: Date | null; counts: BookCounts | null }[]>`
    select p.name, coalesce((select s.setting from contact_book_settings s where s.portfolio_id = p.portfolio_id
                             order by s.number desc limit 1), 'unknown') as setting, c.counted_at as at, c.counts
    from portfolios p left join contact_book_counts c on c.portfolio_id = p.portfolio_id where p.portfolio_id = ${portfolioId}`;
  return row && { ...row, counted: row.at && row.counts ? { at: row.at, counts: row.counts } : null };
}

/** The portfolio's row is locked first, so that numbers do not collide. */
export async function sayOfBook(
  tx: Transaction,
  portfolioId: PortfolioId,
  { setting, actor, at }: { setting: Setting; actor: { id: string; name: string }; at: number },
): Promise<void> {
  await tx.sql`select from portfolios where portfolio_id = ${portfolioId} for no key update`;
  await tx.sql`
    insert into contact_book_settings (portfolio_id, number, setting, chosen_at, actor_id, actor_name)
    select ${portfolioId}, coalesce(max(number), 0) + 1, ${setting}::text, ${timestamp(at)}::timestamptz, ${actor.id}::text, ${actor.name}::text
    from contact_book_settings where portfolio_id = ${portfolioId}`;
}

export async function keepBookCounts(
  tx: Transaction,
  portfolioId: PortfolioId,
  { counts, at }: { counts: BookCounts; at: number },
): Promise<void> {
  await tx.sql`
    insert into contact_book_counts (portfolio_id, counted_at, counts)
    values (${portfolioId}, ${timestamp(at)}::timestamptz, ${rowsOf([counts])}::text::jsonb -> 0)
    on conflict (portfolio_id) do update set counted_at = excluded.counted_at, counts = excluded.counts`;
}

/** Portfolios nobody has counted since then, and those that had fewer people than `few`, the longest ago first. */
export async function uncountedSince(db: Reader, since: number, few: number): Promise<PortfolioId[]> {
  const rows = await db.sql<{ id: PortfolioId }[]>`
    select p.portfolio_id as id from portfolios p left join contact_book_counts c on c.portfolio_id = p.portfolio_id
    where c.counted_at is null or c.counted_at < ${timestamp(since)}::timestamptz
      or (c.counts -> 'coverage' ->> 'people')::bigint < ${few}
    order by c.counted_at nulls first limit 100`;
  return rows.map((row) => row.id);
}
