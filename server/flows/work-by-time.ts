// What time does to work: the snoozed wake, promises are broken, and what nobody could take finds somebody.

import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { breach, clocked, type Work, wake } from '../conversations/rules-work.ts';
import { saveWork, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { handOut } from './hand-out.ts';
import type { Tools } from './tools.ts';
import { type WorkNote, writeWorkEvents } from './work-events.ts';
import { termsOf } from './work-terms.ts';

/** Answers how many woke; who was woken otherwise meanwhile is left as they are. */
export async function wakeSnoozed(
  tx: Transaction,
  portfolioId: PortfolioId,
  due: readonly string[],
  tools: Tools,
): Promise<number> {
  const now = tools.clock();
  return await changeEach(tx, portfolioId, { due, tools }, (work) =>
    work.snoozedUntil === null || work.snoozedUntil > now
      ? undefined
      : { work: wake(work), facts: [{ type: 'woken', how: 'time', by: null }] },
  );
}

/** Answers how many threads have a promise that was not kept. */
export async function noteBreaches(
  tx: Transaction,
  portfolioId: PortfolioId,
  due: readonly string[],
  tools: Tools,
): Promise<number> {
  const now = tools.clock();
  return await changeEach(tx, portfolioId, { due, tools }, (before) => {
    const { work, targets } = breach(before, now);
    if (targets.length === 0) return undefined;
    return { work, facts: targets.map((target) => ({ type: 'breached', target })) };
  });
}

interface Changed {
  work: Work;
  facts: WorkNote['fact'][];
}

/** Holding the lane: news that come to these threads meanwhile have been taken in, or wait. */
async function changeEach(
  tx: Transaction,
  portfolioId: PortfolioId,
  { due, tools }: { due: readonly string[]; tools: Tools },
  change: (work: Work) => Changed | undefined,
): Promise<number> {
  const now = tools.clock();
  await lockLane(tx, portfolioId);
  const works = await workOf(tx, portfolioId, due);
  const changed = works.flatMap((work) => change(work) ?? []);
  const termsFor = await termsOf(
    tx,
    portfolioId,
    changed.map(({ work }) => work.phoneNumberId),
  );
  const after = changed.map(({ work }) => clocked(work, now, termsFor(work.phoneNumberId).terms));
  const notes = changed.flatMap(({ work, facts }) => facts.map((fact) => ({ conversationId: work.id, at: now, fact })));
  await save(tx, portfolioId, { after, notes }, tools);
  return after.length;
}

/** Those who wait longest first. Answers how many found somebody. */
export async function handOutWaiting(
  tx: Transaction,
  portfolioId: PortfolioId,
  due: readonly string[],
  tools: Tools,
): Promise<number> {
  // Whoever hands out holds the lane, so that everybody's load is counted right.
  await lockLane(tx, portfolioId);
  const works = new Map((await workOf(tx, portfolioId, due)).map((work) => [work.id, work]));
  const waiting = due
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
  return after.length;
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
