// The events room: what happened, for other systems. Owns events, event_logs, erasure_receipts.
// Promises: an event is written in the transaction that does what it tells of; within a portfolio a position is given out in the order of
// commits, so whoever reads on from a position misses nothing; what was forgotten is said to be, never passed over in silence.

import type { EventType } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';
import type { EventDraft, EventRow } from './shapes.ts';

/** Rung at commit, with nothing said. */
export const eventsChannel = 'throughline_events';

/** Written at the end of this transaction, in the order given, or not at all where it is undone. */
export function append(tx: Transaction, portfolioId: PortfolioId, drafts: readonly EventDraft[]): void {
  if (drafts.length === 0) return;
  tx.atEnd(`events ${portfolioId}`, (last) => write(last, portfolioId, drafts));
}

/**
 * The lock makes the order of positions the order of commits: it is held until this transaction is over, and nothing is waited for after it
 * (`atEnd`). Without it a reader could pass over a position that becomes visible later. The number before the portfolio keeps its hash apart from
 * others' locks.
 *
 * `limit 1` and `offset 0` keep each look at one row's own: of tables it has no figures of yet the planner made joins, which for 250 new people
 * took ten seconds and for 1,000 minutes.
 */
async function write(tx: Transaction, portfolioId: PortfolioId, drafts: readonly EventDraft[]): Promise<void> {
  const rows = drafts.map((draft, place) => ({ ...draft, place, at: timestamp(draft.at) }));
  await Promise.all([
    lockLog(tx, portfolioId),
    tx.sql`
    insert into events (portfolio_id, nonce, type, contact_id, conversation_id, at, data, accounts)
    select ${portfolioId}, substr(gen_random_uuid()::text, 1, 8), r.type, coalesce(r."contactId", h.contact_id), r."conversationId", r.at,
      coalesce(r.data, '{}')
      || case when c.id is null then '{}' else jsonb_build_object('conversation', jsonb_build_object('id', c.id,
           'businessNumber', jsonb_build_object('id', c.phone_number_id),
           'state', case when c.state = 'open' and c.snoozed_until is not null then 'snoozed' else c.state end)) end
      || case when m.id is null then '{}' else jsonb_build_object('message', jsonb_build_object('id', m.id, 'direction', m.direction, 'type', m.type,
           'status', coalesce(r.status, m.status), 'at', to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
           || case when m.direction = 'out' then jsonb_build_object('author', m.author) else '{}' end
           || case when r.type = 'message.status' then jsonb_build_object('failure', m.failure) else jsonb_build_object('text', m.body) end) end
      || case when l.id is null then '{}' else jsonb_build_object('call', jsonb_build_object('id', l.id, 'direction', l.direction,
           'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'durationS', l.duration_s)) end
      || case when q.id is null then '{}' else jsonb_build_object('request', jsonb_build_object('id', q.id, 'kind', q.kind, 'state', q.state)) end
      || case when k.id is null then '{}' else jsonb_build_object('contact', jsonb_build_object('id', k.id, 'displayName', k.display_name,
           'identifier', jsonb_build_object('kind', k.identifier_kind, 'value', k.identifier_value))
           || case when k.phone is null then '{}' else jsonb_build_object('phone', k.phone) end
           || case when k.username is null then '{}' else jsonb_build_object('username', k.username) end) end,
      coalesce(r.accounts, case when k.id is not null then (
        select array_agg(n.value order by n.value)
        from (select id from holders where portfolio_id = ${portfolioId} and contact_id = k.id offset 0) o
        cross join lateral (
          select value from names
          where portfolio_id = ${portfolioId} and holder_id = o.id and kind = 'bsuid' and until_at is null offset 0) n) end)
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (place int, type text, at timestamptz, "contactId" uuid, "conversationId" uuid, "messageId" uuid, "callId" text, "requestId" uuid,
            status text, data jsonb, accounts text[])
    left join lateral (select * from conversations where portfolio_id = ${portfolioId} and id = r."conversationId" limit 1) c on true
    left join lateral (select * from messages where portfolio_id = ${portfolioId} and id = r."messageId" limit 1) m on true
    left join lateral (select * from calls where portfolio_id = ${portfolioId} and call_id = r."callId" limit 1) l on true
    left join lateral (select * from privacy_requests where portfolio_id = ${portfolioId} and id = r."requestId" limit 1) q on true
    left join lateral (select * from holders where portfolio_id = ${portfolioId} and id = c.holder_id limit 1) h on true
    left join lateral (
      select * from contacts where portfolio_id = ${portfolioId} and id = coalesce(r."contactId", h.contact_id) limit 1) k on true
    order by r.place`,
    tx.sql`select pg_notify(${eventsChannel}, '')`,
  ]);
}

