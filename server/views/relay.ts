// Integrations as people see them, and what each was told: which places were written anew, and why.

import type { DeliveryFailure, Integration, RelayDelivery, Rewritten } from '@throughline/contract';
import type { ContactId, PortfolioId } from '@throughline/identity';
import { currentContactIds, idsMeaning } from '../contacts/find.ts';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { aliasesBoundTo } from '../relay/aliases.ts';
import { behindIn } from '../relay/log.ts';
import type { Integration as Row } from '../relay/shapes.ts';
import { integrationById, integrationByToken, integrationsOf } from '../relay/store.ts';
import { contactOfLane } from '../subscriptions/rules-lanes.ts';
import type { SubscriptionKey } from '../subscriptions/shapes.ts';
import { countsOf, type SubscriptionRow, subscriptionById, subscriptionsOf } from '../subscriptions/store.ts';
import { pageOf, readCursor } from './paging.ts';
import { conditionOf } from './subscriptions.ts';

export async function integrationView(
  db: Reader,
  { subscription, integration }: { subscription: SubscriptionRow; integration: Row },
): Promise<Integration> {
  const { portfolioId, id, name, url, state, position } = subscription;
  const { mode, numbers, fields, tokenPrefix, lastCallAt, verifiedAt } = integration;
  const counts = await countsOf(db, subscription, limits.deliveryCount);
  const behind = await behindIn(db, portfolioId, { position, most: limits.deliveryCount });
  return {
    ...{ id, portfolioId, name, url, mode, numbers, fields, state },
    createdAt: subscription.createdAt.toISOString(),
    tokenBegins: tokenPrefix,
    lastCallAt: lastCallAt?.toISOString() ?? null,
    verifiedAt: verifiedAt?.toISOString() ?? null,
    ...counts,
    behind,
    ...conditionOf(subscription),
  };
}

interface Halves {
  subscription: SubscriptionRow;
  integration: Row;
}

export async function integrationsIn(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<Halves[]> {
  const rows = new Map((await integrationsOf(db, portfolios)).map((one) => [one.id, one]));
  const subscriptions = await subscriptionsOf(db, portfolios, 'relay');
  return subscriptions.flatMap((subscription) => {
    const integration = rows.get(subscription.id);
    return integration ? [{ subscription, integration }] : [];
  });
}

export async function integrationIn(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<Halves | undefined> {
  const subscription = await subscriptionById(db, portfolios, id, { purpose: 'relay' });
  const integration = subscription && (await integrationById(db, subscription));
  return integration && { subscription, integration };
}

/** Whose access token it is. */
export async function integrationCalling(db: Reader, token: string): Promise<Halves | undefined> {
  const integration = await integrationByToken(db, token);
  const subscription =
    integration && (await subscriptionById(db, [integration.portfolioId], integration.id, { purpose: 'relay' }));
  return subscription && { subscription, integration };
}

interface DeliveryRow {
  id: string;
  field: string;
  lane: string;
  state: RelayDelivery['state'];
  attempts: number;
  createdAt: Date;
  triedAt: Date | null;
  dueAt: Date | null;
  failure: DeliveryFailure | null;
  status: number | null;
  tookMs: number | null;
  rewrites: Omit<Rewritten, 'phone'>[] | null;
}

export interface ListingRelayed {
  state?: RelayDelivery['state'] | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listRelayed(
  db: Reader,
  { portfolioId, id }: SubscriptionKey,
  { state, limit, cursor }: ListingRelayed,
): Promise<{ data: RelayDelivery[]; next: string | null }> {
  const [before = null] = readCursor<[number]>(cursor, ['count']) ?? [];
  const rows = await db.sql<DeliveryRow[]>`
    select d.id::text as id, d.type as field, d.lane, d.state, d.attempts, d.created_at as "createdAt", d.tried_at as "triedAt",
           case when d.state = 'waiting' then l.due_at end as "dueAt", d.failure, d.status, d.took_ms as "tookMs", d.rewrites
    from deliveries d left join delivery_lanes l on l.portfolio_id = d.portfolio_id and l.subscription_id = d.subscription_id and l.lane = d.lane
    where d.portfolio_id = ${portfolioId} and d.subscription_id = ${id} and (${before}::bigint is null or d.id < ${before}::bigint)
      and (${state ?? null}::text is null or d.state = ${state ?? null})
    order by d.id desc limit ${limit + 1}`;
  const people = await peopleOf(db, portfolioId, rows);
  return pageOf(
    rows,
    limit,
    (last) => [Number(last.id)],
    (row) => shown(row, people.get(row.lane)),
  );
}

interface Somebody {
  id: ContactId;
  displayName: string;
  phone: string | null;
  alias: string | null;
}

/** By lane: who they are by now, and what stands for them. */
async function peopleOf(
  db: Reader,
  portfolioId: PortfolioId,
  rows: readonly DeliveryRow[],
): Promise<Map<string, Somebody>> {
  const lanes = rows.flatMap(({ lane }) => (contactOfLane(lane) as ContactId | null) ?? []);
  const current = await currentContactIds(db, portfolioId, lanes);
  const contacts = [...new Set(current.values())];
  const names = await db.sql<Omit<Somebody, 'alias'>[]>`
    select id, display_name as "displayName", phone from contacts where portfolio_id = ${portfolioId} and id = any(${contacts}::uuid[])`;
  const meaning = await idsMeaning(db, portfolioId, contacts);
  const aliases = new Map<ContactId, string>();
  for (const { alias, contactId } of await aliasesBoundTo(db, portfolioId, [...meaning.keys()])) {
    const now = meaning.get(contactId);
    if (now && (!aliases.has(now) || now === contactId)) aliases.set(now, alias);
  }
  const byId = new Map(names.map((one) => [one.id, { ...one, alias: aliases.get(one.id) ?? null }]));
  return new Map(
    [...current].flatMap(([lane, id]) => {
      const one = byId.get(id);
      return one ? [[lane as string, one] as const] : [];
    }),
  );
}

function shown(row: DeliveryRow, who: Somebody | undefined): RelayDelivery {
  const { id, field, state, attempts, failure, status, tookMs, rewrites } = row;
  const numberIn = ({ after }: Omit<Rewritten, 'phone'>) => {
    if (after === 'alias') return who?.alias ? `+${who.alias}` : null;
    return after === 'number' ? (who?.phone ?? null) : null;
  };
  return {
    ...{ id, field, state, attempts, failure, status, tookMs },
    contact: who ? { id: who.id, displayName: who.displayName } : null,
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    nextAt: row.dueAt?.toISOString() ?? null,
    rewritten: rewrites?.map((one) => ({ ...one, phone: numberIn(one) })) ?? null,
  };
}
