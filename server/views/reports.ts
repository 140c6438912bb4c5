// What reports show of days gone by: whom one knows by number, and how long customers waited.

import type {
  Coverage,
  CoveragePoint,
  ReportCoverage,
  ReportResponses,
  ResponseRow,
  Responses,
} from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { DayRange } from '../reports/rules-range.ts';
import { type Portfolios, scopeOf } from './portfolios.ts';

/** As many rows as there are days, whatever was written in them. */
export async function coverageReport(
  db: Reader,
  portfolios: Portfolios,
  { range, query }: { range: DayRange; query: ReportCoverage },
): Promise<Coverage> {
  const { from, to, timeZone } = range;
  const points = await db.sql<CoveragePoint[]>`
    select starts_on::text as "startsOn", sum(people)::int as people, sum(visible)::int as visible, sum(hidden)::int as hidden,
           sum(unknown)::int as unknown, sum(usernames)::int as usernames
    from coverage k
    where k.portfolio_id in (${scopeOf(portfolios)}) and k.grain = ${query.grain} and k.phone_number_id = ${query.number ?? ''}
      and k.starts_on >= ${from}::text::date - ${query.grain === 'week' ? 6 : 0}::int and k.starts_on <= ${to}::text::date
    group by 1 order by 1`;
  return { timeZone, from, to, points: [...points] };
}

interface SpreadRow {
  key: string | null;
  name: string | null;
  began: number;
  firstReply: number[] | null;
  firstReplies: number;
  reply: number[] | null;
  replies: number;
  resolution: number[] | null;
  resolutions: number;
  promised: number;
  late: number;
}

/**
 * By when the work began. Reads the episodes of the range by episodes_began: 100,000 of them take some 300 ms, which a person who
 * looks at a month pays once.
 */
export async function responseReport(
  db: Reader,
  portfolios: Portfolios,
  { range, query, now }: { range: DayRange; query: ReportResponses; now: string },
): Promise<Responses> {
  const { from, to, timeZone } = range;
  const { key, name } = groupings[query.by](timeZone);
  const { first, waited, resolved } = lengths[query.hours];
  const rows = await db.sql<SpreadRow[]>`
    select e.key, ${name} as name, count(*)::int as began,
           percentile_cont(array[0.5, 0.9]) within group (order by e.first_s) as "firstReply", count(e.first_s)::int as "firstReplies",
           percentile_cont(array[0.5, 0.9]) within group (order by e.reply_s) as reply, count(e.reply_s)::int as replies,
           percentile_cont(array[0.5, 0.9]) within group (order by e.resolve_s) as resolution, count(e.resolve_s)::int as resolutions,
           count(e.first_due_at)::int as promised,
           count(*) filter (where e.first_breached_at is not null or (e.first_replied_at is null and e.first_due_at < ${now}::timestamptz))::int as late
    from (
      select ${key} as key, e.first_due_at, e.first_breached_at, e.first_replied_at,
             case when e.began_by = 'customer' then ${first} end as first_s,
             case when e.answered > 0 then ${waited}::float / e.answered / 1000 end as reply_s,
             ${resolved} as resolve_s
      from episodes e
      where e.portfolio_id in (${scopeOf(portfolios)})
        and e.began_at >= ${from}::text::date::timestamp at time zone ${timeZone}::text
        and e.began_at < (${to}::text::date + 1)::timestamp at time zone ${timeZone}::text
        ${query.number ? fragment`and e.phone_number_id = ${query.number}` : fragment``}
        ${query.team ? fragment`and e.team_id = ${query.team}` : fragment``}
        ${query.agent ? fragment`and e.assignee_id = ${query.agent}` : fragment``}) e
    group by e.key order by e.key nulls last`;
  return { timeZone, from, to, rows: rows.map(responseRow) };
}

/** How long it took, in seconds; what a reply took in milliseconds. Those of business are null where they were not counted. */
const lengths = {
  all: {
    first: fragment`extract(epoch from e.first_replied_at - e.began_at)::float`,
    waited: fragment`e.waited_ms`,
    resolved: fragment`extract(epoch from e.resolved_at - e.began_at)::float`,
  },
  business: {
    first: fragment`e.first_reply_open_ms::float / 1000`,
    waited: fragment`e.waited_open_ms`,
    resolved: fragment`e.resolved_open_ms::float / 1000`,
  },
};

const byTime = (grain: string) => (timeZone: string) => ({
  key: fragment`date_trunc(${grain}::text, e.began_at at time zone ${timeZone}::text)::date::text`,
  name: fragment`null::text`,
});

const groupings: Record<
  ReportResponses['by'],
  (timeZone: string) => { key: ReturnType<typeof fragment>; name: ReturnType<typeof fragment> }
> = {
  day: byTime('day'),
  week: byTime('week'),
  number: () => ({
    key: fragment`e.phone_number_id`,
    name: fragment`(select min(n.name) from business_numbers n where n.phone_number_id = e.key)`,
  }),
  team: () => ({
    key: fragment`e.team_id::text`,
    name: fragment`(select t.name from teams t where t.id::text = e.key)`,
  }),
  agent: () => ({
    key: fragment`e.assignee_id::text`,
    name: fragment`(select u.name from access_users u where u.id::text = e.key)`,
  }),
};

function responseRow({ key, name, began, promised, late, ...row }: SpreadRow): ResponseRow {
  return {
    key,
    name,
    began,
    firstReply: spread(row.firstReply, row.firstReplies),
    reply: spread(row.reply, row.replies),
    resolution: spread(row.resolution, row.resolutions),
    promised,
    late,
  };
}

function spread(values: number[] | null, counted: number): ResponseRow['reply'] {
  const [median, p90] = values ?? [];
  return counted === 0 || median === undefined || p90 === undefined ? null : { median, p90, counted };
}
