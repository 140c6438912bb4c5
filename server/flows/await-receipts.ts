// Whether somebody who was told of an erasure has still to say that they have forgotten.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { receiptsOf } from '../events/receipts.ts';

export async function awaitsReceipts(db: Reader, portfolioId: PortfolioId, erasureId: string): Promise<boolean> {
  return (await receiptsOf(db, portfolioId, erasureId)).some(({ state }) => state === 'waiting');
}
