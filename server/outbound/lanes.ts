// The outbound room, lanes: who sends for which number, and what was learned of its limits.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import type { WaitingReason } from './rules-waiting.ts';

export interface LaneKey {
  portfolioId: PortfolioId;
  phoneNumberId: string;
}

export interface Lane extends LaneKey {
  /** Messages a second: allowed when it was last held, and by Meta's level. Null: not learned. */
  rate: number | null;
  ceiling: number | null;
  /** People its portfolio may begin with in a day. Null: not known, or no limit. */
  messagingLimit: number | null;
  begunUntil: Date | null;
  begunFor: WaitingReason | null;
}

export interface LaneUse {
  rate: number;
  /** Sent a second since the last renewal. */
  used: number;
  inFlight: number;
  pausedUntil: Date | null;
  pausedFor: WaitingReason | null;
  begunUntil: Date | null;
  begunFor: WaitingReason | null;
}

export const laneName = ({ portfolioId, phoneNumberId }: LaneKey): string => `${portfolioId} ${phoneNumberId}`;

/**
 * Takes numbers that have something due and are nobody's, or already this holder's. `running`: names of those it is sending for now.
 * Another process that looks at the same moment passes over the rows locked here.
 *
 * Plan: a row a business number, each with at most three looks into outbound_due.
 */
export async function takeLanes(
  tx: Transaction,
  { holder, running, leaseMs, limit }: { holder: string; running: readonly string[]; leaseMs: number; limit: number },
): Promise<Lane[]> {
  return await tx.sql<Lane[]>`
    with free as (
      select l.portfolio_id, l.phone_number_id from sending_lanes l
      where (l.holder = ${holder} or l.lease_until is null or l.lease_until < now())
        and (l.paused_until is null or l.paused_until <= now())
        and not l.portfolio_id || ' ' || l.phone_number_id = any(${[...running]}::text[])
        and exists (
          select from unnest(case when l.begun_until > now() then '{0}' else '{0,1,2}' end::smallint[]) as p (priority)
          where (select true from outbound o
                 where o.portfolio_id = l.portfolio_id and o.phone_number_id = l.phone_number_id and o.priority = p.priority
                   and o.state = 'waiting' and o.awaits_media is null and o.not_before <= now() limit 1))
      limit ${limit} for update of l skip locked
    )
    update sending_lanes l set holder = ${holder}, lease_until = now() + ${leaseMs}::int * interval '1 millisecond'
    from free where l.portfolio_id = free.portfolio_id and l.phone_number_id = free.phone_number_id
    returning l.portfolio_id as "portfolioId", l.phone_number_id as "phoneNumberId", l.rate, l.ceiling, l.messaging_limit as "messagingLimit",
              l.begun_until as "begunUntil", l.begun_for as "begunFor"`;
}

/** Keeps the lease and writes down how it goes. Undefined where another process holds the number now. */
export async function renewLane(
  tx: Transaction,
  key: LaneKey,
  { holder, leaseMs, use }: { holder: string; leaseMs: number; use: LaneUse },
): Promise<Pick<Lane, 'ceiling' | 'messagingLimit'> | undefined> {
  const [row] = await tx.sql<Pick<Lane, 'ceiling' | 'messagingLimit'>[]>`
    update sending_lanes set lease_until = now() + ${leaseMs}::int * interval '1 millisecond', renewed_at = now(),
      rate = ${use.rate}, used = ${use.used}, in_flight = ${use.inFlight},
      paused_until = ${use.pausedUntil}, paused_for = ${use.pausedFor}, begun_until = ${use.begunUntil}, begun_for = ${use.begunFor}
    where portfolio_id = ${key.portfolioId} and phone_number_id = ${key.phoneNumberId} and holder = ${holder}
    returning ceiling, messaging_limit as "messagingLimit"`;
  return row;
}

/** A process that stops in order leaves its numbers to the others at once. */
export async function releaseLanes(tx: Transaction, holder: string): Promise<void> {
  await tx.sql`update sending_lanes set holder = null, lease_until = null, used = 0, in_flight = 0 where holder = ${holder}`;
}

/** Numbers that sent lately and whose limits were not asked for in a while. */
export async function lanesToLearn(
  db: Reader,
  { everyHours, limit }: { everyHours: number; limit: number },
): Promise<LaneKey[]> {
  return await db.sql<LaneKey[]>`
    select portfolio_id as "portfolioId", phone_number_id as "phoneNumberId" from sending_lanes
    where (learned_at is null or learned_at < now() - ${everyHours}::int * interval '1 hour')
      and (renewed_at is null or renewed_at > now() - interval '1 day')
    order by learned_at nulls first limit ${limit}`;
}

export interface Learned {
  /** Meta's words. */
  throughput: string | null;
  messagingTier: string | null;
  ceiling: number | null;
  messagingLimit: number | null;
}

/** `again`: Meta did not say; what is known stays, and it is asked again in so many minutes instead of `everyHours`. */
export async function learn(
  tx: Transaction,
  key: LaneKey,
  said: { kind: 'told'; learned: Learned } | { kind: 'again'; minutes: number; everyHours: number },
): Promise<void> {
  if (said.kind === 'again') {
    await tx.sql`
      update sending_lanes set learned_at = now() - ${said.everyHours}::int * interval '1 hour' + ${said.minutes}::int * interval '1 minute'
      where portfolio_id = ${key.portfolioId} and phone_number_id = ${key.phoneNumberId}`;
    return;
  }
  const { throughput, messagingTier, ceiling, messagingLimit } = said.learned;
  await tx.sql`
    update sending_lanes set learned_at = now(), throughput = ${throughput}, messaging_tier = ${messagingTier}, ceiling = ${ceiling},
      messaging_limit = ${messagingLimit}
    where portfolio_id = ${key.portfolioId} and phone_number_id = ${key.phoneNumberId}`;
}

export interface LaneState extends LaneKey {
  /** Allowed now; null: not learned. */
  rate: number | null;
  used: number;
  throughput: string | null;
  messagingTier: string | null;
  messagingLimit: number | null;
  pausedUntil: Date | null;
  pausedFor: WaitingReason | null;
  begunUntil: Date | null;
  begunFor: WaitingReason | null;
}

/** How each number that ever sent is doing, as its holder last wrote it down. Pauses that are over are left out. */
export async function laneStates(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<LaneState[]> {
  const all = portfolios === 'all';
  return await db.sql<LaneState[]>`
    select portfolio_id as "portfolioId", phone_number_id as "phoneNumberId", coalesce(rate, ceiling) as rate,
           case when renewed_at > now() - interval '1 minute' then coalesce(used, 0) else 0 end as used,
           throughput, messaging_tier as "messagingTier", messaging_limit as "messagingLimit",
           case when paused_until > now() then paused_until end as "pausedUntil",
           case when paused_until > now() then paused_for end as "pausedFor",
           case when begun_until > now() then begun_until end as "begunUntil",
           case when begun_until > now() then begun_for end as "begunFor"
    from sending_lanes where ${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])`;
}
