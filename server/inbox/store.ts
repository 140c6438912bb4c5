// The inbox room: every webhook that was answered 200, until it is applied, kept or parked. Owns inbox, lanes, parked, kept, raw_keys.
// Promises: what is in here survives a crash; every item of it ends in exactly one of the five counts; bodies are sealed (raw-keys.ts).

import type { PortfolioId } from '@throughline/identity';
import type { Database, Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { limits } from '../limits.ts';
import { forgetOpened, KeyGoneError, opened, readable, sealed, sealedAgain } from './raw-keys.ts';
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
  /** Put through the door again: part of what came before. */
  replayed?: boolean;
}

interface InboxRowAsKept extends InboxRow {
  keyId: number | null;
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
 *
 * Answers the portfolios that have something waiting now.
 */
export async function put(db: Database, arrivals: readonly Arrival[]): Promise<ReadonlySet<PortfolioId>> {
  const kept = await putOnce(db, arrivals);
  if (kept) return kept;
  // A key this process knew is not there any more: the database was restored under it, or somebody gave the key up.
  forgetOpened(db);
  const keptAgain = await putOnce(db, arrivals);
  if (!keptAgain) throw new KeyGoneError();
  return keptAgain;
}

/** All of them, or none where a key they are sealed with is not in the database: nobody could read them. Answers whose they are. */
async function putOnce(db: Database, arrivals: readonly Arrival[]): Promise<Set<PortfolioId> | undefined> {
  const bodies = await sealed(db, 'inbox', arrivals);
  const keyIds = [...new Set(bodies.flatMap(({ keyId }) => keyId ?? []))];
  const rows = await db.sql<{ portfolioId: PortfolioId | null }[]>`
    insert into inbox (portfolio_id, waba_id, body, key_id)
    select w.portfolio_id, a.waba_id, decode(a.body, 'base64'), a.key_id
    from unnest(${arrivals.map((one) => one.wabaId)}::text[], ${bodies.map(({ body }) => body.toString('base64'))}::text[],
                ${bodies.map(({ keyId }) => keyId)}::int[])
         with ordinality as a (waba_id, body, key_id, place)
    left join wabas w on w.waba_id = a.waba_id
    where ${keyIds.length}::int = (select count(*) from raw_keys where id = any(${keyIds}::int[]))
    order by a.place
    returning portfolio_id as "portfolioId"`;
  return rows.length < arrivals.length ? undefined : new Set(rows.flatMap(({ portfolioId }) => portfolioId ?? []));
}

/** Webhooks of a WABA that was not connected when they came: they have a portfolio now. */
export async function route(tx: Transaction, wabaId: string, portfolioId: PortfolioId): Promise<number> {
  await tx.sql`insert into lanes (portfolio_id) values (${portfolioId}) on conflict do nothing`;
  const rows = await tx.sql`
    update inbox set portfolio_id = ${portfolioId} where waba_id = ${wabaId} and portfolio_id is null and state = 'waiting'`;
  return rows.count;
}

/** Takes the lane of a portfolio that has something waiting and nobody working on it; held until the transaction ends. */
export async function claimLane(tx: Transaction): Promise<Lane | undefined> {
  const [lane] = await tx.sql<Lane[]>`
    select portfolio_id as id, relayed from lanes l
    where exists (select from inbox i where i.portfolio_id = l.portfolio_id and i.state = 'waiting')
    for update skip locked limit 1`;
  return lane;
}

export interface Lane {
  id: PortfolioId;
  /** Whether anybody is to be told of its webhooks as they come. */
  relayed: boolean;
}

/** The caller holds the lane. */
export async function setRelayed(tx: Transaction, portfolioId: PortfolioId, relayed: boolean): Promise<void> {
  await tx.sql`
    insert into lanes (portfolio_id, relayed) values (${portfolioId}, ${relayed})
    on conflict (portfolio_id) do update set relayed = excluded.relayed`;
}

/** As they came, by their ids: those still kept. */
export async function webhooksById(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly number[],
): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<InboxRowAsKept[]>`
    select id, body, key_id as "keyId" from inbox where portfolio_id = ${portfolioId} and id = any(${[...ids]}::bigint[])`;
  return new Map((await readable(db, rows)).map(({ id, body }) => [id, body]));
}

