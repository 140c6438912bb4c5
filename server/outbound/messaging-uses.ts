// The outbound room, messaging uses: with whom each portfolio has begun in the last day.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';

/** How many people, and when the first of them will count no more. */
export async function countUses(
  db: Reader,
  portfolioId: PortfolioId,
): Promise<{ count: number; firstEndsInMs: number }> {
  const [row] = await db.sql<{ count: number; firstEndsInMs: number }[]>`
    select count(*)::int as count,
           coalesce(extract(epoch from min(at) + interval '1 day' - now()) * 1000, 0)::float as "firstEndsInMs"
    from messaging_uses where portfolio_id = ${portfolioId} and at > now() - interval '1 day'`;
  return row ?? { count: 0, firstEndsInMs: 0 };
}

/** Who of these counts already. */
export async function usesAmong(db: Reader, portfolioId: PortfolioId, people: readonly string[]): Promise<Set<string>> {
  const rows = await db.sql<{ person: string }[]>`
    select person from messaging_uses
    where portfolio_id = ${portfolioId} and person = any(${[...people]}::text[]) and at > now() - interval '1 day'`;
  return new Set(rows.map((row) => row.person));
}

export async function noteUses(tx: Transaction, portfolioId: PortfolioId, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  // In one order, so that two numbers of a portfolio that write to the same people wait for one another instead of both for ever.
  await tx.sql`
    insert into messaging_uses (portfolio_id, person)
    select ${portfolioId}, person from unnest(${[...new Set(people)].sort()}::text[]) as person order by person
    on conflict (portfolio_id, person) do update set at = now()`;
}

export async function forgetUses(tx: Transaction, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from messaging_uses where (portfolio_id, person) in (
      select portfolio_id, person from messaging_uses where at < now() - interval '1 day' limit ${limit})`;
  return rows.count;
}
