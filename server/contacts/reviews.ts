// The contacts room, questions for people about who is who. See store.ts for what the room owns.

import type { PortfolioId, Review } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';

export type Question = Pick<Review, 'evidenceId' | 'type' | 'holderId' | 'a' | 'b'> & { settled: boolean };

/** Undefined where there is none, any more or at all: a question goes away by itself when a late fact answers it. */
export async function questionById(
  tx: Transaction,
  portfolioId: PortfolioId,
  id: string,
): Promise<Question | undefined> {
  const [row] = await tx.sql<Question[]>`
    select evidence_id as "evidenceId", type, holder_id as "holderId", a, b, settled from reviews
    where portfolio_id = ${portfolioId} and id = ${id}::uuid`;
  return row;
}

/** How many wait for somebody, in all portfolios. */
export async function openReviews(db: Reader): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from reviews where not settled`;
  return row?.n ?? 0;
}
