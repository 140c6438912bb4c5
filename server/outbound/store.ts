// The outbound room: what we owe Meta, and at which pace it may go. Owns outbound, sending_lanes, messaging_uses.
// Promises: each message is called for at most once unless Meta said no; what a dead process left behind becomes "unknown", never a
// second send; within a conversation the order of writing is the order of sending.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { type Priority, priorities } from './rules-turns.ts';
import type { WaitingReason } from './rules-waiting.ts';

export { priorities } from './rules-turns.ts';

export interface Due {
  portfolioId: PortfolioId;
  messageId: string;
  conversationId: string;
  phoneNumberId: string;
  endpoint: Endpoint;
  request: Record<string, unknown>;
  priority: Priority;
  /** Calls so far, the one it is claimed for included. */
  attempts: number;
  /** Since it was queued. */
  ageMs: number;
}

/** The last part of the Graph path: marketing templates may go by an endpoint of their own. */
export type Endpoint = 'messages' | 'marketing_messages';

export interface Owed extends Pick<Due, 'portfolioId' | 'messageId' | 'conversationId' | 'phoneNumberId' | 'request'> {
  endpoint?: Endpoint;
  priority?: Priority;
  /** Files of ours that Meta must have first, named in the request by our ids; it is not sent before `mediaReady` for each. */
  awaitsMedia?: readonly string[];
  /** Not before so long from now: its author may take it back. */
  holdMs?: number;
}

/**
 * Sends to be made, in this order within each conversation. Whoever owes a second message in a conversation holds its lock, so that
 * the order of writing is the order people see.
 */
export async function owe(tx: Transaction, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return;
  const rows = owed.map((one) => ({
    endpoint: 'messages',
    priority: priorities.answer,
    holdMs: 0,
    ...one,
    awaitsMedia: one.awaitsMedia?.length ? one.awaitsMedia : null,
  }));
  await tx.sql`
    insert into outbound (portfolio_id, message_id, conversation_id, phone_number_id, endpoint, request, priority, awaits_media, not_before,
                          waits_for)
    select r."portfolioId", r."messageId", r."conversationId", r."phoneNumberId", r.endpoint, r.request, r.priority, r."awaitsMedia",
           now() + r."holdMs" * interval '1 millisecond', case when r."holdMs" > 0 then 'undo' end
    from rows from (json_to_recordset(${rowsOf(rows)}::text::json)
      as ("portfolioId" text, "messageId" uuid, "conversationId" uuid, "phoneNumberId" text, endpoint text, request jsonb,
          priority smallint, "awaitsMedia" uuid[], "holdMs" int)) with ordinality
      as r ("portfolioId", "messageId", "conversationId", "phoneNumberId", endpoint, request, priority, "awaitsMedia", "holdMs", place)
    order by r.place`;
  const lanes = new Map(
    owed.map(({ portfolioId, phoneNumberId }) => [`${portfolioId} ${phoneNumberId}`, { portfolioId, phoneNumberId }]),
  );
  await tx.sql`
    insert into sending_lanes (portfolio_id, phone_number_id)
    select r."portfolioId", r."phoneNumberId"
    from json_to_recordset(${rowsOf([...lanes.values()])}::text::json) as r ("portfolioId" text, "phoneNumberId" text)
    where not exists (select from sending_lanes l where l.portfolio_id = r."portfolioId" and l.phone_number_id = r."phoneNumberId")
    on conflict do nothing`;
}

/** Meta has the file now under an id of its own: what waited for it may go. Answers how many sends. */
export async function mediaReady(
  tx: Transaction,
  portfolioId: PortfolioId,
  media: { id: string; phoneNumberId: string; metaId: string },
): Promise<number> {
  const rows = await tx.sql`
    update outbound set awaits_media = nullif(array_remove(awaits_media, ${media.id}::uuid), '{}'),
      request = replace(request::text, to_jsonb(${media.id}::text)::text, to_jsonb(${media.metaId}::text)::text)::jsonb
    where portfolio_id = ${portfolioId} and awaits_media @> array[${media.id}::uuid] and phone_number_id = ${media.phoneNumberId} and state = 'waiting'`;
  return rows.count;
}

