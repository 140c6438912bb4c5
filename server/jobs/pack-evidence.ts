// Time's door to packing evidence: portfolio by portfolio, a short transaction each, for as long as something is crowded.

import { setTimeout as pause } from 'node:timers/promises';
import { crowdedPortfolios } from '../contacts/packing.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { packEvidence } from '../flows/pack-evidence.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';

const portfoliosAtOnce = 100;

/**
 * Answers how many neighborhoods were packed. The lane is waited for, not skipped: under load the drain holds it nearly always, and
 * evidence would pile up exactly then. `wakeInbox` is called after each transaction, because a drain that found the lane taken
 * rests.
 */
export async function packCrowded({
  db,
  tools,
  wakeInbox,
}: {
  db: Database;
  tools: Tools;
  wakeInbox: () => void;
}): Promise<number> {
  let packed = 0;
  for (const portfolioId of await crowdedPortfolios(db, portfoliosAtOnce)) {
    packed += await inTransaction(db, (tx) => packEvidence(tx, portfolioId, tools));
    wakeInbox();
    await pause(limits.laneBreathMs);
  }
  return packed;
}
