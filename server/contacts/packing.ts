// The contacts room, packing: evidence moves from rows to runs. Nothing is lost by it; see historyOf in load.ts for reading both.

import type { PortfolioId, SeenTogether } from '@throughline/identity';
import { isPackable } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { type EvidenceRow, evidenceOf, type NeighborhoodId } from './read-rows.ts';
import { runRow } from './rows.ts';
import type { Packing } from './rules-packing.ts';

/** Portfolios with something to pack. The partial index holds only what is crowded, so it is small. */
export async function crowdedPortfolios(db: Reader, limit: number): Promise<PortfolioId[]> {
  const rows = await db.sql<{ id: PortfolioId }[]>`
    select distinct portfolio_id as id from neighborhoods where crowded limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Neighborhoods to pack, with how much is loose in each; together at most `rows`, and one at least. */
export async function crowdedNeighborhoods(
  tx: Transaction,
  portfolioId: PortfolioId,
  rows: number,
): Promise<NeighborhoodId[]> {
  const crowded = await tx.sql<{ id: NeighborhoodId; before: number }[]>`
    select id, (sum(loose) over (order by id) - loose)::int as before
    from (select id, loose from neighborhoods where portfolio_id = ${portfolioId} and crowded limit 100) as crowd order by id`;
  return crowded.filter(({ before }, i) => i === 0 || before < rows).map(({ id }) => id);
}

/**
 * Observations lying loose, oldest first, at most `limit` of each neighborhood. Those of its last second stay: a packed piece is
 * recognized when it comes again by being older than what was folded.
 */
export async function packableOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  limit: number,
): Promise<Map<NeighborhoodId, SeenTogether[]>> {
  const rows = await tx.sql<EvidenceRow[]>`
    select e.* from unnest(${[...ids]}::uuid[]) as wanted (id)
    cross join lateral (select last_at from neighborhoods where portfolio_id = ${portfolioId} and id = wanted.id offset 0) n
    cross join lateral (select id, neighborhood_id, at, received_at, kind, said_by, phone, bsuid, parent, previous_phone, previous_bsuid,
                               previous_parent, name, username, no_username, detail
                        from evidence where portfolio_id = ${portfolioId} and neighborhood_id = wanted.id
                          and kind = 'seen-together' and at < n.last_at order by at limit ${limit}) e`;
  const found = new Map<NeighborhoodId, SeenTogether[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    const evidence = evidenceOf(row);
    if (isPackable(evidence)) found.get(row.neighborhood_id)?.push(evidence);
  }
  return found;
}

/** `finished`: everything that could be packed was; else the neighborhood stays on the list. */
export async function savePackings(
  tx: Transaction,
  portfolioId: PortfolioId,
  packings: readonly (Packing & { id: NeighborhoodId; finished: boolean })[],
  newId: () => string,
): Promise<void> {
  const rows = packings.flatMap(({ id, add }) => add.map((run) => runRow(newId(), id, run)));
  const drop = packings.flatMap((one) => one.drop);
  if (drop.length > 0)
    await tx.sql`delete from evidence_runs where portfolio_id = ${portfolioId} and id = any(${drop}::uuid[])`;
  if (rows.length > 0)
    await tx.sql`
      insert into evidence_runs (portfolio_id, id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, positions)
      select ${portfolioId}, id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, decode(positions, 'base64')
      from json_to_recordset(${rowsOf(rows)}::text::json)
        as r (id uuid, neighborhood_id uuid, first_at timestamptz, first_tie text, last_at timestamptz, last_tie text, count int,
              content jsonb, positions text)`;
  const packed = packings.flatMap((one) => one.packed) as string[];
  if (packed.length > 0)
    await tx.sql`delete from evidence where portfolio_id = ${portfolioId} and id = any(${packed}::text[])`;
  const counts = packings.map((one) => ({ id: one.id, packed: one.packed.length, finished: one.finished }));
  await tx.sql`
    update neighborhoods n set loose = case when r.finished then 0 else greatest(n.loose - r.packed, 0) end, crowded = not r.finished
    from json_to_recordset(${rowsOf(counts)}::text::json) as r (id uuid, packed int, finished boolean)
    where n.portfolio_id = ${portfolioId} and n.id = r.id`;
}
