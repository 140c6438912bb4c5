// The conversations room, where messages stand: for whoever has to tell that one of them looks different now.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

/** The threads these messages stand in, each once. */
export async function threadsWith(
  db: Reader,
  portfolioId: PortfolioId,
  messageIds: readonly string[],
): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select distinct conversation_id as id from messages where portfolio_id = ${portfolioId} and id = any(${[...messageIds]}::uuid[])`;
  return rows.map((row) => row.id);
}
