// The conversations room, resending: a message of ours and the one that repeats it.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import type { MessageStatus } from './rules-status.ts';

export interface SentMessage {
  id: string;
  status: MessageStatus;
  statusAt: Date | null;
  resentAs: string | null;
  /** What was said, as it is kept. */
  raw: unknown;
  /** The message it answers, where that is in the thread. */
  quotes: string | null;
}

/** A message of ours in this thread. */
export async function sentMessage(
  db: Reader,
  portfolioId: PortfolioId,
  message: { conversationId: string; id: string },
): Promise<SentMessage | undefined> {
  const [row] = await db.sql<SentMessage[]>`
    select m.id, m.status, m.status_at as "statusAt", m.resent_as as "resentAs", m.raw, q.id as quotes
    from messages m
    left join messages q on q.portfolio_id = m.portfolio_id and q.wamid = m.quotes_wamid and q.conversation_id = m.conversation_id
    where m.portfolio_id = ${portfolioId} and m.id = ${message.id} and m.conversation_id = ${message.conversationId}
      and m.direction = 'out'`;
  return row;
}

export async function linkResent(
  tx: Transaction,
  portfolioId: PortfolioId,
  { old, fresh }: { old: string; fresh: string },
): Promise<void> {
  await tx.sql`update messages set resent_as = ${fresh} where portfolio_id = ${portfolioId} and id = ${old}`;
  await tx.sql`update messages set resend_of = ${old} where portfolio_id = ${portfolioId} and id = ${fresh}`;
}
