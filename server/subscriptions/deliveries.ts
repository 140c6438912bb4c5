// The subscriptions room, deliveries: what an address is owed, lane by lane, and what became of it.

import type { DeliveryFailure } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';
import type { SubscriptionKey } from './shapes.ts';

export interface NewDelivery {
  position: number;
  eventId: string;
  /** Of an event; or the field of a webhook of Meta's. */
  type: string;
  lane: string;
}

/** Puts these at the end of their lanes, in the order given. `position`: how far in the log the address's list has come; null: no further. */
export async function owe(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  {
    deliveries,
    position,
    replayed = false,
  }: { deliveries: readonly NewDelivery[]; position: number | null; replayed?: boolean },
): Promise<void> {
  const rows = deliveries.map((one, place) => ({ ...one, place }));
  await Promise.all([
    rows.length === 0
      ? undefined
      : tx.sql`
      insert into deliveries (portfolio_id, subscription_id, position, event_id, type, lane, replayed)
      select ${portfolioId}, ${id}, r.position, r."eventId", r.type, r.lane, ${replayed}
      from json_to_recordset(${rowsOf(rows)}::text::json) as r (place int, position bigint, "eventId" text, type text, lane text)
      order by r.place`,
    rows.length === 0
      ? undefined
      : tx.sql`
      insert into delivery_lanes (portfolio_id, subscription_id, lane, waiting, due_at)
      select ${portfolioId}, ${id}, r.lane, count(*)::int, now()
      from json_to_recordset(${rowsOf(rows)}::text::json) as r (lane text) group by r.lane order by r.lane
      on conflict (portfolio_id, subscription_id, lane) do update set waiting = delivery_lanes.waiting + excluded.waiting`,
    position === null
      ? undefined
      : tx.sql`update subscriptions set position = ${position} where portfolio_id = ${portfolioId} and id = ${id}`,
  ]);
}

export interface DueDelivery {
  id: number;
  position: number;
  eventId: string;
  type: string;
  lane: string;
  attempts: number;
  firstTriedAt: Date | null;
}

/**
 * The first of each lane that is due, those due longest first. `busy`: lanes that are under way.
 *
 * Plan: as many rows of delivery_lanes_due as there are lanes wanted and busy, and for each a short range of deliveries_waiting.
 */
export async function dueDeliveries(
  db: Reader,
  { portfolioId, id }: SubscriptionKey,
  { lanes, ofLane, busy }: { lanes: number; ofLane: number; busy: readonly string[] },
): Promise<DueDelivery[]> {
  return await db.sql<DueDelivery[]>`
    select d.id, d.position, d.event_id as "eventId", d.type, l.lane, d.attempts, d.first_tried_at as "firstTriedAt"
    from (select lane from delivery_lanes where portfolio_id = ${portfolioId} and subscription_id = ${id} and due_at <= now()
            and not lane = any(${[...busy]}::text[]) order by due_at limit ${lanes}) as l
    cross join lateral (select id, position, event_id, type, attempts, first_tried_at from deliveries
                        where portfolio_id = ${portfolioId} and subscription_id = ${id} and lane = l.lane and state = 'waiting'
                        order by id limit ${ofLane}) as d
    order by l.lane, d.id`;
}

export interface Tried {
  id: number;
  lane: string;
  state: 'waiting' | 'delivered' | 'dead' | 'dropped';
  /** Whether the address was called. */
  called: boolean;
  at: string;
  failure: DeliveryFailure | null;
  status: number | null;
  tookMs: number | null;
  /** Of one that waits on: in how many milliseconds its lane is due. */
  againMs: number | null;
  /** Of a webhook in Meta's format: its places that were written anew, and why. */
  rewrites?: readonly unknown[];
}

/** Each delivery once. */
export async function saveTries(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  tries: readonly Tried[],
): Promise<void> {
  if (tries.length === 0) return;
  const rows = rowsOf(tries);
  await tx.sql`
    update deliveries d set state = r.state, failure = r.failure, status = r.status, took_ms = r."tookMs",
      attempts = d.attempts + case when r.called then 1 else 0 end,
      tried_at = case when r.called then r.at else d.tried_at end,
      first_tried_at = case when r.called then coalesce(d.first_tried_at, r.at) else d.first_tried_at end,
      rewrites = coalesce(r.rewrites, d.rewrites)
    from json_to_recordset(${rows}::text::json)
      as r (id bigint, state text, called boolean, at timestamptz, failure text, status int, "tookMs" int, rewrites jsonb)
    where d.portfolio_id = ${portfolioId} and d.subscription_id = ${id} and d.id = r.id and d.state = 'waiting'`;
  await tx.sql`
    update delivery_lanes l set waiting = greatest(0, l.waiting - r.over),
      due_at = now() + coalesce(r.again, 0) * interval '1 millisecond'
    from (select lane, (count(*) filter (where state <> 'waiting'))::int as over, max("againMs") as again
          from json_to_recordset(${rows}::text::json) as r (lane text, state text, "againMs" double precision) group by lane) as r
    where l.portfolio_id = ${portfolioId} and l.subscription_id = ${id} and l.lane = r.lane`;
  await tx.sql`
    delete from delivery_lanes l where l.portfolio_id = ${portfolioId} and l.subscription_id = ${id} and l.waiting = 0
      and l.lane in (select lane from json_to_recordset(${rows}::text::json) as r (lane text))`;
}

