// The canary as people see it: whether it goes through other systems, how it went, and who broke.

import type { Canary, CanaryConsumer, CanaryRun } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { portfolioIds } from '../numbers/store.ts';
import { newCanary } from '../readiness/canary/rules-settings.ts';
import { isBroken, shownConsumer } from '../readiness/canary/rules-shown.ts';
import type { CanaryRunRow, CanarySettings } from '../readiness/canary/shapes.ts';
import { canaryRunById, canaryRunsOf, canarySettings, consumersOf } from '../readiness/canary/store.ts';

/** Of each portfolio somebody sees. */
export async function canariesIn(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  now: number,
): Promise<Canary[]> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const shown = ids.map(async (id) => canaryView(db, (await canarySettings(db, id)) ?? newCanary(id), now));
  return await Promise.all(shown);
}

export async function canaryView(db: Reader, { dueAt, ...settings }: CanarySettings, now: number): Promise<Canary> {
  const [latest, before] = await canaryRunsOf(db, settings.portfolioId, 2);
  const isRunning = latest?.state === 'running';
  const last = isRunning ? before : latest;
  const [shown] = last ? await runsShown(db, [last], now) : [];
  return { ...settings, nextAt: dueAt?.toISOString() ?? null, isRunning, last: shown ?? null };
}

/** The latest first. */
export async function canaryRuns(db: Reader, portfolioId: PortfolioId, now: number): Promise<CanaryRun[]> {
  return await runsShown(db, await canaryRunsOf(db, portfolioId, limits.canaryRunsKept), now);
}

export async function canaryRunView(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  { id, now }: { id: string; now: number },
): Promise<CanaryRun | undefined> {
  const row = await canaryRunById(db, portfolios, id);
  const [shown] = row ? await runsShown(db, [row], now) : [];
  return shown;
}

async function runsShown(db: Reader, runs: readonly CanaryRunRow[], now: number): Promise<CanaryRun[]> {
  const consumers = Map.groupBy(await consumersOf(db, runs), ({ runId }) => runId);
  return runs.map((run) => {
    const shown = (consumers.get(run.id) ?? []).map((one): CanaryConsumer => shownConsumer(one, run, now));
    const { id, portfolioId, number, state, begunName, beganAt, endedAt } = run;
    return {
      ...{ id, portfolioId, number, state, begunBy: begunName },
      ...{ beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      broken: shown.filter(isBroken).length,
      consumers: shown,
    };
  });
}
