// Evidence that repeats itself is packed, some neighborhoods at a time. The portfolio's lane is held meanwhile, since deciding reads
// and writes the same rows, so each turn is short.

import type { PortfolioId } from '@throughline/identity';
import { runsOf } from '../contacts/load.ts';
import { crowdedNeighborhoods, packableOf, savePackings } from '../contacts/packing.ts';
import { planPacking } from '../contacts/rules-packing.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import type { Tools } from './tools.ts';

/** Answers how many neighborhoods were packed; 0 where none was crowded. */
export async function packEvidence(tx: Transaction, portfolioId: PortfolioId, tools: Tools): Promise<number> {
  await lockLane(tx, portfolioId);
  const ids = await crowdedNeighborhoods(tx, portfolioId, limits.packedAtOnce);
  if (ids.length === 0) return 0;
  const loose = await packableOf(tx, portfolioId, ids, limits.packedAtOnce);
  const runs = Map.groupBy(await runsOf(tx, portfolioId, ids), (run) => run.neighborhoodId);
  const packings = ids.map((id) => {
    const own = loose.get(id) ?? [];
    return { id, ...planPacking(runs.get(id) ?? [], own), finished: own.length < limits.packedAtOnce };
  });
  await savePackings(tx, portfolioId, packings, tools.newId);
  return ids.length;
}
