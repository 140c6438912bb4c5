// The contacts room, what was said of one person among what was said of their neighbors. Whose a piece of evidence is the flow decides, by the
// fold; here are the rows. See store.ts for what the room owns.

import type { EvidenceId, HolderId, PortfolioId, Run, Word } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { runsOf, type StoredRun } from './load.ts';
import { type EvidenceRow, evidenceOf, type NeighborhoodId } from './read-rows.ts';
import { runRow, wordRow } from './rows.ts';

/** Evidence lying loose in these neighborhoods. Packed again and again, so there is never much. */
export async function looseEvidence(db: Reader, portfolioId: PortfolioId, ids: readonly NeighborhoodId[]) {
  const rows = await db.sql<EvidenceRow[]>`
    select id, neighborhood_id, at, received_at, kind, said_by, phone, bsuid, parent, previous_phone, previous_bsuid, previous_parent,
           name, username, no_username, detail
    from evidence where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[]) order by at, id`;
  return rows.map((row) => ({ row, evidence: evidenceOf(row) }));
}

/** The runs of these neighborhoods one after the other: one is some 20 KB, and a customer of many years has thousands. */
export async function* eachRun(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): AsyncGenerator<StoredRun> {
  const rows = await db.sql<{ id: string }[]>`
    select id from evidence_runs where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[]) order by id`;
  for (const { id } of rows) {
    const [run] = await runsOf(db, portfolioId, ids, id);
    if (run) yield run;
  }
}

export interface Forgotten {
  evidence: readonly EvidenceId[];
  runs: readonly string[];
  /** What is left of runs that were of several people. */
  left: readonly { neighborhoodId: NeighborhoodId; run: Run }[];
  words: readonly EvidenceId[];
  /** Words that go on without one of those they named. */
  reworded: readonly { neighborhoodId: NeighborhoodId; word: Word }[];
}

export async function forgetEvidence(
  tx: Transaction,
  portfolioId: PortfolioId,
  { evidence, runs, left, words, reworded }: Forgotten,
  newId: () => string,
): Promise<void> {
  await tx.sql`delete from evidence where portfolio_id = ${portfolioId} and id = any(${[...evidence]}::text[])`;
  await tx.sql`delete from evidence_runs where portfolio_id = ${portfolioId} and id = any(${[...runs]}::uuid[])`;
  await tx.sql`delete from words where portfolio_id = ${portfolioId} and id = any(${[...words]}::text[])`;
  const rows = left.map(({ neighborhoodId, run }) => runRow(newId(), neighborhoodId, run));
  if (rows.length > 0)
    await tx.sql`
      insert into evidence_runs (portfolio_id, id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, positions)
      select ${portfolioId}, id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, decode(positions, 'base64')
      from json_to_recordset(${rowsOf(rows)}::text::json)
        as r (id uuid, neighborhood_id uuid, first_at timestamptz, first_tie text, last_at timestamptz, last_tie text, count int,
              content jsonb, positions text)`;
  const said = reworded.map(({ neighborhoodId, word }) => wordRow(neighborhoodId, word));
  if (said.length > 0)
    await tx.sql`
      update words w set detail = r.detail from json_to_recordset(${rowsOf(said)}::text::json) as r (id text, detail jsonb)
      where w.portfolio_id = ${portfolioId} and w.id = r.id`;
}

/** Identifiers nothing that is left speaks of, and neighborhoods nobody lives in any more. Answers the neighborhoods that are left. */
export async function closeNeighborhoods(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  keys: readonly string[],
): Promise<NeighborhoodId[]> {
  await tx.sql`
    delete from identifiers where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[]) and key <> all(${[...keys]}::text[])`;
  await tx.sql`
    delete from neighborhoods n where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[])
      and not exists (select from evidence e where e.portfolio_id = n.portfolio_id and e.neighborhood_id = n.id)
      and not exists (select from evidence_runs r where r.portfolio_id = n.portfolio_id and r.neighborhood_id = n.id)
      and not exists (select from words w where w.portfolio_id = n.portfolio_id and w.neighborhood_id = n.id)
      and not exists (select from holders h where h.portfolio_id = n.portfolio_id and h.neighborhood_id = n.id)`;
  const left = await tx.sql<{ id: NeighborhoodId }[]>`
    select id from neighborhoods where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[])`;
  return left.map((row) => row.id);
}

/** Where these accounts live. */
export async function neighborhoodsOfHolders(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<NeighborhoodId[]> {
  const rows = await db.sql<{ id: NeighborhoodId }[]>`
    select distinct neighborhood_id as id from holders where portfolio_id = ${portfolioId} and id = any(${[...holders]}::uuid[])`;
  return rows.map((row) => row.id);
}

/** Contact ids that lead to these. */
export async function retiredInto(db: Reader, portfolioId: PortfolioId, ids: readonly string[]): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select retired_id as id from contact_aliases where portfolio_id = ${portfolioId} and contact_id = any(${[...ids]}::uuid[])`;
  return rows.map((row) => row.id);
}

/**
 * The accounts of people last heard of before a moment, person by person. Left out: who waits for an answer, and whom a privacy request
 * that is open or held is about.
 */
export async function inactiveContacts(
  db: Reader,
  portfolioId: PortfolioId,
  before: Date,
  limit: number,
): Promise<HolderId[][]> {
  const rows = await db.sql<{ holders: HolderId[] }[]>`
    select array_agg(h.id) as holders from (
      select contact_id from contact_activity a where ${isQuiet(portfolioId, before)}
      order by a.last_seen_at limit ${limit}) as quiet
    join holders h on h.portfolio_id = ${portfolioId} and h.contact_id = quiet.contact_id group by h.contact_id`;
  return rows.map((row) => row.holders);
}

/** How many there are of those, and no more than `limit`. */
export async function countInactive(
  db: Reader,
  portfolioId: PortfolioId,
  before: Date,
  limit: number,
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from (
      select from contact_activity a where ${isQuiet(portfolioId, before)} limit ${limit}) as quiet`;
  return row?.count ?? 0;
}

/** Of `a`, a row of contact_activity. */
function isQuiet(portfolioId: PortfolioId, before: Date): Fragment {
  return fragment`
    a.portfolio_id = ${portfolioId} and a.last_seen_at < ${before}
    and not exists (select from holders w join conversations c on c.portfolio_id = w.portfolio_id and c.holder_id = w.id
                    where w.portfolio_id = a.portfolio_id and w.contact_id = a.contact_id
                      and (c.waiting_since is not null or c.last_item_at >= ${before}))
    and not exists (select from privacy_requests r join holders w on w.portfolio_id = r.portfolio_id and w.contact_id = a.contact_id
                    where r.portfolio_id = a.portfolio_id and (r.ended_at is null or r.held)
                      and (r.contact_id = a.contact_id or w.own_contact_id = any(r.account_ids)))`;
}
