// The asks room: questions to people for their number. Owns number_requests.
// Promises: one row a question, which goes where its message goes; what was shared is never called unanswered again.

import type { E164, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';

export interface NewRequest {
  id: string;
  conversationId: string;
  messageId: string;
  via: 'message' | 'template';
  askedBy: string;
  askedAt: number;
  expiresAt: number;
}

export interface RequestRow {
  id: string;
  conversationId: string;
  messageId: string;
  state: 'pending' | 'shared' | 'no_answer' | 'failed' | 'withdrawn';
  via: 'message' | 'template';
  askedBy: string;
  askedAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  phone: string | null;
}

export async function addRequest(tx: Transaction, portfolioId: PortfolioId, one: NewRequest): Promise<void> {
  await tx.sql`
    insert into number_requests (portfolio_id, id, conversation_id, message_id, state, via, asked_by, asked_at, expires_at)
    values (${portfolioId}, ${one.id}, ${one.conversationId}, ${one.messageId}, 'pending', ${one.via}, ${one.askedBy},
            ${timestamp(one.askedAt)}::timestamptz, ${timestamp(one.expiresAt)}::timestamptz)`;
}

/**
 * Of these threads, newest first. Whether the question was delivered is its message's to say, whenever that is known: nothing has to
 * be told here.
 */
export async function requestsIn(
  db: Reader,
  portfolioId: PortfolioId,
  threads: readonly string[],
): Promise<RequestRow[]> {
  if (threads.length === 0) return [];
  return await db.sql<RequestRow[]>`
    ${selection} where r.portfolio_id = ${portfolioId} and r.conversation_id = any(${[...threads]}::uuid[])
    order by r.asked_at desc, r.id limit 200`;
}

export async function requestById(db: Reader, portfolioId: PortfolioId, id: string): Promise<RequestRow | undefined> {
  const [row] = await db.sql<RequestRow[]>`${selection} where r.portfolio_id = ${portfolioId} and r.id = ${id}`;
  return row;
}

const selection = fragment`
    select r.id, r.conversation_id as "conversationId", r.message_id as "messageId", r.via, r.asked_by as "askedBy", r.asked_at as "askedAt",
           r.expires_at as "expiresAt", r.answered_at as "answeredAt", r.phone,
           case when r.state in ('pending', 'no_answer') and m.status in ('failed', 'cancelled') then 'failed' else r.state end as state
    from number_requests r left join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id`;

/**
 * What a person shared settles the last question they had not answered with a number, also late, in another thread of theirs, or where
 * the question's own fate is not known. Answers the threads concerned.
 */
export async function settleShared(
  tx: Transaction,
  portfolioId: PortfolioId,
  answers: readonly { threads: readonly string[]; phone: E164; at: number }[],
): Promise<string[]> {
  if (answers.length === 0) return [];
  const rows = answers.flatMap(({ threads, phone, at }, answer) =>
    threads.map((thread) => ({ answer, thread, phone, at: timestamp(at) })),
  );
  const settled = await tx.sql<{ thread: string }[]>`
    update number_requests q set state = 'shared', answered_at = s.at, phone = s.phone
    from (select distinct on (a.answer) a.at, a.phone, r.id
          from json_to_recordset(${rowsOf(rows)}::text::json) as a (answer int, thread uuid, phone text, at timestamptz)
          join number_requests r on r.portfolio_id = ${portfolioId} and r.conversation_id = a.thread and r.state <> 'shared'
          order by a.answer, r.asked_at desc, r.id) s
    where q.portfolio_id = ${portfolioId} and q.id = s.id returning q.conversation_id as thread`;
  return settled.map((row) => row.thread);
}

/** Those of these threads that nobody has answered yet, with whose thread it is. */
export async function pendingIn(
  tx: Transaction,
  portfolioId: PortfolioId,
  threads: readonly string[],
): Promise<{ id: string; conversationId: string }[]> {
  return await tx.sql<{ id: string; conversationId: string }[]>`
    select id, conversation_id as "conversationId" from number_requests
    where portfolio_id = ${portfolioId} and conversation_id = any(${[...threads]}::uuid[]) and state = 'pending'`;
}

/** The number became known in another way: an answer is not waited for any more, but taken should it come. */
export async function withdrawRequests(
  tx: Transaction,
  portfolioId: PortfolioId,
  { ids, at }: { ids: readonly string[]; at: number },
): Promise<void> {
  await tx.sql`
    update number_requests set state = 'withdrawn', answered_at = ${timestamp(at)}::timestamptz
    where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) and state = 'pending'`;
}

/** Nothing came in time, which WhatsApp does not tell from a refusal. Answers the threads by portfolio. */
export async function expireRequests(
  tx: Transaction,
  now: number,
  limit: number,
): Promise<{ portfolioId: PortfolioId; thread: string }[]> {
  return await tx.sql<{ portfolioId: PortfolioId; thread: string }[]>`
    update number_requests q set state = 'no_answer' where (q.portfolio_id, q.id) in (
      select portfolio_id, id from number_requests where state = 'pending' and expires_at <= ${timestamp(now)}::timestamptz
      order by expires_at limit ${limit} for update skip locked)
    returning q.portfolio_id as "portfolioId", q.conversation_id as thread`;
}

/** After messages moved between threads: each question stands in its message's. */
export async function followMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  threads: readonly string[],
): Promise<void> {
  if (threads.length === 0) return;
  await tx.sql`
    update number_requests r set conversation_id = m.conversation_id from messages m
    where r.portfolio_id = ${portfolioId} and r.conversation_id = any(${[...threads]}::uuid[])
      and m.portfolio_id = r.portfolio_id and m.id = r.message_id and m.conversation_id <> r.conversation_id`;
}
