// What time does to work: the snoozed wake, promises are broken, and what nobody could take finds somebody.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { breach, clocked, type Work, wake } from '../conversations/rules-work.ts';
import { awaitingAgents, type DueThread, dueToBreach, dueToWake, saveWork, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { handOut } from './hand-out.ts';
import type { Tools } from './tools.ts';
import { type WorkNote, writeWorkEvents } from './work-events.ts';
import { termsOf } from './work-terms.ts';

/** Answers how many woke. */
export async function wakeSnoozed(tx: Transaction, tools: Tools): Promise<number> {
  const now = tools.clock();
  const due = await dueToWake(tx, now, limits.workAtOnce);
  return await each(tx, due, tools, (work) =>
    work.snoozedUntil === null || work.snoozedUntil > now
      ? undefined
      : { work: wake(work), facts: [{ type: 'woken', how: 'time', by: null }] },
  );
}

/** Answers how many threads have a promise that was not kept. */
export async function noteBreaches(tx: Transaction, tools: Tools): Promise<number> {
  const now = tools.clock();
  const due = await dueToBreach(tx, now, limits.workAtOnce);
  return await each(tx, due, tools, (before) => {
    const { work, targets } = breach(before, now);
    if (targets.length === 0) return undefined;
    return { work, facts: targets.map((target) => ({ type: 'breached', target })) };
  });
}

interface Changed {
  work: Work;
  facts: WorkNote['fact'][];
}

async function each(
  tx: Transaction,
  due: readonly DueThread[],
  tools: Tools,
  change: (work: Work) => Changed | undefined,
): Promise<number> {
  const now = tools.clock();
  for (const [portfolioId, own] of byPortfolio(due)) {
    const works = await workOf(tx, portfolioId, own);
    const changed = works.flatMap((work) => change(work) ?? []);
    const termsFor = await termsOf(
      tx,
      portfolioId,
      changed.map(({ work }) => work.phoneNumberId),
    );
    const after = changed.map(({ work }) => clocked(work, now, termsFor(work.phoneNumberId).terms));
    const notes = changed.flatMap(({ work, facts }) =>
      facts.map((fact) => ({ conversationId: work.id, at: now, fact })),
    );
    await save(tx, portfolioId, { after, notes }, tools);
  }
  return due.length;
}

/** Those who wait longest first. Answers how many found somebody. */
export async function handOutWaiting(tx: Transaction, tools: Tools): Promise<number> {
  let handed = 0;
  for (const [portfolioId, ids] of byPortfolio(await awaitingAgents(tx, limits.workAtOnce))) {
    // Whoever hands out holds the lane, so that everybody's load is counted right.
    await lockLane(tx, portfolioId);
    const works = new Map((await workOf(tx, portfolioId, ids)).map((work) => [work.id, work]));
    const waiting = ids
      .flatMap((id) => works.get(id) ?? [])
      .filter((work) => work.awaitsAgent && work.assigneeId === null);
    const termsFor = await termsOf(
      tx,
      portfolioId,
      waiting.map((work) => work.phoneNumberId),
    );
    const notes: WorkNote[] = [];
    const asks = waiting.map((work) => ({ work, lastAgentId: null }));
    const given = await handOut(tx, portfolioId, asks, { termsFor, tools, notes });
    const after = [...given.values()].filter((work) => !work.awaitsAgent);
    await save(tx, portfolioId, { after, notes }, tools);
    handed += after.length;
  }
  return handed;
}

function byPortfolio(due: readonly DueThread[]): Map<PortfolioId, string[]> {
  const groups = Map.groupBy(due, (one) => one.portfolioId);
  return new Map([...groups].map(([portfolioId, own]) => [portfolioId, own.map(({ id }) => id)]));
}

async function save(
  tx: Transaction,
  portfolioId: PortfolioId,
  { after, notes }: { after: readonly Work[]; notes: readonly WorkNote[] },
  tools: Tools,
): Promise<void> {
  await saveWork(tx, portfolioId, after);
  await writeWorkEvents(tx, portfolioId, notes, tools);
  await record(
    tx,
    portfolioId,
    after.map(({ id }) => ({ kind: 'conversation' as const, subjectId: id })),
  );
}
