// The conversations room, what no condition finds of one person: word about messages nobody recorded, and cards of them in threads of others.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { giveWords } from './words.ts';

export interface EarlyRow {
  id: string;
  wamid: string;
  at: Date;
  errors: unknown;
}

/** All that wait, some at a time: they are few, and their ids have to be decoded to be read. */
export async function earlyStatuses(
  db: Reader,
  portfolioId: PortfolioId,
  { after, limit }: { after: string; limit: number },
): Promise<EarlyRow[]> {
  return await db.sql<EarlyRow[]>`
    select event_key as id, wamid, at, errors from early_statuses
    where portfolio_id = ${portfolioId} and event_key > ${after} order by event_key limit ${limit}`;
}

export async function removeEarly(tx: Transaction, portfolioId: PortfolioId, keys: readonly string[]): Promise<void> {
  await tx.sql`delete from early_statuses where portfolio_id = ${portfolioId} and event_key = any(${[...keys]}::text[])`;
}

export interface CardMessage {
  id: string;
  conversationId: string;
  at: Date;
  raw: unknown;
}

/** Messages of cards in other threads in which a pattern stands. By the index of messages that are cards, which are rare. */
export async function cardsOfOthers(
  db: Reader,
  portfolioId: PortfolioId,
  { pattern, threads, after, limit }: { pattern: string; threads: readonly string[]; after: string; limit: number },
): Promise<CardMessage[]> {
  return await db.sql<CardMessage[]>`
    select id, conversation_id as "conversationId", at, raw from messages
    where portfolio_id = ${portfolioId} and type = 'contacts' and id > ${after}::uuid and conversation_id <> all(${[...threads]}::uuid[])
      and raw::text ~ ${pattern} order by id limit ${limit}`;
}

/** The same once more, locked: another erasure may have taken a card out meanwhile. */
export async function cardsById(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<CardMessage[]> {
  return await tx.sql<CardMessage[]>`
    select id, conversation_id as "conversationId", at, raw from messages
    where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) order by id for update`;
}

/** What is left of each, and the words it is found by. The threads' summaries are the caller's to make anew. */
export async function replaceCards(
  tx: Transaction,
  portfolioId: PortfolioId,
  messages: readonly { id: string; at: number; raw: unknown; summary: string }[],
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((one) => ({ ...one, at: timestamp(one.at) }));
  await tx.sql`
    update messages m set raw = r.raw, summary = r.summary, body = null
    from json_to_recordset(${rowsOf(rows)}::text::json) as r (id uuid, raw jsonb, summary text)
    where m.portfolio_id = ${portfolioId} and m.id = r.id`;
  const ids = messages.map(({ id }) => id);
  await tx.sql`delete from message_words where portfolio_id = ${portfolioId} and message_id = any(${ids}::uuid[])`;
  await giveWords(
    tx,
    portfolioId,
    messages.map(({ id, at, summary }) => ({ id, at, summary, type: 'contacts', body: null })),
  );
}

/** Thread ids that lead to these. */
export async function retiredThreads(
  db: Reader,
  portfolioId: PortfolioId,
  threads: readonly string[],
): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select retired_id as id from conversation_aliases where portfolio_id = ${portfolioId} and conversation_id = any(${[...threads]}::uuid[])`;
  return rows.map((row) => row.id);
}

/** Threads whose last item has had its time: the list shows nothing of it any more. Answers which. */
export async function forgetLastItems(
  tx: Transaction,
  portfolioId: PortfolioId,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    with due as (
      select id from conversations where portfolio_id = ${portfolioId} and last_item_at < ${before} and last_item is not null limit ${limit}
    ), locked as (
      select c.id from conversations c join due using (id) where c.portfolio_id = ${portfolioId} order by c.id for no key update of c
    )
    update conversations c set last_item = null, unread = 0 from locked l where c.portfolio_id = ${portfolioId} and c.id = l.id
    returning c.id`;
  return rows.map((row) => row.id);
}
