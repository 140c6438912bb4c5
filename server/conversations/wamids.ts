// The conversations room, Meta's ids of messages: only for marking what was erased.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

/** Of the messages of these threads since then. */
export async function wamidsSince(
  db: Reader,
  portfolioId: PortfolioId,
  { conversations, since }: { conversations: readonly string[]; since: Date },
): Promise<string[]> {
  const rows = await db.sql<{ wamid: string }[]>`
    select wamid from messages
    where portfolio_id = ${portfolioId} and conversation_id = any(${[...conversations]}::uuid[]) and at >= ${since}
      and wamid is not null`;
  return rows.map(({ wamid }) => wamid);
}
