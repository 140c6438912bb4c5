// Somebody says whether the portfolio's Contact Book is on: Meta's API does not tell.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { type Setting, sayOfBook } from '../numbers/contact-book.ts';
import type { Tools } from './tools.ts';

export async function setContactBook(
  tx: Transaction,
  portfolioId: PortfolioId,
  { setting, actor }: { setting: Setting; actor: { id: string; name: string } },
  tools: Tools,
): Promise<void> {
  await sayOfBook(tx, portfolioId, { setting, actor, at: tools.clock() });
}
