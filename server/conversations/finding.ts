// The conversations room, finding: messages by Meta's ids, and threads by who they are with. For whoever speaks for other systems.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Wamid } from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { MessageStatus } from './rules-status.ts';

export interface FoundMessage {
  id: string;
  wamid: Wamid | null;
  direction: 'in' | 'out';
  conversationId: string;
  phoneNumberId: string;
  holderId: HolderId;
  at: Date;
}

/** By Meta's ids and by ours: either finds it. Those that are not here are left out. */
export async function messagesNamed(
  db: Reader,
  portfolioId: PortfolioId,
  { wamids, ids }: { wamids: readonly string[]; ids: readonly string[] },
): Promise<FoundMessage[]> {
  if (wamids.length + ids.length === 0) return [];
  return await db.sql<FoundMessage[]>`
    select m.id, m.wamid, m.direction, m.conversation_id as "conversationId", m.phone_number_id as "phoneNumberId",
           c.holder_id as "holderId", m.at
    from messages m join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
    where m.portfolio_id = ${portfolioId} and (m.wamid = any(${[...wamids]}::text[]) or m.id = any(${[...ids]}::uuid[]))`;
}

/**
 * One message has two ids, one scoped to the number and one to the account, and people quote by either: within a thread the message is found by what
 * both have in common. By the id it was named with.
 */
export async function messagesAlike(
  db: Reader,
  portfolioId: PortfolioId,
  named: readonly { conversationId: string; wamid: string }[],
): Promise<Map<string, string>> {
  if (named.length === 0) return new Map();
  const rows = await db.sql<{ wamid: string; id: string }[]>`
    select w.wamid, m.id from json_to_recordset(${rowsOf(named)}::text::json) as w ("conversationId" uuid, wamid text)
    cross join lateral (select id from messages where portfolio_id = ${portfolioId} and conversation_id = w."conversationId"
                          and wamid is not null and message_key(wamid) = message_key(w.wamid) limit 1) m`;
  return new Map(rows.map(({ wamid, id }) => [wamid, id]));
}

/** The thread of these with a number of ours: the one the customer wrote in last. */
export async function threadWith(
  db: Reader,
  portfolioId: PortfolioId,
  { holders, phoneNumberId }: { holders: readonly HolderId[]; phoneNumberId: string },
): Promise<string | undefined> {
  if (holders.length === 0) return undefined;
  const [row] = await db.sql<{ id: string }[]>`
    select id from conversations
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holders]}::uuid[]) and phone_number_id = ${phoneNumberId}
    order by last_customer_at desc nulls last, created_at, id limit 1`;
  return row?.id;
}

export interface Outcome {
  status: MessageStatus;
  failure: { code: number | null; title: string } | null;
  at: Date;
}

/** What has become of a message of ours. */
export async function outcomeOf(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<Map<string, Outcome>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<(Outcome & { id: string })[]>`
    select id, status, failure, coalesce(status_at, at) as at from messages
    where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
