// The conversations room, replies that are held: how the work stood before each, so that it can be put back. Owns held_answers.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import type { HeldAnswer } from './rules-taking-back.ts';

export async function keepHeldAnswer(
  tx: Transaction,
  portfolioId: PortfolioId,
  messageId: string,
  { before, after }: HeldAnswer,
): Promise<void> {
  await tx.sql`
    insert into held_answers (portfolio_id, message_id, before, after)
    values (${portfolioId}, ${messageId}, ${JSON.stringify(before)}::text::jsonb, ${JSON.stringify(after)}::text::jsonb)`;
}

/** Forgets it too; undefined where the reply changed nothing. */
export async function takeHeldAnswer(
  tx: Transaction,
  portfolioId: PortfolioId,
  messageId: string,
): Promise<HeldAnswer | undefined> {
  const [row] = await tx.sql<HeldAnswer[]>`
    delete from held_answers where portfolio_id = ${portfolioId} and message_id = ${messageId} returning before, after`;
  return row;
}

/** When this message was written, and the next of ours in its thread that stands. */
export async function answersFrom(
  db: Reader,
  portfolioId: PortfolioId,
  messageId: string,
): Promise<{ at: number; nextAt: number | null }> {
  const [row] = await db.sql<{ at: Date; nextAt: Date | null }[]>`
    select m.at, (select min(o.at) from messages o where o.portfolio_id = m.portfolio_id and o.conversation_id = m.conversation_id
                    and o.direction = 'out' and o.via = 'live' and not o.undone and o.at >= m.at and o.id <> m.id) as "nextAt"
    from messages m where m.portfolio_id = ${portfolioId} and m.id = ${messageId}`;
  if (!row) throw new Error('A message that was held is not there.');
  return { at: row.at.getTime(), nextAt: row.nextAt?.getTime() ?? null };
}

/** The line that says somebody took the thread by a reply of this moment. */
export async function forgetTaking(
  tx: Transaction,
  portfolioId: PortfolioId,
  { conversationId, at }: { conversationId: string; at: number },
): Promise<void> {
  await tx.sql`
    delete from work_events
    where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and at = ${new Date(at)}::timestamptz
      and fact ->> 'type' = 'assigned' and fact ->> 'how' = 'reply'`;
}

/** Of replies that have gone. */
export async function forgetHeldAnswers(tx: Transaction, hours: number): Promise<number> {
  const rows = await tx.sql`delete from held_answers where held_at < now() - ${hours}::int * interval '1 hour'`;
  return rows.count;
}