/** Sends that wait for a file Meta refused or that is gone: whoever asks records their failure. */
export async function awaitingMedia(
  tx: Reader,
  portfolioId: PortfolioId,
  media: { id: string; phoneNumberId: string },
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    select message_id as id from outbound
    where portfolio_id = ${portfolioId} and awaits_media @> array[${media.id}::uuid] and phone_number_id = ${media.phoneNumberId} and state = 'waiting'`;
  return rows.map((row) => row.id);
}

export interface Claiming {
  portfolioId: PortfolioId;
  phoneNumberId: string;
  /** The process: what it leaves behind is recognized by this. */
  holder: string;
  /** How many at most, filled in this order of priorities. */
  room: number;
  order: readonly Priority[];
}

/**
 * Claims what is due of one number, one message a conversation. Commit before calling Meta.
 *
 * Plan: for each priority a walk of outbound_due, and for each row of it one look into outbound_queue. The look is a scalar query
 * on purpose: as `not exists` it is a join to the planner, which with yesterday's statistics compared 20,000 waiting rows with one
 * another, each with each (seen: minutes).
 */
export async function claim(tx: Transaction, claiming: Claiming): Promise<Due[]> {
  const { portfolioId, phoneNumberId, holder, room, order } = claiming;
  return await tx.sql<Due[]>`
    with next as (
      select d.message_id from unnest(${[...order]}::smallint[]) with ordinality as p (priority, place)
      cross join lateral (
        select w.message_id from outbound w
        where w.portfolio_id = ${portfolioId} and w.phone_number_id = ${phoneNumberId} and w.priority = p.priority
          and w.state = 'waiting' and w.awaits_media is null and w.not_before <= now()
          and w.seq = (select e.seq from outbound e where e.portfolio_id = w.portfolio_id and e.conversation_id = w.conversation_id
                         and e.state <> 'done' order by e.seq limit 1)
        order by w.not_before, w.seq limit ${room} for update skip locked) d
      order by p.place limit ${room}
    )
    update outbound o set state = 'sending', claimed_at = now(), claimed_by = ${holder}, attempts = attempts + 1, waits_for = null
    from next where o.portfolio_id = ${portfolioId} and o.message_id = next.message_id
    returning o.portfolio_id as "portfolioId", o.message_id as "messageId", o.conversation_id as "conversationId",
              o.phone_number_id as "phoneNumberId", o.endpoint, o.request, o.priority, o.attempts,
              (extract(epoch from now() - o.queued_at) * 1000)::float as "ageMs"`;
}

/** Debts that are settled. `unresolved`: nobody knows whether the message went out; word of it settles that too. */
export async function finish(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: { ids: readonly string[]; unresolved?: readonly string[] },
): Promise<void> {
  const { ids, unresolved = [] } = messages;
  if (ids.length === 0) return;
  await tx.sql`
    update outbound set state = 'done', unresolved = message_id = any(${[...unresolved]}::uuid[])
    where portfolio_id = ${portfolioId} and message_id = any(${[...ids]}::uuid[])`;
}

export interface Postponed {
  messageId: string;
  request: Record<string, unknown>;
  afterMs: number;
  waitsFor: WaitingReason;
  /** Meta's code, where it was Meta that said not now. */
  refusal: number | null;
  /** It was called for: that counts. */
  called: boolean;
}

/** The same messages again, later. Those no longer being sent (settled meanwhile by word of them) are left alone. */
export async function postpone(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: readonly Postponed[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx.sql`
    update outbound o set state = 'waiting', request = r.request, waits_for = r."waitsFor", refusal = coalesce(r.refusal, o.refusal),
      attempts = o.attempts - case when r.called then 0 else 1 end, claimed_by = null,
      not_before = now() + r."afterMs" * interval '1 millisecond'
    from json_to_recordset(${rowsOf(messages)}::text::json)
      as r ("messageId" uuid, request jsonb, "afterMs" float, "waitsFor" text, refusal int, called boolean)
    where o.portfolio_id = ${portfolioId} and o.message_id = r."messageId" and o.state = 'sending'`;
}

/** Those of these that are being sent: not settled by word of them, not given up for lost. */
export async function stillSending(db: Reader, portfolioId: PortfolioId, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.sql<{ id: string }[]>`
    select message_id as id from outbound
    where portfolio_id = ${portfolioId} and message_id = any(${[...ids]}::uuid[]) and state = 'sending'`;
  return new Set(rows.map((row) => row.id));
}

/** The threads of those of these that wait. */
export async function threadsOwing(db: Reader, portfolioId: PortfolioId, ids: readonly string[]): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select distinct conversation_id as id from outbound
    where portfolio_id = ${portfolioId} and message_id = any(${[...ids]}::uuid[]) and state = 'waiting'`;
  return rows.map((row) => row.id);
}

