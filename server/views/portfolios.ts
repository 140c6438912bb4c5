// Which portfolio is meant where nobody says.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { portfolioIds } from '../numbers/store.ts';

export type Portfolios = readonly PortfolioId[] | 'all';

/** Their ids as rows, so that `all` is a list of portfolios too: without one a statement cannot use an index that begins with it. */
export function scopeOf(portfolios: Portfolios): Fragment {
  return portfolios === 'all'
    ? fragment`select portfolio_id from portfolios`
    : fragment`select unnest(${[...portfolios]}::text[])`;
}

/** The one somebody may see, where it is only one. */
export async function onlyPortfolio(db: Reader, portfolios: Portfolios): Promise<PortfolioId | undefined> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  return ids.length === 1 ? ids[0] : undefined;
}

/** For reads in an order whose index begins with the portfolio: where it is one, it is named, and the index is walked. */
export async function named(db: Reader, portfolios: Portfolios): Promise<readonly PortfolioId[]> {
  return portfolios === 'all' ? await portfolioIds(db) : portfolios;
}
