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
}

/** A message of ours in this thread. */
export async function sentMessage(
  db: Reader,
  portfolioId: PortfolioId,
  message: { conversationId: string; id: string },
): Promise<SentMessage | undefined> {
  const [row] = await db.sql<SentMessage[]>`
    select id, status, status_at as "statusAt", resent_as as "resentAs", raw from messages
    where portfolio_id = ${portfolioId} and id = ${message.id} and conversation_id = ${message.conversationId} and direction = 'out'`;
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
