// The inbox room: every webhook that was answered 200, until it is applied, kept or parked. Owns inbox, lanes, parked, kept.
// Promises: what is in here survives a crash; every item of it ends in exactly one of the five counts.

import type { PortfolioId } from '@throughline/identity';
import type { Database, Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';
import type { ParkReason } from './rules-sorting.ts';

export interface Arrival {
  wabaId: string | null;
  body: Buffer;
}

export interface InboxRow {
  id: number;
  wabaId: string | null;
  body: Buffer;
  receivedAt: Date;
}

export interface Counts {
  items: number;
  applied: number;
  repeated: number;
  kept: number;
  parked: number;
  /** About somebody erased, and older than that. */
  dropped: number;
}

export interface ParkedItem {
  id: string;
  inboxId: number;
  wabaId: string | null;
  field: string | null;
  reason: ParkReason;
  detail: string;
  body: Buffer;
  receivedAt: Date;
}

/**
 * One statement, one commit, for however many webhooks came in together. The portfolio is looked up in the same statement;
 * a WABA nobody has connected waits as parked until somebody does.
 *
 * Bodies travel as base64 in one text array, so that one prepared statement serves groups of every size.
 */
export async function put(db: Database, arrivals: readonly Arrival[]): Promise<void> {
  await db.sql`
    insert into inbox (portfolio_id, waba_id, body)
    select w.portfolio_id, a.waba_id, decode(a.body, 'base64')
    from unnest(${arrivals.map((one) => one.wabaId)}::text[], ${arrivals.map((one) => one.body.toString('base64'))}::text[])
         with ordinality as a (waba_id, body, place)
    left join wabas w on w.waba_id = a.waba_id
    order by a.place`;
}

/** Webhooks of a WABA that was not connected when they came: they have a portfolio now. */
export async function route(tx: Transaction, wabaId: string, portfolioId: PortfolioId): Promise<number> {
  await tx.sql`insert into lanes (portfolio_id) values (${portfolioId}) on conflict do nothing`;
  const rows = await tx.sql`
    update inbox set portfolio_id = ${portfolioId} where waba_id = ${wabaId} and portfolio_id is null and state = 'waiting'`;
  return rows.count;
}

/** Takes the lane of a portfolio that has something waiting and nobody working on it; held until the transaction ends. */
export async function claimLane(tx: Transaction): Promise<PortfolioId | undefined> {
  const [lane] = await tx.sql<{ id: PortfolioId }[]>`
    select portfolio_id as id from lanes l
    where exists (select from inbox i where i.portfolio_id = l.portfolio_id and i.state = 'waiting')
    for update skip locked limit 1`;
  return lane?.id;
}

/** The oldest waiting, at most `limit`, and no further once they hold `limits.laneBatchBytes`; always one at least. */
export async function waiting(tx: Transaction, portfolioId: PortfolioId, limit: number): Promise<InboxRow[]> {
  return await tx.sql<InboxRow[]>`
    select id, waba_id as "wabaId", body, received_at as "receivedAt" from (
      select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
        select id, waba_id, body, received_at from inbox
        where portfolio_id = ${portfolioId} and state = 'waiting' order by id limit ${limit}) as oldest) as summed
    where before < ${limits.laneBatchBytes} order by id`;
}

export async function finish(tx: Transaction, counts: ReadonlyMap<number, Counts>): Promise<void> {
  const rows = [...counts].map(([id, count]) => ({ id, ...count }));
  await tx.sql`
    update inbox i set state = 'done', finished_at = now(), items = r.items, applied = r.applied, repeated = r.repeated,
                       kept = r.kept, parked = r.parked, dropped = r.dropped
    from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb) as r (id bigint, items int, applied int, repeated int, kept int, parked int, dropped int)
    where i.id = r.id`;
}

/** What a webhook says from now on: without what was dropped of it. */
export async function rewrite(tx: Transaction, bodies: readonly { id: InboxRow['id']; body: Buffer }[]): Promise<void> {
  await tx.sql`
    update inbox i set body = decode(b.body, 'base64')
    from unnest(${bodies.map(({ id }) => id)}::bigint[], ${bodies.map(({ body }) => body.toString('base64'))}::text[]) as b (id, body)
    where i.id = b.id`;
}

export async function park(
  tx: Transaction,
  portfolioId: PortfolioId | null,
  items: readonly ParkedItem[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    ...item,
    body: item.body.toString('base64'),
    receivedAt: item.receivedAt.toISOString(),
  }));
  await tx.sql`
    insert into parked (id, portfolio_id, inbox_id, waba_id, field, reason, detail, body, received_at)
    select id, ${portfolioId}, "inboxId", "wabaId", field, reason, detail, decode(body, 'base64'), "receivedAt"
    from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb)
      as r (id uuid, "inboxId" bigint, "wabaId" text, field text, reason text, detail text, body text, "receivedAt" timestamptz)`;
}

