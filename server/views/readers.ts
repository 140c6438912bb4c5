// Our own readers, webhooks and systems behind the relay: what became of what each was told of people with a number, and of people without.

import type { ReadinessReader } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { verdictOn } from '../readiness/rules-readers.ts';

interface Row {
  id: string;
  portfolioId: string;
  name: string;
  accounts: boolean;
  mode: ReadinessReader['mode'];
  takenWith: number;
  troubledWith: number;
  takenWithout: number;
  troubledWithout: number;
}

/**
 * Of each the newest deliveries, by its primary key, with the events they are of. A delivery that was not taken at the first try counts as trouble,
 * also where it was taken later. What is about nobody, or of an event that is kept no more, says nothing.
 */
export async function readersOf(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<ReadinessReader[]> {
  const all = portfolios === 'all';
  const rows = await db.sql<Row[]>`
    select s.id, s.portfolio_id as "portfolioId", s.name, s.accounts, r.mode,
           coalesce(d.taken_with, 0)::int as "takenWith", coalesce(d.troubled_with, 0)::int as "troubledWith",
           coalesce(d.taken_without, 0)::int as "takenWithout", coalesce(d.troubled_without, 0)::int as "troubledWithout"
    from subscriptions s
    left join relay_integrations r on r.portfolio_id = s.portfolio_id and r.id = s.id
    left join lateral (
      select count(*) filter (where has_number and not in_trouble) as taken_with,
             count(*) filter (where has_number and in_trouble) as troubled_with,
             count(*) filter (where not has_number and not in_trouble) as taken_without,
             count(*) filter (where not has_number and in_trouble) as troubled_without
      from (select e.data -> 'contact' ? 'phone' as has_number, n.failure is not null or n.attempts > 1 as in_trouble
            from (select position, failure, attempts from deliveries
                  where portfolio_id = s.portfolio_id and subscription_id = s.id and attempts > 0
                  order by id desc limit ${limits.readDeliveries}) n
            join events e on e.portfolio_id = s.portfolio_id and e.position = n.position
            where e.data -> 'contact' is not null and r.id is null) told
    ) d on true
    where ${all} or s.portfolio_id = any(${all ? [] : [...portfolios]}::text[])
    order by s.created_at, s.id`;
  return rows.map(({ id, portfolioId, name, accounts, mode, ...told }) => {
    const withNumber = { taken: told.takenWith, troubled: told.troubledWith };
    const without = { taken: told.takenWithout, troubled: told.troubledWithout };
    return {
      id,
      portfolioId,
      name,
      accounts,
      mode,
      withNumber,
      without,
      verdict: verdictOn(withNumber, without, mode),
    };
  });
}
