// Time's door to looking again: some neighborhoods at random are compared with their evidence, and those decided under older rules or
// another policy are decided again.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Policy, PortfolioId } from '@throughline/identity';
import type { Logger } from 'pino';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import type { Figures } from '../figures.ts';
import { checkSample, type Found, inNeed, rebuildIdentities } from '../flows/rebuild-identities.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { portfolioIds } from '../numbers/store.ts';
import { isPassing, nameOf } from './drain-inbox.ts';

export interface Checking {
  db: Database;
  policy: Policy;
  tools: Tools;
  log: Logger;
  figures: Figures;
}

/** A few portfolios, some neighborhoods of each. Reads only, takes no lane, and stops when its time is up. Answers 0: it rests between. */
export async function checkIdentities(checking: Checking): Promise<number> {
  const { db, figures, log } = checking;
  const end = performance.now() + limits.checkMs;
  for (const portfolioId of await somePortfolios(db))
    for (let i = 0; i < limits.checkedAtOnce / sampleSize && performance.now() < end; i++) {
      const points = Array.from({ length: sampleSize }, () => randomUUID());
      const { compared, found } = await inSnapshot(db, (tx) => checkSample(tx, portfolioId, points, checking));
      figures.identityChecked += compared;
      figures.identityDifferences += found.length;
      for (const one of found) tell(log, portfolioId, one);
    }
  return 0;
}

const sampleSize = 8;
const portfoliosAtOnce = 4;

async function somePortfolios(db: Database): Promise<PortfolioId[]> {
  const all = await portfolioIds(db);
  const from = Math.floor(Math.random() * all.length);
  return [...all.slice(from), ...all.slice(0, from)].slice(0, portfoliosAtOnce);
}

/** What cannot be decided again, by id, so that it does not stand in the way of the others for as long as this process lives. */
export type PassedOver = Set<string>;

/** One short transaction a portfolio. Answers how many neighborhoods were decided again: while there are any, the loop comes back. */
export async function decideOutdated(
  { db, policy, tools, log }: Checking,
  { passedOver, wakeInbox }: { passedOver: PassedOver; wakeInbox: () => void },
): Promise<number> {
  const alone = async (portfolioId: PortfolioId, id: NeighborhoodId) => {
    try {
      await inTransaction(db, (tx) => rebuildIdentities(tx, portfolioId, [id], { policy, tools }));
    } catch (error) {
      if (isPassing(error)) throw error;
      if (passedOver.size < limits.passedOver) passedOver.add(id);
      log.error({ event: 'identity_not_decided', portfolio: portfolioId, neighborhood: id, error: nameOf(error) });
    }
  };
  let decided = 0;
  for (const portfolioId of await portfolioIds(db)) {
    const need = { except: passedOver, limit: limits.decidedAgainAtOnce };
    const ids = await inTransaction(db, (tx) => inNeed(tx, portfolioId, policy, need));
    if (ids.length === 0) continue;
    const together = () => inTransaction(db, (tx) => rebuildIdentities(tx, portfolioId, ids, { policy, tools }));
    await together().catch(async (error) => {
      if (isPassing(error)) throw error;
      // One of them fails: each by itself, so that it is known which.
      for (const id of ids) await alone(portfolioId, id);
    });
    decided += ids.length;
    wakeInbox();
    await pause(limits.laneBreathMs);
  }
  return decided;
}

function tell(log: Logger, portfolio: PortfolioId, { neighborhoodId, differences }: Found): void {
  const what = [...new Set(differences.map(({ subject, how }) => `${subject} ${how}`))];
  log.warn({ event: 'identity_differs', portfolio, neighborhood: neighborhoodId, what });
}
