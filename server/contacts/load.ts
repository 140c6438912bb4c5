// The contacts room, reading: neighborhoods as the resolver wants them. See store.ts for what the room owns.

import {
  type ContactId,
  type Evidence,
  type EvidenceId,
  firstReceived,
  type HolderId,
  type IdentifierKey,
  type PortfolioId,
  type Run,
  type State,
  unpack,
} from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import {
  type EvidenceRow,
  evidenceOf,
  type HolderRow,
  holderOf,
  type LeaseRow,
  leaseOf,
  type NameRow,
  type NeighborhoodId,
  nameOf,
  type RunRow,
  type WordRow,
  wordOf,
} from './read-rows.ts';

/**
 * Which neighborhoods these identifiers lead to.
 *
 * One look-up by the whole key for each: `offset 0` keeps the planner from making a join of it. With `key = any(...)` and
 * statistics of a nearly empty table (every new installation) it walks the whole portfolio instead: 120 ms a batch of 300 at
 * 4,000 people, and growing with them, against 7 ms.
 */
export async function neighborhoodsOf(
  db: Reader,
  portfolioId: PortfolioId,
  keys: readonly IdentifierKey[],
): Promise<Map<IdentifierKey, NeighborhoodId>> {
  if (keys.length === 0) return new Map();
  const rows = await db.sql<{ key: IdentifierKey; id: NeighborhoodId }[]>`
    select i.key, i.neighborhood_id as id from unnest(${[...keys]}::text[]) as wanted (key)
    cross join lateral (select key, neighborhood_id from identifiers where portfolio_id = ${portfolioId} and key = wanted.key offset 0) i`;
  return new Map(rows.map((row) => [row.key, row.id]));
}

/**
 * Which of these pieces of evidence are known already: redelivered webhooks, mostly. Looked up as in `neighborhoodsOf`, and among
 * rows only: what is packed and comes again is older than what was folded, so it changes nothing or is found in the history.
 */
export async function knownEvidence(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly EvidenceId[],
): Promise<Set<EvidenceId>> {
  if (ids.length === 0) return new Set();
  const rows = await db.sql<{ id: EvidenceId }[]>`
    select e.id from unnest(${[...ids]}::text[]) as wanted (id)
    cross join lateral (select id from evidence where portfolio_id = ${portfolioId} and id = wanted.id offset 0) e`;
  return new Set(rows.map((row) => row.id));
}

/** The states of these neighborhoods, in five statements sent together; each row by its whole key, as in `neighborhoodsOf`. */
export async function statesOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): Promise<Map<NeighborhoodId, State>> {
  if (ids.length === 0) return new Map();
  const wanted = [...ids];
  const [neighborhoods, holders, names, leases, words] = await Promise.all([
    db.sql<{ id: NeighborhoodId; at: Date; tie: string }[]>`
      select n.* from unnest(${wanted}::uuid[]) as wanted (id)
      cross join lateral (select id, last_at as at, last_tie as tie from neighborhoods where portfolio_id = ${portfolioId} and id = wanted.id offset 0) n`,
    db.sql<HolderRow[]>`
      select h.* from unnest(${wanted}::uuid[]) as wanted (id)
      cross join lateral (select * from holders where portfolio_id = ${portfolioId} and neighborhood_id = wanted.id offset 0) h`,
    db.sql<NameRow[]>`
      select n.*, wanted.id as neighborhood_id from unnest(${wanted}::uuid[]) as wanted (id)
      cross join lateral (select id from holders where portfolio_id = ${portfolioId} and neighborhood_id = wanted.id offset 0) h
      cross join lateral (select * from names where portfolio_id = ${portfolioId} and holder_id = h.id offset 0) n`,
    db.sql<LeaseRow[]>`
      select l.*, wanted.id as neighborhood_id from unnest(${wanted}::uuid[]) as wanted (id)
      cross join lateral (select id from holders where portfolio_id = ${portfolioId} and neighborhood_id = wanted.id offset 0) h
      cross join lateral (select * from leases where portfolio_id = ${portfolioId} and holder_id = h.id offset 0) l`,
    db.sql<WordRow[]>`
      select w.* from unnest(${wanted}::uuid[]) as wanted (id)
      cross join lateral (select * from words where portfolio_id = ${portfolioId} and neighborhood_id = wanted.id offset 0) w`,
  ]);
  const states = new Map<NeighborhoodId, State>(
    neighborhoods.map((row) => [
      row.id,
      { holders: [], names: [], leases: [], words: [], last: { at: row.at.getTime(), tie: row.tie } },
    ]),
  );
  for (const row of holders) states.get(row.neighborhood_id)?.holders.push(holderOf(row));
  for (const row of names) states.get(row.neighborhood_id)?.names.push(nameOf(row));
  for (const row of leases) states.get(row.neighborhood_id)?.leases.push(leaseOf(row));
  for (const [id, said] of Map.groupBy(words, (row) => row.neighborhood_id)) {
    const state = states.get(id);
    if (state) state.words = said.map(wordOf);
  }
  return states;
}

