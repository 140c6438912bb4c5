// Somebody asks for the templates to be listed again now, of every portfolio they may see.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { portfolioIds } from '../numbers/store.ts';
import { wantSync } from '../templates/syncs.ts';

export async function wantTemplateSync(tx: Transaction, portfolios: readonly PortfolioId[] | 'all'): Promise<void> {
  const ids = portfolios === 'all' ? await portfolioIds(tx) : portfolios;
  for (const portfolioId of ids) await wantSync(tx, portfolioId, { wabaIds: 'all', delayMs: 0 });
}
