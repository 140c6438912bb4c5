// Time's door to the work on conversations. Each portfolio has a transaction of its own: in one for all, what it holds of the first would
// keep others waiting while it waits for theirs.

import type { PortfolioId } from '@throughline/identity';
import { awaitingAgents, type DueThread, dueToBreach, dueToWake } from '../conversations/work.ts';
import { type Database, inTransaction, type Transaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { handOutWaiting, noteBreaches, wakeSnoozed } from '../flows/work-by-time.ts';
import { limits } from '../limits.ts';

/** Answers how much there was to do. */
export async function workByTime({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const now = tools.clock();
  const woken = await dueToWake(db, now, limits.workAtOnce);
  await each(db, woken, (tx, portfolioId, ids) => wakeSnoozed(tx, portfolioId, ids, tools));
  const broken = await dueToBreach(db, now, limits.workAtOnce);
  await each(db, broken, (tx, portfolioId, ids) => noteBreaches(tx, portfolioId, ids, tools));
  const waiting = await awaitingAgents(db, limits.workAtOnce);
  const handed = await each(db, waiting, (tx, portfolioId, ids) => handOutWaiting(tx, portfolioId, ids, tools));
  return woken.length + broken.length + handed;
}

async function each(
  db: Database,
  due: readonly DueThread[],
  work: (tx: Transaction, portfolioId: PortfolioId, ids: readonly string[]) => Promise<number>,
): Promise<number> {
  let done = 0;
  for (const [portfolioId, own] of Map.groupBy(due, (one) => one.portfolioId)) {
    const ids = own.map(({ id }) => id);
    done += await inTransaction(db, (tx) => work(tx, portfolioId, ids));
  }
  return done;
}