export interface KeptItem {
  eventKey: string;
  topic: string;
  phoneNumberId: string | null;
  at: number;
  value: unknown;
}

/** Answers the keys that were new. */
export async function keep(
  tx: Transaction,
  portfolioId: PortfolioId,
  items: readonly KeptItem[],
): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const rows = items.map((item) => ({ ...item, at: timestamp(item.at) }));
  const fresh = await tx.sql<{ key: string }[]>`
    insert into kept (portfolio_id, event_key, topic, phone_number_id, at, value)
    select ${portfolioId}, "eventKey", topic, "phoneNumberId", at, coalesce(value, 'null')
    from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb)
      as r ("eventKey" text, topic text, "phoneNumberId" text, at timestamptz, value jsonb)
    on conflict do nothing returning event_key as key`;
  return new Set(fresh.map((row) => row.key));
}

export interface ParkedRow {
  id: string;
  reason: ParkReason;
  detail: string;
  field: string | null;
  receivedAt: Date;
  parkedAt: Date;
  state: 'parked' | 'replayed';
}

export async function parkedPage(
  db: Reader,
  {
    portfolios,
    state,
    before,
    limit,
  }: {
    portfolios: readonly PortfolioId[] | 'all';
    state: string;
    before?: { at: string; id: string } | undefined;
    limit: number;
  },
): Promise<ParkedRow[]> {
  return await db.sql<ParkedRow[]>`
    select id, reason, detail, field, received_at as "receivedAt", parked_at as "parkedAt", state from parked
    where state = ${state}
      and (${portfolios === 'all'} or portfolio_id = any(${portfolios === 'all' ? [] : [...portfolios]}::text[]))
      and (${before?.at ?? null}::timestamptz is null or (date_trunc('milliseconds', parked_at), id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by date_trunc('milliseconds', parked_at) desc, id desc limit ${limit}`;
}

/** Puts a parked item into the inbox again, on its own. Undefined where there is no such item; `done` false where it was done before. */
export async function unpark(
  tx: Transaction,
  id: string,
  portfolios: readonly PortfolioId[] | 'all',
): Promise<{ done: boolean; portfolioId: PortfolioId | null } | undefined> {
  const [item] = await tx.sql<
    { state: string; wabaId: string | null; portfolioId: PortfolioId | null; body: Buffer }[]
  >`
    select p.state, p.waba_id as "wabaId", coalesce(w.portfolio_id, p.portfolio_id) as "portfolioId", p.body
    from parked p left join wabas w on w.waba_id = p.waba_id
    where p.id = ${id} and (${portfolios === 'all'} or p.portfolio_id = any(${portfolios === 'all' ? [] : [...portfolios]}::text[]))
    for update of p`;
  if (!item) return undefined;
  if (item.state !== 'parked') return { done: false, portfolioId: item.portfolioId };
  await tx.sql`update parked set state = 'replayed', replayed_at = now() where id = ${id}`;
  await tx.sql`insert into inbox (portfolio_id, waba_id, body) values (${item.portfolioId}, ${item.wabaId}, ${item.body})`;
  return { done: true, portfolioId: item.portfolioId };
}

/** Webhooks that nobody's portfolio could be found for, moved to where supervisors see them. */
export async function unrouted(tx: Transaction, olderThanMs: number, limit: number): Promise<InboxRow[]> {
  return await tx.sql<InboxRow[]>`
    update inbox set state = 'parked', finished_at = now()
    where id in (select id from inbox where portfolio_id is null and state = 'waiting'
                 and received_at < now() - ${olderThanMs}::int * interval '1 millisecond' order by id limit ${limit} for update skip locked)
    returning id, waba_id as "wabaId", body, received_at as "receivedAt"`;
}

/** Parts of webhooks of accounts nobody connected: whose they are nobody here can be asked. Answers how many went. */
export async function forgetUnclaimed(tx: Transaction, days: number, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from parked where id in (
      select id from parked where portfolio_id is null and parked_at < now() - ${days}::int * interval '1 day' limit ${limit})`;
  return rows.count;
}

export async function depth(db: Reader): Promise<{ waiting: number; oldestS: number; parked: number }> {
  const [row] = await db.sql<{ waiting: number; oldestS: number; parked: number }[]>`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(received_at)), 0)::float as "oldestS",
           (select count(*)::int from parked where state = 'parked') as parked
    from inbox where state = 'waiting'`;
  return row ?? { waiting: 0, oldestS: 0, parked: 0 };
}

/** The right to write the portfolio, waited for. */
export async function lockLane(tx: Transaction, portfolioId: PortfolioId): Promise<void> {
  await tx.sql`select from lanes where portfolio_id = ${portfolioId} for update`;
}
