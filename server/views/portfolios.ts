// Which portfolio is meant where nobody says.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { portfolioIds } from '../numbers/store.ts';

export type Portfolios = readonly PortfolioId[] | 'all';

/** The one somebody may see, where it is only one. */
export async function onlyPortfolio(db: Reader, portfolios: Portfolios): Promise<PortfolioId | undefined> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  return ids.length === 1 ? ids[0] : undefined;
}
