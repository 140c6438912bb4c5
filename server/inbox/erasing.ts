// The inbox room, one person taken out of what is kept as it came. Who that is and what is theirs is the flow's to say; here are the rows.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface RawRow {
  id: string;
  body: Buffer;
  receivedAt: Date;
}

/**
 * Webhooks in which a pattern stands, in the order they came. Reads the table through: nothing finds a person in bytes as they came.
 * `escape` leaves ASCII as it is, and what is looked for is ASCII.
 */
export async function rawWith(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, after, limit }: { pattern: string; after: string; limit: number },
): Promise<RawRow[]> {
  return await db.sql<RawRow[]>`
    select id::text as id, body, received_at as "receivedAt" from inbox
    where portfolio_id = ${portfolioId} and id > ${after}::bigint and encode(body, 'escape') ~ ${pattern} order by id limit ${limit}`;
}

/** The same rows once more, now that nobody else changes them: another erasure may have taken something out meanwhile. */
export async function rawById(tx: Transaction, ids: readonly string[]): Promise<RawRow[]> {
  return await tx.sql<RawRow[]>`
    select id::text as id, body, received_at as "receivedAt" from inbox where id = any(${[...ids]}::bigint[]) order by id for update`;
}

/** What is left of each. The counts of what it came to stay as they are. */
export async function replaceRaw(tx: Transaction, bodies: readonly { id: string; body: Buffer }[]): Promise<void> {
  if (bodies.length === 0) return;
  const rows = bodies.map(({ id, body }) => ({ id, body: body.toString('base64') }));
  await tx.sql`
    update inbox i set body = decode(r.body, 'base64')
    from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb) as r (id bigint, body text) where i.id = r.id`;
}

export interface ParkedRaw extends RawRow {
  detail: string;
}

export async function parkedWith(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, after, limit }: { pattern: string; after: string; limit: number },
): Promise<ParkedRaw[]> {
  return await db.sql<ParkedRaw[]>`
    select id::text as id, body, detail, received_at as "receivedAt" from parked
    where portfolio_id = ${portfolioId} and id > ${after}::uuid and (encode(body, 'escape') ~ ${pattern} or detail ~ ${pattern})
    order by id limit ${limit}`;
}

export async function removeParked(tx: Transaction, portfolioId: PortfolioId, ids: readonly string[]): Promise<void> {
  await tx.sql`delete from parked where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[])`;
}

export interface KeptRaw {
  id: string;
  at: Date;
  value: unknown;
}

export async function keptWith(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, after, limit }: { pattern: string; after: string; limit: number },
): Promise<KeptRaw[]> {
  return await db.sql<KeptRaw[]>`
    select event_key as id, at, value from kept
    where portfolio_id = ${portfolioId} and event_key > ${after} and value::text ~ ${pattern} order by event_key limit ${limit}`;
}

export async function removeKept(tx: Transaction, portfolioId: PortfolioId, keys: readonly string[]): Promise<void> {
  await tx.sql`delete from kept where portfolio_id = ${portfolioId} and event_key = any(${[...keys]}::text[])`;
}