/** How many bytes each of these holds; those that are kept no more are left out. */
export async function sizesOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db.sql<{ id: number; bytes: number }[]>`
    select id, octet_length(body) as bytes from inbox where portfolio_id = ${portfolioId} and id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

/** The oldest waiting, at most `limit`, and no further once they hold `limits.laneBatchBytes`; always one at least. */
export async function waiting(tx: Transaction, portfolioId: PortfolioId, limit: number): Promise<InboxRow[]> {
  const rows = await tx.sql<InboxRowAsKept[]>`
    select id, waba_id as "wabaId", body, key_id as "keyId", received_at as "receivedAt", replayed from (
      select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
        select id, waba_id, body, key_id, received_at, replayed from inbox
        where portfolio_id = ${portfolioId} and state = 'waiting' order by id limit ${limit}) as oldest) as summed
    where before < ${limits.laneBatchBytes} order by id`;
  return await opened(tx, rows);
}

/** Which of them nobody has worked off yet. The caller holds the lane. */
export async function stillWaiting(tx: Transaction, ids: readonly InboxRow['id'][]): Promise<Set<InboxRow['id']>> {
  const rows = await tx.sql<{ id: number }[]>`
    select id from inbox where id = any(${[...ids]}::bigint[]) and state = 'waiting'`;
  return new Set(rows.map(({ id }) => id));
}

export async function finish(tx: Transaction, counts: ReadonlyMap<number, Counts>): Promise<void> {
  const rows = [...counts].map(([id, count]) => ({ id, ...count }));
  await tx.sql`
    update inbox i set state = 'done', finished_at = now(), items = r.items, applied = r.applied, repeated = r.repeated,
                       kept = r.kept, parked = r.parked, dropped = r.dropped
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (id bigint, items int, applied int, repeated int, kept int, parked int, dropped int)
    where i.id = r.id`;
}

/** What a webhook says from now on: without what was dropped of it. */
export async function rewrite(tx: Transaction, bodies: readonly { id: InboxRow['id']; body: Buffer }[]): Promise<void> {
  const kept = await tx.sql<{ id: number; keyId: number | null }[]>`
    select id, key_id as "keyId" from inbox where id = any(${bodies.map(({ id }) => id)}::bigint[]) for update`;
  const keyOf = new Map(kept.map(({ id, keyId }) => [id, keyId]));
  const rest = await sealedAgain(
    tx,
    bodies.map(({ id, body }) => ({ keyId: keyOf.get(id) ?? null, body })),
  );
  await tx.sql`
    update inbox i set body = decode(b.body, 'base64')
    from unnest(${bodies.map(({ id }) => id)}::bigint[], ${rest.map(({ body }) => body.toString('base64'))}::text[]) as b (id, body)
    where i.id = b.id`;
}

export async function park(
  tx: Transaction,
  portfolioId: PortfolioId | null,
  items: readonly ParkedItem[],
): Promise<void> {
  if (items.length === 0) return;
  const bodies = await sealed(tx, 'parked', items);
  const rows = items.map((item, i) => ({
    ...item,
    body: bodies[i]?.body.toString('base64'),
    keyId: bodies[i]?.keyId,
    receivedAt: item.receivedAt.toISOString(),
  }));
  await tx.sql`
    insert into parked (id, portfolio_id, inbox_id, waba_id, field, reason, detail, body, key_id, received_at)
    select id, ${portfolioId}, "inboxId", "wabaId", field, reason, detail, decode(body, 'base64'), "keyId", "receivedAt"
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, "inboxId" bigint, "wabaId" text, field text, reason text, detail text, body text, "keyId" int, "receivedAt" timestamptz)`;
}

export interface KeptItem {
  wabaId: string | null;
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
  const bodies = await sealed(
    tx,
    'inbox',
    items.map(({ wabaId, value }) => ({ wabaId, body: Buffer.from(JSON.stringify(value)) })),
  );
  const rows = items.map((item, i) => {
    const { body, keyId = null } = bodies[i] ?? {};
    return { ...item, at: timestamp(item.at), keyId, value: keyId === null ? item.value : body?.toString('base64') };
  });
  const fresh = await tx.sql<{ key: string }[]>`
    insert into kept (portfolio_id, event_key, topic, phone_number_id, at, value, key_id)
    select ${portfolioId}, "eventKey", topic, "phoneNumberId", at, coalesce(value, 'null'), "keyId"
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r ("eventKey" text, topic text, "phoneNumberId" text, at timestamptz, value jsonb, "keyId" int)
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
    {
      state: string;
      wabaId: string | null;
      portfolioId: PortfolioId | null;
      wasKnown: boolean;
      body: Buffer;
      keyId: number | null;
    }[]
  >`
    select p.state, p.waba_id as "wabaId", coalesce(w.portfolio_id, p.portfolio_id) as "portfolioId", p.body, p.key_id as "keyId",
           p.portfolio_id is not null as "wasKnown"
    from parked p left join wabas w on w.waba_id = p.waba_id
    where p.id = ${id} and (${portfolios === 'all'} or p.portfolio_id = any(${portfolios === 'all' ? [] : [...portfolios]}::text[]))
    for update of p`;
  if (!item) return undefined;
  if (item.state !== 'parked') return { done: false, portfolioId: item.portfolioId };
  await tx.sql`update parked set state = 'replayed', replayed_at = now() where id = ${id}`;
  const [again] = await sealed(tx, 'inbox', await opened(tx, [item]));
  if (again)
    await tx.sql`
      insert into inbox (portfolio_id, waba_id, body, key_id, replayed)
      values (${item.portfolioId}, ${item.wabaId}, ${again.body}, ${again.keyId}, ${item.wasKnown})`;
  return { done: true, portfolioId: item.portfolioId };
}

/** Webhooks that nobody's portfolio could be found for, moved to where supervisors see them. */
export async function unrouted(tx: Transaction, olderThanMs: number, limit: number): Promise<InboxRow[]> {
  const rows = await tx.sql<InboxRowAsKept[]>`
    update inbox set state = 'parked', finished_at = now()
    where id in (select id from inbox where portfolio_id is null and state = 'waiting'
                 and received_at < now() - ${olderThanMs}::int * interval '1 millisecond' order by id limit ${limit} for update skip locked)
    returning id, waba_id as "wabaId", body, key_id as "keyId", received_at as "receivedAt"`;
  return await opened(tx, rows);
}

/** Webhooks of accounts nobody connected, and their parts: whose they are nobody here can be asked. Answers how many went. */
export async function forgetUnclaimed(tx: Transaction, days: number, limit: number): Promise<number> {
  const parts = await tx.sql`
    delete from parked where id in (
      select id from parked where portfolio_id is null and parked_at < now() - ${days}::int * interval '1 day' limit ${limit})`;
  const whole = await tx.sql`
    delete from inbox where id in (
      select id from inbox where portfolio_id is null and state = 'parked' and finished_at < now() - ${days}::int * interval '1 day' limit ${limit})`;
  return parts.count + whole.count;
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
