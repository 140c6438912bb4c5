// The drafts room: what people have typed and not sent, so that it is there in another browser too. Owns drafts.
// Promises: a draft is read by whoever typed it and by nobody else; nothing here is ever sent.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { cleanText, rowsOf, timestamp } from '../db/rows.ts';

export type DraftKind = 'reply' | 'note';

interface Place {
  conversationId: string;
  userId: string;
}

export async function draftsOf(
  db: Reader,
  portfolioId: PortfolioId,
  { conversationId, userId }: Place,
): Promise<{ kind: DraftKind; body: string; savedAt: Date }[]> {
  return await db.sql<{ kind: DraftKind; body: string; savedAt: Date }[]>`
    select kind, body, saved_at as "savedAt" from drafts
    where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and user_id = ${userId}`;
}

/** In place of the one before. */
export async function keepDraft(
  tx: Transaction,
  portfolioId: PortfolioId,
  { conversationId, userId, kind, body, at }: Place & { kind: DraftKind; body: string; at: number },
): Promise<void> {
  await tx.sql`
    insert into drafts (portfolio_id, conversation_id, user_id, kind, body, saved_at)
    values (${portfolioId}, ${conversationId}, ${userId}, ${kind}, ${cleanText(body)}, ${timestamp(at)}::timestamptz)
    on conflict (portfolio_id, conversation_id, user_id, kind) do update set body = excluded.body, saved_at = excluded.saved_at`;
}

/** It was sent, or emptied. */
export async function dropDraft(
  tx: Transaction,
  portfolioId: PortfolioId,
  { conversationId, userId, kind }: Place & { kind: DraftKind },
): Promise<void> {
  await tx.sql`
    delete from drafts
    where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and user_id = ${userId} and kind = ${kind}`;
}

/** Threads were joined: a draft goes on in the one that survives, unless there is one there already. */
export async function followDrafts(
  tx: Transaction,
  portfolioId: PortfolioId,
  retired: readonly { id: string; into: string }[],
): Promise<void> {
  if (retired.length === 0) return;
  await tx.sql`
    with gone as (
      delete from drafts d using json_to_recordset(${rowsOf(retired)}::text::json) as r (id uuid, "into" uuid)
      where d.portfolio_id = ${portfolioId} and d.conversation_id = r.id
      returning r."into", d.user_id, d.kind, d.body, d.saved_at
    )
    insert into drafts (portfolio_id, conversation_id, user_id, kind, body, saved_at)
    select distinct on ("into", user_id, kind) ${portfolioId}, "into", user_id, kind, body, saved_at from gone
    order by "into", user_id, kind, saved_at desc
    on conflict do nothing`;
}

/** Those nobody came back to. */
export async function forgetDrafts(
  tx: Transaction,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const rows = await tx.sql`
    delete from drafts where (portfolio_id, conversation_id, user_id, kind) in (
      select portfolio_id, conversation_id, user_id, kind from drafts where saved_at < ${before}::timestamptz limit ${limit})`;
  return rows.count;
}