/** Until the commit: whoever appends is the only one. */
export async function lockLog(tx: Transaction, portfolioId: PortfolioId): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(7470031, hashtext(${portfolioId}))`;
}

export const columns = fragment`position, nonce, portfolio_id as "portfolioId", type, contact_id as "contactId", at, data, accounts, synthetic`;

export interface Reading {
  /** A position; what is at it is not read again. */
  after: number;
  limit: number;
  /** Only these; all where it is left out. */
  types?: readonly EventType[] | undefined;
}

export async function eventsAfter(
  db: Reader,
  portfolioId: PortfolioId,
  { after, limit, types }: Reading,
): Promise<EventRow[]> {
  return await db.sql<EventRow[]>`
    select ${columns} from events
    where portfolio_id = ${portfolioId} and position > ${after} and (${types === undefined} or type = any(${[...(types ?? [])]}::text[]))
      and synthetic is distinct from 'delivered'
    order by position limit ${limit}`;
}

export async function eventsAt(
  db: Reader,
  portfolioId: PortfolioId,
  positions: readonly number[],
): Promise<Map<number, EventRow>> {
  const rows = await db.sql<EventRow[]>`
    select ${columns} from events
    where portfolio_id = ${portfolioId} and position = any(${[...positions]}::bigint[])`;
  return new Map(rows.map((row) => [row.position, row]));
}

/** Where the log of a portfolio begins and ends: what is at `forgotten` and before is kept no more. */
export async function extentOf(db: Reader, portfolioId: PortfolioId): Promise<{ forgotten: number; last: number }> {
  const [row] = await db.sql<{ forgotten: number; last: number }[]>`
    select l.forgotten, greatest(l.forgotten, coalesce((select max(position) from events where portfolio_id = ${portfolioId}), 0)) as last
    from (select coalesce((select forgotten from event_logs where portfolio_id = ${portfolioId}), 0) as forgotten) as l`;
  return row ?? { forgotten: 0, last: 0 };
}

/** Which events have had their time. */
export interface Outdated {
  /** Those of before, up to what is still owed to an address; and of before this, all. */
  before: Date;
  anyBefore: Date;
  /** The first position that is still owed; null: none is. */
  owedFrom: number | null;
}

/** When the first of the log was. */
export async function oldestOf(db: Reader, portfolioId: PortfolioId): Promise<Date | undefined> {
  const [row] = await db.sql<{ at: Date }[]>`
    select at from events where portfolio_id = ${portfolioId} order by position limit 1`;
  return row?.at;
}

const stays = ({ before, anyBefore, owedFrom }: Outdated) =>
  fragment`(at >= ${before} or (position >= ${owedFrom}::bigint and at >= ${anyBefore}))`;

/** How many would go; up to `limit`. By position: the first that is to stay ends it, so that no gap is left behind what is forgotten. */
export async function countOutdatedEvents(
  db: Reader,
  portfolioId: PortfolioId,
  { limit, ...outdated }: Outdated & { limit: number },
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    with oldest as (select position, at from events where portfolio_id = ${portfolioId} order by position limit ${limit})
    select count(*)::int as count from oldest
    where position < coalesce((select min(position) from oldest where ${stays(outdated)}), 9223372036854775807)`;
  return row?.count ?? 0;
}

/** Forgets what has had its time, oldest first. Answers how many went. */
export async function forgetEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  { limit, ...outdated }: Outdated & { limit: number },
): Promise<number> {
  const rows = await tx.sql<{ position: number }[]>`
    with oldest as (select position, at from events where portfolio_id = ${portfolioId} order by position limit ${limit})
    delete from events e using oldest
    where e.portfolio_id = ${portfolioId} and e.position = oldest.position
      and e.position < coalesce((select min(position) from oldest where ${stays(outdated)}), 9223372036854775807) returning e.position`;
  if (rows.length === 0) return 0;
  const forgotten = Math.max(...rows.map(({ position }) => position));
  await tx.sql`
    insert into event_logs (portfolio_id, forgotten) values (${portfolioId}, ${forgotten})
    on conflict (portfolio_id) do update set forgotten = greatest(event_logs.forgotten, excluded.forgotten)`;
  return rows.length;
}

/** What was told of contacts who stay, while part of what they were is being erased: which part an event shows, nobody can tell. */
export async function forgetShown(
  tx: Transaction,
  portfolioId: PortfolioId,
  contacts: readonly string[],
): Promise<void> {
  if (contacts.length === 0) return;
  await tx.sql`
    delete from events where portfolio_id = ${portfolioId} and contact_id = any(${[...contacts]}::uuid[]) and type <> 'contact.erased'
      and (type like 'contact.%' or type like 'identifier.%' or accounts is not null)`;
}

export interface EventHead {
  position: number;
  nonce: string;
  type: EventType;
  contactId: string | null;
  /** Of a test: the one subscription it is for. */
  onlyFor: string | null;
  /** About the made-up customer, whom webhooks are told of in a way of its own. */
  synthetic: boolean;
}

const head = fragment`position, nonce, type, contact_id as "contactId", synthetic is not null as synthetic,
  case when type = 'subscription.tested' then data ->> 'subscriptionId' end as "onlyFor"`;

/** Which events there are, without what they say. */
export async function headsAfter(
  db: Reader,
  portfolioId: PortfolioId,
  { after, limit }: { after: number; limit: number },
): Promise<EventHead[]> {
  return await db.sql<EventHead[]>`
    select ${head} from events where portfolio_id = ${portfolioId} and position > ${after} order by position limit ${limit}`;
}

/** Those of a time, or at these positions, oldest first. */
export async function headsOf(
  db: Reader,
  portfolioId: PortfolioId,
  which: { positions: readonly number[] } | { from: Date; until: Date; limit: number },
): Promise<EventHead[]> {
  if ('positions' in which)
    return await db.sql<EventHead[]>`
      select ${head} from events where portfolio_id = ${portfolioId} and position = any(${[...which.positions]}::bigint[]) order by position`;
  return await db.sql<EventHead[]>`
    select ${head} from events where portfolio_id = ${portfolioId} and at >= ${which.from} and at < ${which.until} order by position limit ${which.limit}`;
}
