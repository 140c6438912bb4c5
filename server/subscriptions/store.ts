// The subscriptions room: addresses that are told what happens, and what each is still to be told. Owns subscriptions, deliveries, delivery_lanes.
// Promises: what is put on an address's list stays there until it was taken, given up or is kept no more; of one contact nothing is due before
// what came earlier; one process delivers to an address at a time.

import type { DeliveryFailure, EventType, SubscriptionState } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { keptSecret } from './secrets.ts';
import type { SubscriptionKey } from './shapes.ts';

/** What it is told: events of the log, or webhooks in Meta's own format (the relay room). */
export type Purpose = 'events' | 'relay';

export interface SubscriptionRow extends SubscriptionKey {
  purpose: Purpose;
  name: string;
  url: string;
  types: EventType[] | null;
  accounts: boolean;
  state: SubscriptionState;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousUntil: Date | null;
  position: number;
  createdAt: Date;
  failures: number;
  failingSince: Date | null;
  restUntil: Date | null;
  lastFailure: DeliveryFailure | null;
  lastSuccessAt: Date | null;
  disabledAt: Date | null;
}

const columns = fragment`portfolio_id as "portfolioId", id, purpose, name, url, types, accounts, state, secret, previous_secret as "previousSecret",
  previous_until as "previousUntil", position, created_at as "createdAt", failures, failing_since as "failingSince", rest_until as "restUntil",
  last_failure as "lastFailure", last_success_at as "lastSuccessAt", disabled_at as "disabledAt"`;

/** Those of one purpose. */
export async function subscriptionsOf(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  purpose: Purpose = 'events',
): Promise<SubscriptionRow[]> {
  const all = portfolios === 'all';
  return await db.sql<SubscriptionRow[]>`
    select ${columns} from subscriptions
    where purpose = ${purpose} and (${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])) order by created_at, id`;
}

export async function subscriptionById(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
  { lock = false, purpose = 'events' }: { lock?: boolean; purpose?: Purpose } = {},
): Promise<SubscriptionRow | undefined> {
  const all = portfolios === 'all';
  const [row] = await db.sql<SubscriptionRow[]>`
    select ${columns} from subscriptions
    where id = ${id} and purpose = ${purpose} and (${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])) ${lock ? fragment`for no key update` : fragment``}`;
  return row;
}

export interface NewSubscription extends SubscriptionKey {
  purpose?: Purpose;
  name: string;
  url: string;
  types: readonly EventType[] | null;
  accounts: boolean;
  secret: string;
  /** Of the log: what is after it is told. */
  position: number;
  at: Date;
  by: string;
}

export async function addSubscription(tx: Transaction, one: NewSubscription): Promise<void> {
  await tx.sql`
    insert into subscriptions (portfolio_id, id, purpose, name, url, types, accounts, secret, position, created_at, created_by)
    values (${one.portfolioId}, ${one.id}, ${one.purpose ?? 'events'}, ${one.name}, ${one.url}, ${one.types && [...one.types]}, ${one.accounts}, ${keptSecret(tx, one, one.secret)},
            ${one.position}, ${one.at}, ${one.by})`;
}

/** What people may change. Another state is another beginning: what was counted of failures is forgotten. */
export async function saveSubscription(tx: Transaction, one: SubscriptionRow, before: SubscriptionRow): Promise<void> {
  const anew = one.state !== before.state || one.url !== before.url;
  await tx.sql`
    update subscriptions set name = ${one.name}, url = ${one.url}, types = ${one.types && [...one.types]}, accounts = ${one.accounts}, state = ${one.state},
      disabled_at = case when ${one.state} = 'disabled' then disabled_at end,
      failures = case when ${anew} then 0 else failures end, failing_since = case when ${anew} then null else failing_since end,
      rest_until = case when ${anew} then null else rest_until end
    where portfolio_id = ${one.portfolioId} and id = ${one.id}`;
  if (anew)
    await tx.sql`
      update delivery_lanes set due_at = now() where portfolio_id = ${one.portfolioId} and subscription_id = ${one.id} and due_at > now()`;
}

