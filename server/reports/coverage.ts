// The reports room: what was counted of days gone by, so that a chart of a year reads a year's rows. Owns coverage.
// Promises: a period has its rows for every number and for all together from one count, or none.

import type { PortfolioId } from '@throughline/identity';
import type { Database, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';

export type Grain = 'day' | 'week';

export interface Period {
  grain: Grain;
  /** YYYY-MM-DD: the day, or the Monday of the week. */
  startsOn: string;
}

export interface CoverageCount {
  /** Empty for all numbers together. */
  phoneNumberId: string;
  people: number;
  visible: number;
  hidden: number;
  unknown: number;
  usernames: number;
}

export interface Counting {
  portfolioId: PortfolioId;
  timeZone: string;
  now: number;
}

/**
 * The periods to be counted, newest first: those never counted, those counted in another time zone, and those not over for a day
 * that were last counted a while ago. `since`: when the portfolio's first conversation began.
 */
export async function duePeriods(
  db: Database,
  { portfolioId, timeZone, now }: Counting,
  since: number,
): Promise<Period[]> {
  return await db.sql<Period[]>`
    with bounds as (
      select (${timestamp(now)}::timestamptz at time zone ${timeZone}::text)::date as today,
             (${timestamp(since)}::timestamptz at time zone ${timeZone}::text)::date as first),
    days as (
      select generate_series(greatest(first, today - ${limits.reportDays}::int), today, interval '1 day')::date as day from bounds),
    periods as (
      select 'day' as grain, day as starts_on, day + 1 as ends_on from days
      union
      select 'week', date_trunc('week', day)::date, date_trunc('week', day)::date + 7 from days)
    select p.grain, p.starts_on::text as "startsOn"
    from periods p
    left join coverage k on k.portfolio_id = ${portfolioId} and k.grain = p.grain and k.phone_number_id = '' and k.starts_on = p.starts_on
    where k.counted_at is null or k.time_zone <> ${timeZone}
      or (k.counted_at < (p.ends_on + 1)::timestamp at time zone ${timeZone}::text
          and k.counted_at < ${timestamp(now - limits.reportCountedMs)}::timestamptz)
    order by p.starts_on desc, p.grain limit ${limits.reportPeriodsAtOnce}`;
}

/** What a period came to, in place of what was counted before. */
export async function keepCoverage(
  tx: Transaction,
  { portfolioId, timeZone, now }: Counting,
  { period, counts }: { period: Period; counts: readonly CoverageCount[] },
): Promise<void> {
  await tx.sql`
    delete from coverage
    where portfolio_id = ${portfolioId} and grain = ${period.grain} and starts_on = ${period.startsOn}::text::date`;
  await tx.sql`
    insert into coverage (portfolio_id, grain, phone_number_id, starts_on, time_zone, people, visible, hidden, unknown, usernames, counted_at)
    select ${portfolioId}, ${period.grain}, "phoneNumberId", ${period.startsOn}::text::date, ${timeZone}, people, visible, hidden, unknown,
           usernames, ${timestamp(now)}::timestamptz
    from json_to_recordset(${rowsOf(counts)}::text::json)
      as r ("phoneNumberId" text, people int, visible int, hidden int, unknown int, usernames int)`;
}
