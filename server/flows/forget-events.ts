// What happened, and what was delivered of it, goes by the clocks a portfolio chose. What a webhook that is on still owes is kept a while longer,
// so that nobody loses an event by a short clock; what was given up can be sent again for as long as there is the event.

import type { Retention } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { countOutdatedEvents, forgetEvents, type Outdated, oldestOf } from '../events/store.ts';
import { limits } from '../limits.ts';
import { retentionOf } from '../privacy/retention.ts';
import { countOldDeliveries, forgetDeliveries, type OldDeliveries, owedFrom } from '../subscriptions/deliveries.ts';

const dayMs = 24 * 60 * 60 * 1000;

type Clocks = Pick<Retention, 'eventsDays' | 'deliveriesDays'>;

/** Answers how many rows went. */
export async function forgetOldEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  { now, limit }: { now: number; limit: number },
): Promise<number> {
  const clocks = await retentionOf(tx, portfolioId);
  const outdated = await outdatedEvents(tx, portfolioId, clocks, now);
  const events = outdated ? await forgetEvents(tx, portfolioId, { ...outdated, limit }) : 0;
  return events + (await forgetDeliveries(tx, portfolioId, oldDeliveries(clocks, { now, limit })));
}

/** How many would go; of each, up to `limit`. */
export async function countOldEvents(
  db: Reader,
  portfolioId: PortfolioId,
  { now, limit, ...clocks }: Clocks & { now: number; limit: number },
): Promise<Record<keyof Clocks, number>> {
  const outdated = await outdatedEvents(db, portfolioId, clocks, now);
  return {
    eventsDays: outdated ? await countOutdatedEvents(db, portfolioId, { ...outdated, limit }) : 0,
    deliveriesDays: await countOldDeliveries(db, portfolioId, oldDeliveries(clocks, { now, limit })),
  };
}

async function outdatedEvents(
  db: Reader,
  portfolioId: PortfolioId,
  { eventsDays }: Clocks,
  now: number,
): Promise<Outdated | undefined> {
  const before = new Date(now - eventsDays * dayMs);
  const oldest = await oldestOf(db, portfolioId);
  if (!oldest || oldest >= before) return undefined;
  const anyBefore = new Date(before.getTime() - limits.eventOwedDays * dayMs);
  return { before, anyBefore, owedFrom: await owedFrom(db, portfolioId) };
}

function oldDeliveries(
  { eventsDays, deliveriesDays }: Clocks,
  { now, limit }: { now: number; limit: number },
): OldDeliveries {
  const before = (days: number) => new Date(now - days * dayMs);
  return { takenBefore: before(Math.min(deliveriesDays, eventsDays)), before: before(eventsDays), limit };
}