/** Whether it is held for its author to take it back. */
export async function waitsToBeUndone(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<boolean> {
  const rows = await tx.sql`
    select from outbound
    where portfolio_id = ${portfolioId} and message_id = ${id} and state = 'waiting' and waits_for = 'undo'`;
  return rows.length > 0;
}

/**
 * Takes sends back that nobody has claimed yet. Answers which of these are taken back: the others are under way or done. A claim
 * under way is waited for, and wins.
 */
export async function withdraw(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.sql<{ id: string }[]>`
    update outbound set state = 'done'
    where portfolio_id = ${portfolioId} and message_id = any(${[...ids]}::uuid[]) and state = 'waiting' returning message_id as id`;
  return new Set(rows.map((row) => row.id));
}

/**
 * Sends whose process is gone: claimed by one that does not hold the number's lease any more, or so long ago that no call can still
 * be under way. What is left is every kind of the same portfolio's, in the order of claims.
 */
export async function lost(
  tx: Transaction,
  { afterMs, leaseMs, limit }: { afterMs: number; leaseMs: number; limit: number },
): Promise<Due[]> {
  return await tx.sql<Due[]>`
    select o.portfolio_id as "portfolioId", o.message_id as "messageId", o.conversation_id as "conversationId",
           o.phone_number_id as "phoneNumberId", o.endpoint, o.request, o.priority, o.attempts,
           (extract(epoch from now() - o.queued_at) * 1000)::float as "ageMs"
    from outbound o
    where o.state = 'sending'
      and (o.claimed_at < now() - ${afterMs}::int * interval '1 millisecond'
           or (o.claimed_at < now() - ${leaseMs}::int * interval '1 millisecond' and o.claimed_by is not null
               and not exists (select from sending_lanes l where l.portfolio_id = o.portfolio_id and l.phone_number_id = o.phone_number_id
                                 and l.holder = o.claimed_by and l.lease_until > now())))
    order by o.claimed_at limit ${limit} for update skip locked`;
}

/** Threads were joined: what is still owed goes on under the one that survives. */
export async function followThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  retired: readonly { id: string; into: string }[],
): Promise<void> {
  if (retired.length === 0) return;
  await tx.sql`
    update outbound o set conversation_id = r."into" from json_to_recordset(${rowsOf(retired)}::text::json) as r (id uuid, "into" uuid)
    where o.portfolio_id = ${portfolioId} and o.conversation_id = r.id`;
}

/**
 * Debts paid more than `hours` ago: the message itself says what became of it. Those of unknown fate are counted for as long as word
 * of them may come.
 */
export async function forget(
  tx: Transaction,
  { hours, unresolvedDays, limit }: { hours: number; unresolvedDays: number; limit: number },
): Promise<number> {
  const rows = await tx.sql`
    delete from outbound where (portfolio_id, message_id) in (
      select portfolio_id, message_id from outbound
      where state = 'done' and queued_at < now() - ${hours}::int * interval '1 hour'
        and (not unresolved or queued_at < now() - ${unresolvedDays}::int * interval '1 day') limit ${limit})`;
  return rows.count;
}
