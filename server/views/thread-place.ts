// Where a thread is, for whoever needs no more of it: one probe by key.

import type { PortfolioId } from '@throughline/identity';
import { threadById } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import type { Portfolios } from './portfolios.ts';

export async function threadPlace(
  db: Reader,
  portfolios: Portfolios,
  id: string,
): Promise<{ portfolioId: PortfolioId; conversationId: string } | undefined> {
  const thread = await threadById(db, portfolios, id);
  return thread && { portfolioId: thread.portfolioId, conversationId: thread.id };
}
