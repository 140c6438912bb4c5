// Webhooks as people see them, and what became of their deliveries.

import type { Delivery, DeliveryFailure, EventType, Subscription } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { contactOfLane } from '../subscriptions/rules-lanes.ts';
import type { SubscriptionKey } from '../subscriptions/shapes.ts';
import { countsOf, type SubscriptionRow } from '../subscriptions/store.ts';
import { pageOf, readCursor } from './paging.ts';

export async function subscriptionView(db: Reader, row: SubscriptionRow): Promise<Subscription> {
  const { portfolioId, id, name, url, types, accounts, state } = row;
  const counts = await countsOf(db, row, limits.deliveryCount);
  const [log] = await db.sql<{ behind: number }[]>`
    select count(*)::int as behind from (select from events where portfolio_id = ${portfolioId} and position > ${row.position}
                                         limit ${limits.deliveryCount}) as e`;
  return {
    ...{ id, portfolioId, name, url, types, accounts, state },
    createdAt: row.createdAt.toISOString(),
    ...counts,
    behind: log?.behind ?? 0,
    ...conditionOf(row),
  };
}

/** How its address is, and until when the secret of before signs along: of webhooks and of integrations of the relay alike. */
export function conditionOf(row: SubscriptionRow): Pick<Subscription, 'health' | 'previousSecretUntil'> {
  const { lastFailure, previousUntil } = row;
  return {
    health: {
      failingSince: row.failingSince?.toISOString() ?? null,
      lastFailure,
      lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
      disabledAt: row.disabledAt?.toISOString() ?? null,
    },
    previousSecretUntil: previousUntil && previousUntil > new Date() ? previousUntil.toISOString() : null,
  };
}

interface DeliveryRow {
  id: string;
  eventId: string;
  type: EventType;
  lane: string;
  state: Delivery['state'];
  attempts: number;
  createdAt: Date;
  triedAt: Date | null;
  dueAt: Date | null;
  failure: DeliveryFailure | null;
  status: number | null;
  tookMs: number | null;
  replayed: boolean;
}

export interface ListingDeliveries {
  state?: Delivery['state'] | undefined;
  type?: EventType | undefined;
  contact?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listDeliveries(
  db: Reader,
  { portfolioId, id }: SubscriptionKey,
  { state, type, contact, limit, cursor }: ListingDeliveries,
) {
  const [before = null] = readCursor<[number]>(cursor, ['count']) ?? [];
  const rows = await db.sql<DeliveryRow[]>`
    select d.id::text as id, d.event_id as "eventId", d.type, d.lane, d.state, d.attempts, d.created_at as "createdAt", d.tried_at as "triedAt",
           case when d.state = 'waiting' then l.due_at end as "dueAt", d.failure, d.status, d.took_ms as "tookMs", d.replayed
    from deliveries d left join delivery_lanes l on l.portfolio_id = d.portfolio_id and l.subscription_id = d.subscription_id and l.lane = d.lane
    where d.portfolio_id = ${portfolioId} and d.subscription_id = ${id} and (${before}::bigint is null or d.id < ${before}::bigint)
      and (${state ?? null}::text is null or d.state = ${state ?? null}) and (${type ?? null}::text is null or d.type = ${type ?? null})
      and (${contact ?? null}::text is null or d.lane = ${contact ?? null})
    order by d.id desc limit ${limit + 1}`;
  return pageOf(rows, limit, (last) => [Number(last.id)], deliveryView);
}

function deliveryView(row: DeliveryRow): Delivery {
  const { id, eventId, type, lane, state, attempts, failure, status, tookMs, replayed } = row;
  return {
    id,
    event: { id: eventId, type },
    contactId: contactOfLane(lane),
    ...{ state, attempts, failure, status, tookMs, replayed },
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    nextAt: row.dueAt?.toISOString() ?? null,
  };
}
