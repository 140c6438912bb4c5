// Which business portfolio a command is about: the one it names, or the only one there is.

import { type PortfolioId, parsePortfolioId } from '@throughline/identity';
import type { Database } from '../db/connect.ts';
import { onlyPortfolio } from '../views/portfolios.ts';
import { UsageError, type Values } from './command.ts';

export async function portfolioNamed(db: Database, given: Values[string]): Promise<PortfolioId> {
  if (typeof given === 'string') {
    const id = parsePortfolioId(given);
    if (id) return id;
    throw new UsageError('--portfolio must be an id of letters and digits, as Meta shows it.');
  }
  const only = await onlyPortfolio(db, 'all');
  if (!only) throw new UsageError('There is not one portfolio alone: name it with --portfolio.');
  return only;
}
