// The outbound room: what we owe Meta. Owns outbound.
// Promises: each message is called at most once; what a dead process left behind becomes "unknown", never a second send;
// within a conversation the order of writing is the order of sending.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';

export interface Due {
  portfolioId: PortfolioId;
  messageId: string;
  conversationId: string;
  phoneNumberId: string;
  endpoint: Endpoint;
  request: Record<string, unknown>;
  attempts: number;
}

/** The last part of the Graph path: marketing templates may go by an endpoint of their own. */
export type Endpoint = 'messages' | 'marketing_messages';

/** Who goes first where a number may send no faster: answers, then what people begin, then campaigns. */
export const priorities = { answer: 0, begun: 1, campaign: 2 } as const;

export interface Owed extends Omit<Due, 'attempts' | 'endpoint'> {
  endpoint?: Endpoint;
  priority?: (typeof priorities)[keyof typeof priorities];
  /** A file of ours that Meta must have first; it is not sent before `mediaReady`. */
  awaitsMedia?: string;
}

export async function owe(tx: Transaction, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return;
  const rows = owed.map((one) => ({ endpoint: 'messages', priority: priorities.answer, awaitsMedia: null, ...one }));
  await tx.sql`
    insert into outbound (portfolio_id, message_id, conversation_id, phone_number_id, endpoint, request, priority, awaits_media)
    select * from jsonb_to_recordset(${rowsOf(rows)}::text::jsonb)
      as r ("portfolioId" text, "messageId" uuid, "conversationId" uuid, "phoneNumberId" text, endpoint text, request jsonb,
            priority smallint, "awaitsMedia" uuid)`;
}

/**
 * Meta has the file now under an id of its own, which goes where the request names the file as `{"awaits": ID}`. What waits for no
 * other file may go. Answers for how many sends it was the one waited for.
 */
export async function mediaReady(
  tx: Transaction,
  portfolioId: PortfolioId,
  media: { id: string; phoneNumberId: string; metaId: string },
): Promise<number> {
  const rows = await tx.sql`
    with placed as (
      select message_id, replace(request::text, ${`{"awaits": "${media.id}"}`}::text, to_json(${media.metaId}::text)::text) as request
      from outbound
      where portfolio_id = ${portfolioId} and awaits_media = ${media.id} and phone_number_id = ${media.phoneNumberId} and state = 'waiting'
      for no key update
    )
    update outbound o set request = p.request::jsonb, awaits_media = substring(p.request from '"awaits": "([0-9a-f-]{36})"')::uuid
    from placed p
    where o.portfolio_id = ${portfolioId} and o.message_id = p.message_id`;
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
    where portfolio_id = ${portfolioId} and awaits_media = ${media.id} and phone_number_id = ${media.phoneNumberId} and state = 'waiting'`;
  return rows.map((row) => row.id);
}

/** Claims what is due, one message per conversation, each for one caller only. Commit before calling Meta. */
export async function claim(tx: Transaction, limit: number): Promise<Due[]> {
  return await tx.sql<Due[]>`
    update outbound o set state = 'sending', claimed_at = now(), attempts = attempts + 1
    where (o.portfolio_id, o.message_id) in (
      select d.portfolio_id, d.message_id from outbound d
      where d.state = 'waiting' and d.not_before <= now() and d.awaits_media is null
        and not exists (select from outbound e where e.portfolio_id = d.portfolio_id and e.conversation_id = d.conversation_id
                          and e.state <> 'done' and (e.queued_at, e.message_id) < (d.queued_at, d.message_id))
      order by d.priority, d.not_before, d.queued_at limit ${limit} for update skip locked)
    returning portfolio_id as "portfolioId", message_id as "messageId", conversation_id as "conversationId",
              phone_number_id as "phoneNumberId", endpoint, request, attempts`;
}

export async function finish(tx: Transaction, portfolioId: PortfolioId, messageId: string): Promise<void> {
  await tx.sql`update outbound set state = 'done' where portfolio_id = ${portfolioId} and message_id = ${messageId}`;
}

/** Meta said not now, or to another address: the same message again, later. */
export async function postpone(
  tx: Transaction,
  due: Pick<Due, 'portfolioId' | 'messageId' | 'request'>,
  delayMs: number,
): Promise<void> {
  await tx.sql`
    update outbound set state = 'waiting', request = ${rowsOf([due.request])}::text::jsonb -> 0, not_before = now() + ${delayMs}::int * interval '1 millisecond'
    where portfolio_id = ${due.portfolioId} and message_id = ${due.messageId}`;
}

/** Sends claimed so long ago that whoever made them is gone. */
export async function lost(
  tx: Transaction,
  afterMs: number,
  limit: number,
): Promise<Pick<Due, 'portfolioId' | 'messageId'>[]> {
  return await tx.sql<Pick<Due, 'portfolioId' | 'messageId'>[]>`
    select portfolio_id as "portfolioId", message_id as "messageId" from outbound
    where state = 'sending' and claimed_at < now() - ${afterMs}::int * interval '1 millisecond' limit ${limit} for update skip locked`;
}

/** Threads were joined: what is still owed goes on under the one that survives. */
export async function followThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  retired: readonly { id: string; into: string }[],
): Promise<void> {
  if (retired.length === 0) return;
  await tx.sql`
    update outbound o set conversation_id = r."into" from jsonb_to_recordset(${rowsOf(retired)}::text::jsonb) as r (id uuid, "into" uuid)
    where o.portfolio_id = ${portfolioId} and o.conversation_id = r.id`;
}

/** Debts paid more than `hours` ago: the message itself says what became of it. */
export async function forget(tx: Transaction, hours: number, limit: number): Promise<number> {
  const rows = await tx.sql`
    delete from outbound where (portfolio_id, message_id) in (
      select portfolio_id, message_id from outbound where state = 'done' and queued_at < now() - ${hours}::int * interval '1 hour' limit ${limit})`;
  return rows.count;
}

export async function depth(db: Reader): Promise<{ waiting: number; oldestS: number }> {
  const [row] = await db.sql<{ waiting: number; oldestS: number }[]>`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(queued_at)), 0)::float as "oldestS" from outbound where state <> 'done'`;
  return row ?? { waiting: 0, oldestS: 0 };
}