/** The secret of now signs along until then. */
export async function rotateSecret(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  { secret, until }: { secret: string; until: Date },
): Promise<void> {
  await tx.sql`
    update subscriptions set previous_secret = secret, previous_until = ${until}, secret = ${keptSecret(tx, { portfolioId, id }, secret)}
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function removeSubscription(tx: Transaction, { portfolioId, id }: SubscriptionKey): Promise<void> {
  await tx.sql`delete from delivery_lanes where portfolio_id = ${portfolioId} and subscription_id = ${id}`;
  await tx.sql`delete from deliveries where portfolio_id = ${portfolioId} and subscription_id = ${id}`;
  await tx.sql`delete from subscriptions where portfolio_id = ${portfolioId} and id = ${id}`;
}

export interface Counts {
  waiting: number;
  dead: number;
}

/** Up to `most` each: more is more. */
export async function countsOf(db: Reader, { portfolioId, id }: SubscriptionKey, most: number): Promise<Counts> {
  const [row] = await db.sql<Counts[]>`
    select (select count(*)::int from (select from deliveries where portfolio_id = ${portfolioId} and subscription_id = ${id} and state = 'waiting'
                                       limit ${most}) as w) as waiting,
           (select count(*)::int from (select from deliveries where portfolio_id = ${portfolioId} and subscription_id = ${id} and state = 'dead'
                                       limit ${most}) as d) as dead`;
  return row ?? { waiting: 0, dead: 0 };
}

/** Takes what is active and nobody's; another process that looks at the same moment passes over the rows locked here. */
export async function takeSubscriptions(
  tx: Transaction,
  { holder, leaseMs, held }: { holder: string; leaseMs: number; held: readonly string[] },
): Promise<SubscriptionRow[]> {
  return await tx.sql<SubscriptionRow[]>`
    with free as (
      select portfolio_id, id from subscriptions
      where state = 'active' and (lent_until is null or lent_until < now()) and not id = any(${[...held]}::uuid[]) for update skip locked)
    update subscriptions s set lent_to = ${holder}, lent_until = now() + ${leaseMs}::int * interval '1 millisecond'
    from free where s.portfolio_id = free.portfolio_id and s.id = free.id
    returning ${fragment`s.portfolio_id as "portfolioId", s.id, purpose, name, url, types, accounts, state, secret, previous_secret as "previousSecret",
      previous_until as "previousUntil", position, created_at as "createdAt", failures, failing_since as "failingSince", rest_until as "restUntil",
      last_failure as "lastFailure", last_success_at as "lastSuccessAt", disabled_at as "disabledAt"`}`;
}

/** Undefined where it is another's by now, or not active any more. Also the lock under which its holder writes. */
export async function renewSubscription(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  { holder, leaseMs }: { holder: string; leaseMs: number },
): Promise<SubscriptionRow | undefined> {
  const [row] = await tx.sql<SubscriptionRow[]>`
    update subscriptions set lent_until = now() + ${leaseMs}::int * interval '1 millisecond'
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'active' and lent_to = ${holder} and lent_until > now()
    returning ${columns}`;
  return row;
}

export async function releaseSubscription(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  holder: string,
): Promise<void> {
  await tx.sql`
    update subscriptions set lent_to = null, lent_until = null where portfolio_id = ${portfolioId} and id = ${id} and lent_to = ${holder}`;
}

export interface Health {
  failures: number;
  failingSince: Date | null;
  restUntil: Date | null;
  lastFailure: DeliveryFailure | null;
  lastSuccessAt: Date | null;
}

export async function saveHealth(
  tx: Transaction,
  { portfolioId, id }: SubscriptionKey,
  { failures, failingSince, restUntil, lastFailure, lastSuccessAt }: Health,
): Promise<void> {
  await tx.sql`
    update subscriptions set failures = ${failures}, failing_since = ${failingSince}, rest_until = ${restUntil}, last_failure = ${lastFailure},
      last_success_at = ${lastSuccessAt}
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function disable(tx: Transaction, { portfolioId, id }: SubscriptionKey, at: Date): Promise<void> {
  await tx.sql`
    update subscriptions set state = 'disabled', disabled_at = ${at} where portfolio_id = ${portfolioId} and id = ${id}`;
}
