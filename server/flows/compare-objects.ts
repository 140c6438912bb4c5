// What stands in a store, compared with all who keep something there.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { objectsOf } from '../exports/store.ts';
import { compareObjects as compareFiles } from '../media/blobs.ts';

type Part = Parameters<typeof compareFiles>[2];

export async function compareObjects(
  tx: Transaction,
  portfolioId: PortfolioId,
  part: Part,
): Promise<{ missing: number; unknown: string[] }> {
  const { missing, unknown } = await compareFiles(tx, portfolioId, part);
  const exported = new Set(await objectsOf(tx, portfolioId, unknown));
  return { missing, unknown: unknown.filter((object) => !exported.has(object)) };
}
