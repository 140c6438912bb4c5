// What is known of a portfolio's people, counted for the Contact Book's page. Set-based, and not for every look: a job keeps the answer.
// Measured with 1,000,000 people, 300,000 of them with a username, and as many threads: see docs/decisions/0025-contact-book.md.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';
import type { BookCounts } from '../numbers/contact-book.ts';

export async function countBook(db: Reader, portfolioId: PortfolioId, now: number): Promise<BookCounts> {
  // One after the other: counting is never urgent, and messages are.
  const coverage = await countCoverage(db, portfolioId);
  const visibilityEnds = await countVisibility(db, portfolioId, now);
  const signs = await countSigns(db, portfolioId, now);
  return { coverage, visibilityEnds, signs };
}

async function countCoverage(db: Reader, portfolioId: PortfolioId): Promise<BookCounts['coverage']> {
  const [row] = await db.sql<BookCounts['coverage'][]>`
    select count(*)::int as people,
           count(*) filter (where t.phone is not null and a.contact_id is not null)::int as pair,
           count(*) filter (where t.phone is not null and a.contact_id is null)::int as "phoneOnly",
           count(*) filter (where t.phone is null and a.contact_id is not null)::int as "accountOnly",
           count(*) filter (where t.hidden_since is not null)::int as "hiddenNow"
    from contacts t
    left join (select h.contact_id from holders h join names n on n.portfolio_id = h.portfolio_id and n.holder_id = h.id and n.kind = 'bsuid'
               where h.portfolio_id = ${portfolioId} group by h.contact_id) a on a.contact_id = t.id
    where t.portfolio_id = ${portfolioId}`;
  return row ?? { people: 0, pair: 0, phoneOnly: 0, accountOnly: 0, hiddenNow: 0 };
}

const visibilityDays = 30;
const soonDays = [3, 7, 14];
const dayMs = 24 * 60 * 60 * 1000;

/**
 * A number stays in webhooks for 30 days after a business number last had traffic with it (Meta, "Business-scoped user IDs",
 * revision 2026-06-29). Traffic with the number: messages and calls, either way, that carry it. For each of our numbers apart, as
 * Meta does. Approximate in that a message we sent to the number and Meta refused counts too.
 */
async function countVisibility(
  db: Reader,
  portfolioId: PortfolioId,
  now: number,
): Promise<BookCounts['visibilityEnds']> {
  const from = timestamp(now - visibilityDays * dayMs);
  const rows = await db.sql<{ businessNumber: string; days: number; people: number }[]>`
    with last_traffic as (
      select c.phone_number_id, h.contact_id, greatest(m.at, k.at) as at
      from holders h
      join conversations c on c.portfolio_id = h.portfolio_id and c.holder_id = h.id
      left join lateral (select at from messages where portfolio_id = c.portfolio_id and conversation_id = c.id and phone is not null
                           and at > ${from}::timestamptz order by at desc limit 1) m on true
      left join lateral (select at from calls where portfolio_id = c.portfolio_id and conversation_id = c.id and phone is not null
                           and at > ${from}::timestamptz order by at desc limit 1) k on true
      where h.portfolio_id = ${portfolioId} and h.username is not null and c.last_item_at > ${from}::timestamptz)
    select phone_number_id as "businessNumber", d.days, count(distinct contact_id)::int as people
    from last_traffic cross join unnest(${soonDays.map(String)}::text[]::int[]) as d (days)
    where at < ${from}::timestamptz + d.days * interval '1 day'
    group by 1, 2 order by 1, 2`;
  return rows.map(({ businessNumber, days, people }) => ({ businessNumber, withinDays: days, people }));
}

/**
 * Of people with a username, the newest message of those who wrote last. Their number in it although there had been no traffic with
 * it for 30 days: only the Contact Book can have shown it. Their number missing although we had had it: the book is off, or had
 * never held them. Everything else tells nothing.
 */
async function countSigns(db: Reader, portfolioId: PortfolioId, now: number): Promise<BookCounts['signs']> {
  const from = timestamp(now - visibilityDays * dayMs);
  const [row] = await db.sql<BookCounts['signs'][]>`
    with wrote as (
      select c.id from conversations c join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id and h.username is not null
      where c.portfolio_id = ${portfolioId} and c.last_item_at > ${from}::timestamptz
      order by c.last_item_at desc limit ${limits.contactBookSample}),
    newest as (
      select n.*, b.at as before from wrote w
      cross join lateral (select conversation_id, at, phone from messages where portfolio_id = ${portfolioId} and conversation_id = w.id
                            and direction = 'in' and via = 'live' and at > ${from}::timestamptz order by at desc limit 1) n
      left join lateral (select at from messages where portfolio_id = ${portfolioId} and conversation_id = w.id and phone is not null
                           and at < n.at order by at desc limit 1) b on true)
    select count(*) filter (where phone is not null and before < at - ${visibilityDays}::int * interval '1 day')::int as shown,
           count(*) filter (where phone is null and before is not null)::int as hidden
    from newest`;
  return row ?? { shown: 0, hidden: 0 };
}
