// Threads were joined or told apart: the work on them follows, so that nobody's task is lost and nothing that was promised.

import type { PortfolioId } from '@throughline/identity';
import type { ThreadPlan } from '../conversations/rules-threads.ts';
import { clocked, joined, type Work } from '../conversations/rules-work.ts';
import { passOn, saveWork, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import type { Tools } from './tools.ts';
import { termsOf } from './work-terms.ts';

export interface Following {
  plan: ThreadPlan;
  /** The work on every thread concerned, as it was before. */
  before: readonly Work[];
  /** Where the items of a thread came from: one thread each, the first. */
  origins: ReadonlyMap<string, string>;
}

/** Once the new threads are there, before those given up are gone. */
export async function followWork(
  tx: Transaction,
  portfolioId: PortfolioId,
  { plan, before, origins }: Following,
  tools: Tools,
): Promise<void> {
  const known = new Map(before.map((work) => [work.id, work]));
  const after: Work[] = [];
  const absorbed: string[] = [];
  for (const [into, retired] of Map.groupBy(plan.retire, (one) => one.into)) {
    const others = retired.flatMap(({ id }) => known.get(id) ?? []);
    const survivor = known.get(into) ?? (await workOf(tx, portfolioId, [into]))[0];
    if (!survivor) continue;
    const one = joined(survivor, others);
    after.push(one.work);
    absorbed.push(...one.absorbed);
  }
  const done = new Set(after.map((work) => work.id));
  const fresh = [...origins].filter(([id]) => !done.has(id) && !known.get(id)?.episode);
  const there = new Map(
    (
      await workOf(
        tx,
        portfolioId,
        fresh.map(([id]) => id),
      )
    ).map((work) => [work.id, work]),
  );
  for (const [id, origin] of fresh) {
    const own = there.get(id);
    const from = known.get(origin);
    if (own && from?.episode) after.push(apart(own, from, tools));
  }
  await passOn(tx, portfolioId, { retired: plan.retire, absorbed });
  await saveWork(tx, portfolioId, after);
}

/** The same hands go on with both halves; what was promised is counted anew in the half that is new. */
function apart(own: Work, from: Work, tools: Tools): Work {
  const { state, assigneeId, teamId, priority, snoozedUntil, awaitsAgent, settledAt, resolve, episode } = from;
  return {
    ...own,
    ...{ state, assigneeId, teamId, priority, snoozedUntil, awaitsAgent, settledAt, resolve },
    episode: episode && {
      ...episode,
      id: tools.newId(),
      replies: 0,
      answered: 0,
      waitedMs: 0,
      waitedOpenMs: 0,
      nextBreaches: 0,
    },
  };
}

/** Once it is known again since when everybody waits. */
export async function setClocks(
  tx: Transaction,
  portfolioId: PortfolioId,
  threads: readonly string[],
  tools: Tools,
): Promise<void> {
  const works = (await workOf(tx, portfolioId, threads)).filter((work) => work.episode !== null);
  const termsFor = await termsOf(
    tx,
    portfolioId,
    works.map((work) => work.phoneNumberId),
  );
  await saveWork(
    tx,
    portfolioId,
    works.map((work) => clocked(work, tools.clock(), termsFor(work.phoneNumberId).terms)),
  );
}
