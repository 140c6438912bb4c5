// The calls room: each call once, from the events told about it in any order. Owns calls.
// Promises: a call is one row whatever was redelivered; it keeps the identifiers it came with.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { CallItem } from '@throughline/whatsapp';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';

export interface CallNews {
  id: string;
  conversationId: string;
  phoneNumberId: string;
  callId: string;
  direction: 'in' | 'out';
  tie: string;
  phone: string | null;
  bsuid: string | null;
  parent: string | null;
  event: CallItem['event'];
  at: number;
  completed: boolean | null;
  durationS: number | null;
}

/** Takes events in. A call stands in the timeline at the earliest moment known of it. */
export async function addEvents(tx: Transaction, portfolioId: PortfolioId, news: readonly CallNews[]): Promise<void> {
  const rows = mergeEvents(news);
  if (rows.length === 0) return;
  await tx.sql`
    insert into calls (portfolio_id, id, conversation_id, phone_number_id, call_id, direction, at, tie, phone, bsuid, parent,
                       rang_at, answered_at, rejected_at, ended_at, completed, duration_s)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, conversation_id uuid, phone_number_id text, call_id text, direction text, at timestamptz, tie text, phone text,
            bsuid text, parent text, rang_at timestamptz, answered_at timestamptz, rejected_at timestamptz, ended_at timestamptz,
            completed boolean, duration_s int)
    on conflict (portfolio_id, call_id) do update set
      conversation_id = case when excluded.at < calls.at then excluded.conversation_id else calls.conversation_id end,
      at = least(calls.at, excluded.at), phone = coalesce(calls.phone, excluded.phone), bsuid = coalesce(calls.bsuid, excluded.bsuid),
      parent = coalesce(calls.parent, excluded.parent), rang_at = least(calls.rang_at, excluded.rang_at),
      answered_at = least(calls.answered_at, excluded.answered_at), rejected_at = least(calls.rejected_at, excluded.rejected_at),
      ended_at = least(calls.ended_at, excluded.ended_at), completed = coalesce(excluded.completed, calls.completed),
      duration_s = coalesce(excluded.duration_s, calls.duration_s)`;
}

/** One row a call: a batch may hold several events of one, and an upsert may touch a row once. */
function mergeEvents(news: readonly CallNews[]) {
  const calls = Map.groupBy(news, (one) => one.callId);
  return [...calls.values()].map((events) => {
    const first = events.reduce((a, b) => (b.at < a.at ? b : a));
    const time = (...kinds: CallItem['event'][]) => {
      const times = events.filter((one) => kinds.includes(one.event)).map((one) => one.at);
      return times.length > 0 ? timestamp(Math.min(...times)) : null;
    };
    const known = <K extends 'phone' | 'bsuid' | 'parent' | 'completed' | 'durationS'>(key: K) =>
      events.find((one) => one[key] !== null)?.[key] ?? null;
    return {
      id: first.id,
      conversation_id: first.conversationId,
      phone_number_id: first.phoneNumberId,
      call_id: first.callId,
      direction: first.direction,
      at: timestamp(first.at),
      tie: first.tie,
      phone: known('phone'),
      bsuid: known('bsuid'),
      parent: known('parent'),
      rang_at: time('ringing'),
      answered_at: time('accepted', 'connected'),
      rejected_at: time('rejected'),
      ended_at: time('ended'),
      completed: known('completed'),
      duration_s: known('durationS'),
    };
  });
}

/** Which events of these calls are known already, as `callId event`. */
export async function knownEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  callIds: readonly string[],
): Promise<Set<string>> {
  if (callIds.length === 0) return new Set();
  const rows = await tx.sql<{ known: string }[]>`
    select k.call_id || ' ' || e.event as known from calls k
    cross join lateral (values ('ringing', k.rang_at), ('accepted', k.answered_at), ('connected', k.answered_at), ('rejected', k.rejected_at),
                               ('ended', k.ended_at)) as e (event, at)
    where k.portfolio_id = ${portfolioId} and k.call_id = any(${[...callIds]}::text[]) and e.at is not null`;
  return new Set(rows.map(({ known }) => known));
}

export interface CallOwner {
  holderId: HolderId;
  /** The earliest moment known of the call. */
  at: number;
}

/** Whose the known ones of these calls are. */
export async function ownersOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  callIds: readonly string[],
): Promise<Map<string, CallOwner>> {
  if (callIds.length === 0) return new Map();
  const rows = await tx.sql<{ callId: string; holderId: HolderId; at: Date }[]>`
    select k.call_id as "callId", c.holder_id as "holderId", k.at
    from calls k join conversations c on c.portfolio_id = k.portfolio_id and c.id = k.conversation_id
    where k.portfolio_id = ${portfolioId} and k.call_id = any(${[...callIds]}::text[])`;
  return new Map(rows.map(({ callId, holderId, at }) => [callId, { holderId, at: at.getTime() }]));
}

export interface CallRow {
  id: string;
  conversation_id: string;
  at: Date;
  tie: string;
  phone: string | null;
  bsuid: string | null;
  parent: string | null;
}

/** Every call in the threads of these holders. Read when a decision moved people. */
export async function callsOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<CallRow[]> {
  return await tx.sql<CallRow[]>`
    select k.id, k.conversation_id, k.at, k.tie, k.phone, k.bsuid, k.parent
    from calls k join conversations c on c.portfolio_id = k.portfolio_id and c.id = k.conversation_id
    where c.portfolio_id = ${portfolioId} and c.holder_id = any(${[...holders]}::uuid[])`;
}

export async function moveCalls(
  tx: Transaction,
  portfolioId: PortfolioId,
  moves: readonly { id: string; threadId: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await tx.sql`
    update calls k set conversation_id = r."threadId" from json_to_recordset(${rowsOf(moves)}::text::json) as r (id uuid, "threadId" uuid)
    where k.portfolio_id = ${portfolioId} and k.id = r.id`;
}

/** Meta's ids of the calls of these threads since then: only for marking what was erased. */
export async function callIdsSince(
  db: Reader,
  portfolioId: PortfolioId,
  { conversations, since }: { conversations: readonly string[]; since: Date },
): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select call_id as id from calls
    where portfolio_id = ${portfolioId} and conversation_id = any(${[...conversations]}::uuid[]) and at >= ${since}`;
  return rows.map(({ id }) => id);
}
