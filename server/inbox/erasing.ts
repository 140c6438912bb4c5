// The inbox room, one person taken out of what is kept as it came. Who that is and what is theirs is the flow's to say; here are the rows.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { limits } from '../limits.ts';
import { readable, sealedAgain } from './raw-keys.ts';

export interface RawRow {
  id: string;
  body: Buffer;
  keyId: number | null;
  receivedAt: Date;
}

/** `rows`: those that may speak of somebody. `next`: where the next page begins; undefined after the last. */
export interface RawPage<T> {
  rows: T[];
  next: string | undefined;
}

/** `pattern`: of ASCII, the same in whatever else stands around it. */
export interface RawSearch {
  pattern: RegExp;
  after: string;
  limit: number;
}

/**
 * Webhooks in which a pattern stands, in the order they came. All of the portfolio are read through and opened here, since nothing finds a
 * person in sealed bytes: no index, and no keyed hash of whom a body speaks of, which would have to be made at the door for every webhook and
 * would say of each whom it is about. Opening 1 kB takes 4 µs of a core, so a million of them some seconds; they are kept 14 days.
 */
export async function rawWith(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, after, limit }: RawSearch,
): Promise<RawPage<RawRow>> {
  const page = await db.sql<RawRow[]>`
    select id::text as id, body, key_id as "keyId", received_at as "receivedAt" from (
      select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
        select id, body, key_id, received_at from inbox
        where portfolio_id = ${portfolioId} and id > ${after}::bigint order by id limit ${limit}) as oldest) as summed
    where before < ${limits.subjectRawBytes} order by summed.id`;
  const open = await readable(db, page);
  return { rows: open.filter(({ body }) => pattern.test(body.toString('latin1'))), next: page.at(-1)?.id };
}

/** The same rows once more, now that nobody else changes them: another erasure may have taken something out meanwhile. */
export async function rawById(tx: Transaction, ids: readonly string[]): Promise<RawRow[]> {
  const rows = await tx.sql<RawRow[]>`
    select id::text as id, body, key_id as "keyId", received_at as "receivedAt" from inbox
    where id = any(${[...ids]}::bigint[]) order by inbox.id for update`;
  return await readable(tx, rows);
}

/** What is left of each. The counts of what it came to stay as they are. */
export async function replaceRaw(
  tx: Transaction,
  bodies: readonly Pick<RawRow, 'id' | 'body' | 'keyId'>[],
): Promise<void> {
  if (bodies.length === 0) return;
  const sealed = await sealedAgain(tx, bodies);
  const rows = bodies.map(({ id }, i) => ({ id, body: sealed[i]?.body.toString('base64') }));
  await tx.sql`
    update inbox i set body = decode(r.body, 'base64')
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (id bigint, body text) where i.id = r.id`;
}

export interface ParkedRaw extends RawRow {
  detail: string;
}

export async function parkedWith(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, after, limit }: RawSearch,
): Promise<RawPage<ParkedRaw>> {
  const page = await db.sql<ParkedRaw[]>`
    select id::text as id, body, key_id as "keyId", detail, received_at as "receivedAt" from (
      select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
        select id, body, key_id, detail, received_at from parked
        where portfolio_id = ${portfolioId} and id > ${after}::uuid order by id limit ${limit}) as first) as summed
    where before < ${limits.subjectRawBytes} order by summed.id`;
  const open = await readable(db, page);
  const found = open.filter(({ body, detail }) => pattern.test(body.toString('latin1')) || pattern.test(detail));
  return { rows: found, next: page.at(-1)?.id };
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
  { pattern, after, limit }: RawSearch,
): Promise<RawPage<KeptRaw>> {
  const page = await db.sql<{ id: string; at: Date; value: unknown; keyId: number | null }[]>`
    select event_key as id, at, value, key_id as "keyId" from (
      select *, sum(octet_length(value::text)) over (order by event_key) - octet_length(value::text) as before from (
        select event_key, at, value, key_id from kept
        where portfolio_id = ${portfolioId} and event_key > ${after} order by event_key limit ${limit}) as first) as summed
    where before < ${limits.subjectRawBytes} order by event_key`;
  const open = await readable(
    db,
    page.map(({ value, ...row }) => ({ ...row, body: bytesOf(value, row.keyId) })),
  );
  const found = open.filter(({ body }) => pattern.test(body.toString('latin1')));
  return {
    rows: found.map(({ id, at, body }) => ({ id, at, value: JSON.parse(body.toString()) })),
    next: page.at(-1)?.id,
  };
}

function bytesOf(value: unknown, keyId: number | null): Buffer {
  return keyId === null ? Buffer.from(JSON.stringify(value)) : Buffer.from(String(value), 'base64');
}

/**
 * What stands in columns that are sealed, for whoever searches all columns: nothing where the key is gone. `row` as it is read there: all but
 * bytes as text.
 */
export const sealedColumns = (db: Reader) => {
  const open = async (row: Row, body: Buffer) => {
    const keyId = row.key_id === null ? null : Number(row.key_id);
    return (await readable(db, [{ body, keyId }]))[0]?.body;
  };
  return {
    'inbox.body': (row: Row) => open(row, row.body as Buffer),
    'parked.body': (row: Row) => open(row, row.body as Buffer),
    'kept.value': (row: Row) =>
      open(row, bytesOf(JSON.parse(String(row.value)), row.key_id === null ? null : Number(row.key_id))),
  };
};

type Row = Readonly<Record<string, unknown>>;

export async function removeKept(tx: Transaction, portfolioId: PortfolioId, keys: readonly string[]): Promise<void> {
  await tx.sql`delete from kept where portfolio_id = ${portfolioId} and event_key = any(${[...keys]}::text[])`;
}
