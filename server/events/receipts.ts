// The events room, erasures: who was told to forget somebody, and has said that they did.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface Consumer {
  kind: 'subscription' | 'key';
  id: string;
  name: string;
}

export interface ErasureOf {
  portfolioId: PortfolioId;
  erasureId: string;
  contactId: string;
}

/** These are being told; nobody has answered yet. */
export async function awaitReceipts(
  tx: Transaction,
  { portfolioId, erasureId }: Pick<ErasureOf, 'portfolioId' | 'erasureId'>,
  { contactIds, consumers, at }: { contactIds: readonly string[]; consumers: readonly Consumer[]; at: Date },
): Promise<void> {
  if (contactIds.length === 0 || consumers.length === 0) return;
  await tx.sql`
    insert into erasure_receipts (portfolio_id, erasure_id, contact_id, consumer_kind, consumer_id, consumer_name, state, told_at)
    select ${portfolioId}, ${erasureId}, c.id, r.kind, r.id, r.name, 'waiting', ${at}
    from unnest(${[...contactIds]}::uuid[]) as c (id)
    cross join json_to_recordset(${rowsOf(consumers)}::text::json) as r (kind text, id uuid, name text)
    on conflict do nothing`;
}

/** Acknowledged stays acknowledged. */
export async function settleReceipt(
  tx: Transaction,
  { portfolioId, erasureId, contactId }: ErasureOf,
  { consumer, state, at }: { consumer: Consumer; state: 'acknowledged' | 'failed'; at: Date },
): Promise<void> {
  await tx.sql`
    insert into erasure_receipts (portfolio_id, erasure_id, contact_id, consumer_kind, consumer_id, consumer_name, state, told_at, settled_at)
    values (${portfolioId}, ${erasureId}, ${contactId}, ${consumer.kind}, ${consumer.id}, ${consumer.name}, ${state}, ${at}, ${at})
    on conflict (portfolio_id, erasure_id, contact_id, consumer_kind, consumer_id) do update set
      state = excluded.state, settled_at = excluded.settled_at
    where erasure_receipts.state <> 'acknowledged'`;
}

/** Whoever is told no more will not answer. */
export async function giveUpReceipts(
  tx: Transaction,
  portfolioId: PortfolioId,
  { subscriptionId, at }: { subscriptionId: string; at: Date },
): Promise<void> {
  await tx.sql`
    update erasure_receipts set state = 'failed', settled_at = ${at}
    where portfolio_id = ${portfolioId} and consumer_kind = 'subscription' and consumer_id = ${subscriptionId} and state = 'waiting'`;
}

export interface Receipt {
  kind: Consumer['kind'];
  name: string;
  /** Of several contacts that one person was, the least that is true of all. */
  state: 'waiting' | 'acknowledged' | 'failed';
  toldAt: Date;
  settledAt: Date | null;
}

/** By consumer, in the order they were told. */
export async function receiptsOf(db: Reader, portfolioId: PortfolioId, erasureId: string): Promise<Receipt[]> {
  return await db.sql<Receipt[]>`
    select consumer_kind as kind, max(consumer_name) as name, min(told_at) as "toldAt", max(settled_at) as "settledAt",
           case when bool_or(state = 'waiting') then 'waiting' when bool_or(state = 'failed') then 'failed' else 'acknowledged' end as state
    from erasure_receipts where portfolio_id = ${portfolioId} and erasure_id = ${erasureId}
    group by consumer_kind, consumer_id order by min(told_at), max(consumer_name)`;
}
