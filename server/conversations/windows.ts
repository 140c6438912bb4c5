// The conversations room, windows: until when a free-form message may be sent.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

/** When the customer last wrote or called, in milliseconds, by thread; a thread in which they never did is left out. */
export async function lastHeard(
  db: Reader,
  portfolioId: PortfolioId,
  conversations: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.sql<{ id: string; at: Date }[]>`
    select id, last_customer_at as at from conversations
    where portfolio_id = ${portfolioId} and id = any(${[...conversations]}::uuid[]) and last_customer_at is not null`;
  return new Map(rows.map((row) => [row.id, row.at.getTime()]));
}
