// The contacts room, for comparing with the evidence: everything stored of a neighborhood, and which neighborhoods to look at.

import type { Notice, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { statesOf } from './load.ts';
import type { NeighborhoodId } from './read-rows.ts';
import type { ContactRow } from './rows.ts';
import type { ReviewStored, Stored } from './rules-rebuild.ts';

export interface Listed {
  id: NeighborhoodId;
  decidedUnder: string | null;
}

/** The next neighborhoods after this one, by id. */
export async function neighborhoodsAfter(
  db: Reader,
  portfolioId: PortfolioId,
  after: NeighborhoodId | null,
  limit: number,
): Promise<Listed[]> {
  return await db.sql<Listed[]>`
    select id, decided_under as "decidedUnder" from neighborhoods
    where portfolio_id = ${portfolioId} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`;
}

/** Decided under other rules or another policy than this, those from before there was such a word first. Three walks of one index. */
export async function outdatedNeighborhoods(
  db: Reader,
  portfolioId: PortfolioId,
  { decidedUnder, except, limit }: { decidedUnder: string; except: readonly NeighborhoodId[]; limit: number },
): Promise<NeighborhoodId[]> {
  const passed = [...except];
  const rows = await db.sql<{ id: NeighborhoodId }[]>`
    (select id from neighborhoods where portfolio_id = ${portfolioId} and decided_under is null and id <> all(${passed}::uuid[]) limit ${limit})
    union all
    (select id from neighborhoods where portfolio_id = ${portfolioId} and decided_under < ${decidedUnder} and id <> all(${passed}::uuid[])
     order by decided_under limit ${limit})
    union all
    (select id from neighborhoods where portfolio_id = ${portfolioId} and decided_under > ${decidedUnder} and id <> all(${passed}::uuid[])
     order by decided_under limit ${limit})
    limit ${limit}`;
  return rows.map((row) => row.id);
}

/** How many those are. Three ranges of one index, so that what is up to date costs nothing. */
export async function outdatedCount(db: Reader, portfolioId: PortfolioId, decidedUnder: string): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`
    select ((select count(*) from neighborhoods where portfolio_id = ${portfolioId} and decided_under is null)
          + (select count(*) from neighborhoods where portfolio_id = ${portfolioId} and decided_under < ${decidedUnder})
          + (select count(*) from neighborhoods where portfolio_id = ${portfolioId} and decided_under > ${decidedUnder}))::int as n`;
  return row?.n ?? 0;
}

/**
 * The neighborhoods next to these points among all ids, which are random: a sample. Leaves out what awaits another decision anyway,
 * and those with more evidence than `size`, whose folding would hold up everything else.
 */
export async function sampledNeighborhoods(
  db: Reader,
  portfolioId: PortfolioId,
  { points, decidedUnder, size }: { points: readonly string[]; decidedUnder: string; size: number },
): Promise<NeighborhoodId[]> {
  const rows = await db.sql<{ id: NeighborhoodId }[]>`
    select distinct n.id from unnest(${[...points]}::uuid[]) as point (id)
    cross join lateral (select id, loose, decided_under from neighborhoods
                        where portfolio_id = ${portfolioId} and id >= point.id order by id limit 1) n
    where n.decided_under = ${decidedUnder}
      and n.loose + (select coalesce(sum(count), 0) from evidence_runs r
                     where r.portfolio_id = ${portfolioId} and r.neighborhood_id = n.id) <= ${size}`;
  return rows.map((row) => row.id);
}

export async function storedOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): Promise<Map<NeighborhoodId, Stored>> {
  const states = await statesOf(db, portfolioId, ids);
  const notices = await db.sql<(Notice & { neighborhoodId: NeighborhoodId; time: Date })[]>`
    select neighborhood_id as "neighborhoodId", evidence_id as "evidenceId", holder_id as "holderId", at as time, tie, rule, fact
    from notices where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])`;
  const reviews = await db.sql<(ReviewStored & { neighborhoodId: NeighborhoodId; time: Date })[]>`
    select neighborhood_id as "neighborhoodId", evidence_id as "evidenceId", at as time, tie, rule, type, holder_id as "holderId",
           other_id as "otherId", a, b, phone, settled
    from reviews where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])`;
  const contacts = await db.sql<ContactStored[]>`
    select distinct h.neighborhood_id as "neighborhoodId", c.id, c.display_name, c.identifier_kind, c.identifier_value, c.username,
           c.profile_name, c.phone, c.hidden_since, c.first_seen_at, c.search
    from holders h join contacts c on c.portfolio_id = h.portfolio_id and c.id = h.contact_id
    where h.portfolio_id = ${portfolioId} and h.neighborhood_id = any(${[...ids]}::uuid[])`;
  const noticesOf = Map.groupBy(notices, (one) => one.neighborhoodId);
  const reviewsOf = Map.groupBy(reviews, (one) => one.neighborhoodId);
  const contactsOf = Map.groupBy(contacts, (one) => one.neighborhoodId);
  return new Map(
    [...states].map(([id, state]) => [
      id,
      {
        state,
        notices: (noticesOf.get(id) ?? []).map(({ neighborhoodId: _where, time, ...one }) => ({
          ...one,
          at: time.getTime(),
        })),
        reviews: (reviewsOf.get(id) ?? []).map(({ neighborhoodId: _where, time, ...one }) => ({
          ...one,
          at: time.getTime(),
        })),
        contacts: (contactsOf.get(id) ?? []).map(asRow),
      },
    ]),
  );
}

type ContactStored = Omit<ContactRow, 'hidden_since' | 'first_seen_at'> & {
  neighborhoodId: NeighborhoodId;
  hidden_since: Date | null;
  first_seen_at: Date;
};

function asRow({ neighborhoodId: _where, hidden_since, first_seen_at, ...row }: ContactStored): ContactRow {
  return {
    ...row,
    hidden_since: hidden_since?.toISOString() ?? null,
    first_seen_at: first_seen_at.toISOString(),
  };
}

/** They are what the evidence comes to under these rules and this policy. */
export async function markDecided(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  decidedUnder: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql`
    update neighborhoods set decided_under = ${decidedUnder}
    where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) and decided_under is distinct from ${decidedUnder}`;
}
