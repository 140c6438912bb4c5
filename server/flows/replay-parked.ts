// A parked item goes through the door again, on its own.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { unpark } from '../inbox/store.ts';

export type ReplayOutcome = 'replayed' | 'replayed_before' | 'unknown';

export async function replayParked(
  tx: Transaction,
  id: string,
  portfolios: readonly PortfolioId[] | 'all',
): Promise<ReplayOutcome> {
  const item = await unpark(tx, id, portfolios);
  if (!item) return 'unknown';
  if (!item.done) return 'replayed_before';
  if (item.portfolioId) await record(tx, item.portfolioId, [{ kind: 'parked', subjectId: id }]);
  return 'replayed';
}