/** The neighborhood a holder lives in, and its state. */
export async function stateAround(
  db: Reader,
  portfolioId: PortfolioId,
  holderId: HolderId,
): Promise<{ id: NeighborhoodId; state: State } | undefined> {
  const [row] = await db.sql<{ id: NeighborhoodId }[]>`
    select neighborhood_id as id from holders where portfolio_id = ${portfolioId} and id = ${holderId}`;
  if (!row) return undefined;
  const state = (await statesOf(db, portfolioId, [row.id])).get(row.id);
  return state && { id: row.id, state };
}

/** In which neighborhood each of these lives. */
export async function livingIn(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Map<HolderId, NeighborhoodId>> {
  const rows = await db.sql<{ holderId: HolderId; id: NeighborhoodId }[]>`
    select h.id as "holderId", h.neighborhood_id as id from unnest(${[...holders]}::uuid[]) as wanted (id)
    cross join lateral (select id, neighborhood_id from holders where portfolio_id = ${portfolioId} and id = wanted.id offset 0) h`;
  return new Map(rows.map((row) => [row.holderId, row.id]));
}

/** The neighborhoods these contacts live in, each state by the contact. People put together are in one neighborhood: the word on them is. */
export async function statesOfContacts(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly ContactId[],
): Promise<Map<ContactId, { id: NeighborhoodId; state: State }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<{ contactId: ContactId; id: NeighborhoodId }[]>`
    select distinct wanted.id as "contactId", h.neighborhood_id as id from unnest(${[...ids]}::uuid[]) as wanted (id)
    cross join lateral (select neighborhood_id from holders where portfolio_id = ${portfolioId} and contact_id = wanted.id offset 0) h`;
  const states = await statesOf(db, portfolioId, [...new Set(rows.map((row) => row.id))]);
  return new Map(
    rows.flatMap(({ contactId, id }) => {
      const state = states.get(id);
      return state ? [[contactId, { id, state }] as const] : [];
    }),
  );
}

/**
 * Everything ever said in these neighborhoods, each piece once, from rows and from runs. Rows first: packing moves evidence from
 * rows to runs, so who does not hold the lane may find a piece twice, never not at all.
 */
export async function historyOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): Promise<(Evidence & { neighborhoodId: NeighborhoodId })[]> {
  const loose = await looseOf(db, portfolioId, ids);
  const runs = await runsOf(db, portfolioId, ids);
  const packed = runs.flatMap((run) => unpack([run]).map((one) => ({ ...one, neighborhoodId: run.neighborhoodId })));
  return firstReceived<Evidence & { neighborhoodId: NeighborhoodId }>([...packed, ...loose]);
}

/** How much `historyOf` would read. */
export async function historySize(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select (select count(*) from evidence where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[]))
         + (select coalesce(sum(count), 0) from evidence_runs
            where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])) as count`;
  return Number(row?.count ?? 0);
}

/** The same in outline: all that lies loose, and of each run, which says the same a thousand times, the first and the last. */
export async function outlineOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
): Promise<(Evidence & { neighborhoodId: NeighborhoodId })[]> {
  const rows = await db.sql<Omit<RunRow, 'positions'>[]>`
    select id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content
    from evidence_runs where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])`;
  const ends = rows.flatMap(({ content, neighborhood_id: neighborhoodId, first_at, first_tie, last_at, last_tie }) =>
    [
      { at: first_at.getTime(), tie: first_tie },
      { at: last_at.getTime(), tie: last_tie },
    ].map(({ at, tie }) => ({ ...content, id: tie.slice(1) as EvidenceId, at, neighborhoodId })),
  );
  return firstReceived<Evidence & { neighborhoodId: NeighborhoodId }>([
    ...ends,
    ...(await looseOf(db, portfolioId, ids)),
  ]);
}

async function looseOf(db: Reader, portfolioId: PortfolioId, ids: readonly NeighborhoodId[]) {
  const rows = await db.sql<EvidenceRow[]>`
    select id, neighborhood_id, at, received_at, kind, said_by, phone, bsuid, parent, previous_phone, previous_bsuid, previous_parent,
           name, username, no_username, detail
    from evidence where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])`;
  return rows.map((row) => ({ ...evidenceOf(row), neighborhoodId: row.neighborhood_id }));
}

export type StoredRun = Run & { id: string; neighborhoodId: NeighborhoodId };

export async function runsOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  only?: string,
): Promise<StoredRun[]> {
  const rows = await db.sql<RunRow[]>`
    select id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, positions
    from evidence_runs where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...ids]}::uuid[])
      ${only === undefined ? fragment`` : fragment`and id = ${only}`}`;
  return rows.map((row) => ({
    id: row.id,
    neighborhoodId: row.neighborhood_id,
    content: row.content,
    first: { at: row.first_at.getTime(), tie: row.first_tie },
    last: { at: row.last_at.getTime(), tie: row.last_tie },
    count: row.count,
    positions: row.positions,
  }));
}
