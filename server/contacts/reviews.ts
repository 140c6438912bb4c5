// The contacts room, questions for people about who is who. See store.ts for what the room owns.

import { type HolderId, isSettled, type PortfolioId, type Review } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { NeighborhoodId } from './read-rows.ts';
import { reviewRow } from './rows.ts';
import type { Settled } from './settled.ts';

export type Question = Pick<Review, 'evidenceId' | 'type' | 'holderId' | 'a' | 'b'> & { settled: boolean };

/** Undefined where there is none, any more or at all: a question goes away by itself when a late fact answers it. */
export async function questionById(
  tx: Transaction,
  portfolioId: PortfolioId,
  id: string,
): Promise<Question | undefined> {
  const [row] = await tx.sql<Question[]>`
    select evidence_id as "evidenceId", type, holder_id as "holderId", a, b, settled from reviews
    where portfolio_id = ${portfolioId} and id = ${id}::uuid`;
  return row;
}

/** Whether a number this account shared was somebody else's, and nobody has said yet who is who (R23). */
export async function sharedConflict(db: Reader, portfolioId: PortfolioId, holderId: HolderId): Promise<boolean> {
  const [row] = await db.sql<{ open: boolean }[]>`
    select exists (select from reviews where portfolio_id = ${portfolioId} and holder_id = ${holderId} and not settled
                     and type = 'conflicting_shared_number') as open`;
  return row?.open ?? false;
}

/** How many wait for somebody, in all portfolios. */
/** Of these accounts, those about whom a question is open. */
export async function inQuestion(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Set<HolderId>> {
  if (holders.length === 0) return new Set();
  const ids = [...holders];
  const rows = await db.sql<{ id: HolderId }[]>`
    select holder_id as id from reviews where portfolio_id = ${portfolioId} and holder_id = any(${ids}::uuid[]) and not settled
    union select other_id from reviews where portfolio_id = ${portfolioId} and other_id = any(${ids}::uuid[]) and not settled`;
  return new Set(rows.map(({ id }) => id));
}

export async function openReviews(db: Reader): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from reviews where not settled`;
  return row?.n ?? 0;
}

/** As notices are: a fold from the first fact asks all questions anew, and those that are no longer open questions go or are settled. */
export async function saveReviews(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  newId: () => string,
): Promise<void> {
  const moves = settled.flatMap(({ retired }) => [...retired].map(([old, id]) => ({ old, id })));
  if (moves.length > 0) await moveReviews(tx, portfolioId, rowsOf(moves));
  const rows = settled.flatMap(({ id, after, reviews }) =>
    reviews.map((review) => reviewRow(newId(), id, review, isSettled(after, review))),
  );
  const refolded = settled.filter((one) => one.refolded).map((one) => one.id);
  if (refolded.length > 0)
    await tx.sql`
      delete from reviews v where portfolio_id = ${portfolioId} and neighborhood_id = any(${refolded}::uuid[])
        and not exists (select from json_to_recordset(${rowsOf(rows)}::text::json) as r (evidence_id text, type text, holder_id uuid)
                        where r.evidence_id = v.evidence_id and r.type = v.type and r.holder_id = v.holder_id)`;
  if (rows.length > 0) await upsertReviews(tx, portfolioId, rows);
  await settleStored(tx, portfolioId, settled);
}

async function upsertReviews(
  tx: Transaction,
  portfolioId: PortfolioId,
  rows: readonly ReturnType<typeof reviewRow>[],
): Promise<void> {
  await tx.sql`
    insert into reviews (portfolio_id, id, neighborhood_id, evidence_id, at, tie, rule, type, holder_id, other_id, a, b, phone, settled)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, neighborhood_id uuid, evidence_id text, at timestamptz, tie text, rule text, type text, holder_id uuid, other_id uuid,
            a jsonb, b jsonb, phone text, settled boolean)
    on conflict (portfolio_id, evidence_id, type, holder_id) do update set
      rule = excluded.rule, other_id = excluded.other_id, a = excluded.a, b = excluded.b, phone = excluded.phone, settled = excluded.settled`;
}

/** A word may answer a question only once the fact comes that shows it to be about those two, and then no word comes any more. */
async function settleStored(tx: Transaction, portfolioId: PortfolioId, settled: readonly Settled[]): Promise<void> {
  const spokenOf = new Map(
    settled.filter(({ refolded, after }) => !refolded && after.words.length > 0).map(({ id, after }) => [id, after]),
  );
  if (spokenOf.size === 0) return;
  const stored = await tx.sql<
    (Pick<Review, 'evidenceId' | 'a' | 'b'> & { id: string; near: NeighborhoodId; settled: boolean })[]
  >`
    select id, neighborhood_id as near, evidence_id as "evidenceId", a, b, settled from reviews
    where portfolio_id = ${portfolioId} and neighborhood_id = any(${[...spokenOf.keys()]}::uuid[])`;
  const changed = stored.flatMap((review) => {
    const state = spokenOf.get(review.near);
    return state && isSettled(state, review) !== review.settled ? [review.id] : [];
  });
  if (changed.length > 0)
    await tx.sql`
      update reviews set settled = not settled where portfolio_id = ${portfolioId} and id = any(${changed}::uuid[])`;
}

async function moveReviews(tx: Transaction, portfolioId: PortfolioId, moves: string): Promise<void> {
  // What was told of two who are one now stands once: the survivor's own stays.
  await tx.sql`
    delete from reviews v using (
      select o.id, row_number() over (partition by o.evidence_id, o.type, coalesce(r.id, o.holder_id) order by r.id is not null, o.id) as place
      from reviews o left join json_to_recordset(${moves}::text::json) as r (old uuid, id uuid) on r.old = o.holder_id
      where o.portfolio_id = ${portfolioId}
        and o.holder_id in (select unnest(array[m.old, m.id]) from json_to_recordset(${moves}::text::json) as m (old uuid, id uuid))) as twin
    where v.portfolio_id = ${portfolioId} and v.id = twin.id and twin.place > 1`;
  await tx.sql`
    update reviews v set holder_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where v.portfolio_id = ${portfolioId} and v.holder_id = r.old`;
  await tx.sql`
    update reviews v set other_id = r.id from json_to_recordset(${moves}::text::json) as r (old uuid, id uuid)
    where v.portfolio_id = ${portfolioId} and v.other_id = r.old`;
}
