// The conversations room, one message named by another: to be quoted, or reacted to.

import type { PortfolioId } from '@throughline/identity';
import type { Wamid } from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';

export interface Referred {
  id: string;
  at: Date;
  direction: 'in' | 'out';
  type: string;
  status: string;
  /** Null: WhatsApp has not taken it yet, or never did. */
  wamid: Wamid | null;
  /** Its author deleted it. */
  deleted: boolean;
}

/** A message of this thread by our id. Another thread's is as good as none: what is quoted there is nobody's business here. */
export async function referredMessage(
  db: Reader,
  portfolioId: PortfolioId,
  { conversationId, id }: { conversationId: string; id: string },
): Promise<Referred | undefined> {
  const [row] = await db.sql<Referred[]>`
    select m.id, m.at, m.direction, m.type, m.status, m.wamid,
           exists (select from messages r where r.portfolio_id = m.portfolio_id and r.conversation_id = m.conversation_id
                     and message_key(r.target_wamid) = message_key(m.wamid) and r.type = 'revoke' and r.direction = m.direction) as deleted
    from messages m where m.portfolio_id = ${portfolioId} and m.conversation_id = ${conversationId} and m.id = ${id}`;
  return row;
}

/** The newest message the customer wrote here that WhatsApp can be told about: what is marked as read, and answered by typing. */
export async function newestHeard(
  db: Reader,
  portfolioId: PortfolioId,
  conversationId: string,
): Promise<{ wamid: Wamid; at: Date } | undefined> {
  const [row] = await db.sql<{ wamid: Wamid; at: Date }[]>`
    select m.wamid, m.at from messages m
    where m.portfolio_id = ${portfolioId} and m.conversation_id = ${conversationId} and m.direction = 'in' and m.via = 'live'
      and m.wamid is not null and m.type not in ('reaction', 'edit', 'revoke')
    order by m.at desc, m.tie desc limit 1`;
  return row;
}

/** The message a thread ends with now: what is written beside the thread is written under it. */
export async function newestMessage(
  db: Reader,
  portfolioId: PortfolioId,
  conversationId: string,
): Promise<string | undefined> {
  const [row] = await db.sql<{ id: string }[]>`
    select id from messages where portfolio_id = ${portfolioId} and conversation_id = ${conversationId}
    order by at desc, tie desc, id desc limit 1`;
  return row?.id;
}
