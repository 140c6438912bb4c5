// How a campaign's results came in over time: what was sent, arrived, was read, failed and was answered in each stretch.

import type { CampaignCourse, CoursePoint } from '@throughline/contract';
import type { CampaignRecord } from '../campaigns/store.ts';
import type { Reader } from '../db/connect.ts';
import { timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';
import { timeZoneHere } from '../reports/rules-range.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

const widths = { minutes: '10 minutes', hour: '1 hour', day: '1 day' } as const;

/** Fine at first, coarse once days have gone by: never more than some hundred points. */
function grainOf(lengthMs: number): CampaignCourse['grain'] {
  if (lengthMs <= 6 * hourMs) return 'minutes';
  return lengthMs <= 4 * dayMs ? 'hour' : 'day';
}

/**
 * In the days after it began. Reads every row with its message and looks for the first word after it: 100,000 rows take a second or two,
 * as counting them does (decision 0026). A message read before its arrival was told of arrived when it was read.
 */
export async function campaignCourse(
  db: Reader,
  { portfolioId, upload, startedAt }: Pick<CampaignRecord, 'portfolioId' | 'upload' | 'startedAt'>,
  now: number,
): Promise<CampaignCourse> {
  const timeZone = timeZoneHere();
  if (upload === null || startedAt === null) return { timeZone, grain: 'hour', points: [] };
  const grain = grainOf(now - startedAt.getTime());
  const end = startedAt.getTime() + limits.campaignCourseMs;
  const width = widths[grain];
  const points = await db.sql<CoursePoint[]>`
    with sends as (
      select m.portfolio_id, m.conversation_id, m.status, m.status_at, coalesce(m.delivered_at, m.status_at) as arrived_at,
             coalesce(r.sent_at, m.at) as sent_at
      from campaign_rows r join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id
      where r.portfolio_id = ${portfolioId} and r.upload_id = ${upload} and m.status not in ('queued', 'cancelled')
    ), events as (
      select 'sent' as what, sent_at as at from sends where status <> 'failed'
      union all select 'failed', status_at from sends where status = 'failed'
      union all select 'delivered', arrived_at from sends where status in ('delivered', 'read', 'played')
      union all select 'read', status_at from sends where status in ('read', 'played')
      union all select 'replied', min(heard.at) from sends s
        cross join lateral (
          select i.at from messages i
          where i.portfolio_id = s.portfolio_id and i.conversation_id = s.conversation_id and i.direction = 'in' and i.via = 'live'
            and i.at >= date_trunc('second', s.sent_at) and i.type not in ('edit', 'revoke')
          order by i.at limit 1) heard
        where s.status <> 'failed' group by s.conversation_id
    ), placed as (
      select what, date_bin(${width}::text::interval, at at time zone ${timeZone}::text, timestamp '2000-01-01') as place
      from events where at <= ${timestamp(end)}::timestamptz
    )
    select to_char(b.place, 'YYYY-MM-DD"T"HH24:MI') as at,
           count(*) filter (where what = 'sent')::int as sent, count(*) filter (where what = 'delivered')::int as delivered,
           count(*) filter (where what = 'read')::int as read, count(*) filter (where what = 'failed')::int as failed,
           count(*) filter (where what = 'replied')::int as replied
    from generate_series((select min(place) from placed), (select max(place) from placed), ${width}::text::interval) as b (place)
    left join placed p using (place) group by b.place order by b.place`;
  return { timeZone, grain, points: [...points] };
}
