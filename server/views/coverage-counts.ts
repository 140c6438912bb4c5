// Who wrote in a day or a week, and what was known of them then: counted by a job, kept by the reports room.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import type { CoverageCount, Period } from '../reports/coverage.ts';

/** Portfolios in which there is something to count, and since when. */
export async function countedPortfolios(db: Reader): Promise<{ portfolioId: PortfolioId; since: Date }[]> {
  return await db.sql<{ portfolioId: PortfolioId; since: Date }[]>`
    select c.portfolio_id as "portfolioId", min(c.created_at) as since from conversations c group by c.portfolio_id order by 1`;
}

/**
 * For each number of ours, and for all together. A person is a contact as it stands now. Known: a number was theirs before the
 * period was over. A username: what the last notice before its end says of it, else the first one after, else what is so now.
 * Reads the messages of the period (messages_written) and, by keys, what is known of who wrote them.
 */
export async function countCoverage(
  db: Reader,
  { portfolioId, timeZone, period }: { portfolioId: PortfolioId; timeZone: string; period: Period },
): Promise<CoverageCount[]> {
  const days = period.grain === 'day' ? 1 : 7;
  const rows = await db.sql<CoverageCount[]>`
    with bounds as (
      select ${period.startsOn}::text::date::timestamp at time zone ${timeZone}::text as begins,
             (${period.startsOn}::text::date + ${days}::int)::timestamp at time zone ${timeZone}::text as ends),
    wrote as (
      select h.contact_id, c.phone_number_id, bool_or(m.phone is not null) as visible
      from messages m
      join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
      join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
      where m.portfolio_id = ${portfolioId} and m.direction = 'in'
        and m.at >= (select begins from bounds) and m.at < (select ends from bounds)
      group by h.contact_id, c.phone_number_id),
    people as (select contact_id, bool_or(visible) as visible from wrote group by contact_id),
    known as (
      select p.contact_id, bool_or(l.known) as number, bool_or(u.has) as username
      from people p
      join holders h on h.portfolio_id = ${portfolioId} and h.contact_id = p.contact_id
      cross join lateral (select exists (
        select from leases l
        where l.portfolio_id = h.portfolio_id and l.holder_id = h.id and l.from_at < (select ends from bounds)) as known) l
      cross join lateral (select coalesce(
        (select n.type <> 'username_dropped' from notices n
         where n.portfolio_id = h.portfolio_id and n.holder_id = h.id and n.at < (select ends from bounds)
           and n.type in ('username_adopted', 'username_changed', 'username_dropped')
         order by n.at desc, n.tie desc limit 1),
        (select n.type <> 'username_adopted' from notices n
         where n.portfolio_id = h.portfolio_id and n.holder_id = h.id and n.at >= (select ends from bounds)
           and n.type in ('username_adopted', 'username_changed', 'username_dropped')
         order by n.at, n.tie limit 1),
        h.username is not null) as has) u
      group by p.contact_id)
    select w.phone_number_id as "phoneNumberId", count(*)::int as people,
           count(*) filter (where w.visible)::int as visible,
           count(*) filter (where not w.visible and k.number)::int as hidden,
           count(*) filter (where not w.visible and not k.number)::int as unknown,
           count(*) filter (where k.username)::int as usernames
    from (select contact_id, phone_number_id, visible from wrote
          union all select contact_id, '', visible from people) w
    join known k on k.contact_id = w.contact_id
    group by 1`;
  return rows.some(({ phoneNumberId }) => phoneNumberId === '') ? [...rows] : [nobody];
}

/** A day without messages has been counted too. */
const nobody: CoverageCount = { phoneNumberId: '', people: 0, visible: 0, hidden: 0, unknown: 0, usernames: 0 };