/** An address that takes again is told at once what waits. */
export async function hurry(tx: Transaction, { portfolioId, id }: SubscriptionKey): Promise<void> {
  await tx.sql`
    update delivery_lanes set due_at = now() where portfolio_id = ${portfolioId} and subscription_id = ${id} and due_at > now()`;
}

/** Where somebody is erased nothing about them is delivered any more. */
export async function dropLanes(tx: Transaction, portfolioId: PortfolioId, lanes: readonly string[]): Promise<void> {
  if (lanes.length === 0) return;
  await tx.sql`delete from deliveries where portfolio_id = ${portfolioId} and lane = any(${[...lanes]}::text[])`;
  await tx.sql`delete from delivery_lanes where portfolio_id = ${portfolioId} and lane = any(${[...lanes]}::text[])`;
}

/** Those that were taken, given up, or are waiting; by their ids, which must be of this address. */
export async function deliveriesNamed(
  db: Reader,
  { portfolioId, id }: SubscriptionKey,
  ids: readonly string[],
): Promise<(NewDelivery & { state: string })[]> {
  return await db.sql<(NewDelivery & { state: string })[]>`
    select position, event_id as "eventId", type, lane, state from deliveries
    where portfolio_id = ${portfolioId} and subscription_id = ${id} and id = any(${[...ids]}::bigint[]) order by id`;
}

export async function deadBetween(
  db: Reader,
  { portfolioId, id }: SubscriptionKey,
  { from, until, limit }: { from: Date; until: Date; limit: number },
): Promise<NewDelivery[]> {
  return await db.sql<NewDelivery[]>`
    select position, event_id as "eventId", type, lane from deliveries
    where portfolio_id = ${portfolioId} and subscription_id = ${id} and state = 'dead' and created_at >= ${from} and created_at < ${until}
    order by id limit ${limit}`;
}

/**
 * The first event that an address which is on has not been told of, and is going to be: not yet put on its list, or waiting there. Null: none.
 *
 * Plan: what waits of each address (deliveries_waiting) is read; asked for only where something of the log has had its time.
 */
export async function owedFrom(db: Reader, portfolioId: PortfolioId): Promise<number | null> {
  const [row] = await db.sql<{ position: number | null }[]>`
    select min(least(s.position + 1, w.position)) as position from subscriptions s
    cross join lateral (select min(position) as position from deliveries
                        where portfolio_id = ${portfolioId} and subscription_id = s.id and state = 'waiting') as w
    where s.portfolio_id = ${portfolioId} and s.purpose = 'events' and s.state = 'active'`;
  return row?.position ?? null;
}

/** Which deliveries are no more of use; what waits always is. */
export interface OldDeliveries {
  /** Of those that were taken, or dropped. */
  takenBefore: Date;
  before: Date;
  limit: number;
}

const ofOld = (portfolioId: PortfolioId, { takenBefore, before, limit }: OldDeliveries) => fragment`
  select s.id as subscription_id, o.id from subscriptions s
  cross join lateral (select id, state, created_at from deliveries where portfolio_id = ${portfolioId} and subscription_id = s.id
                      order by id limit ${limit}) as o
  where s.portfolio_id = ${portfolioId} and o.state <> 'waiting'
    and (o.created_at < ${before} or (o.state <> 'dead' and o.created_at < ${takenBefore}))
  limit ${limit}`;

export async function countOldDeliveries(db: Reader, portfolioId: PortfolioId, old: OldDeliveries): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from (${ofOld(portfolioId, old)}) as old`;
  return row?.count ?? 0;
}

export async function forgetDeliveries(tx: Transaction, portfolioId: PortfolioId, old: OldDeliveries): Promise<number> {
  const rows = await tx.sql`
    delete from deliveries d using (${ofOld(portfolioId, old)}) as old
    where d.portfolio_id = ${portfolioId} and d.subscription_id = old.subscription_id and d.id = old.id`;
  return rows.count;
}
