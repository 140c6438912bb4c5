// After a decision that changed whose something is: items follow their identifiers into the right threads.

import { type HolderId, holderOf, type PortfolioId, type State, tieOf, union } from '@throughline/identity';
import { followMessages } from '../asks/store.ts';
import { callsOf, moveCalls } from '../calls/store.ts';
import { belongingsOf, reownBelongings } from '../contacts/belongings.ts';
import { partyOf } from '../contacts/read-rows.ts';
import type { Settled } from '../contacts/settled.ts';
import { planThreads, sameOwners, type Thread, type ThreadPlan } from '../conversations/rules-threads.ts';
import { placed, prepareThreads, resummarize, retireThreads, threadCounts, threadsOf } from '../conversations/store.ts';
import { workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { followDrafts } from '../drafts/store.ts';
import { append } from '../events/store.ts';
import { followHolders, labelsOwnedBy, reownLabels } from '../labels/on-contacts.ts';
import { followRetired } from '../labels/on-conversations.ts';
import { followNotes } from '../notes/store.ts';
import { followThreads } from '../outbound/store.ts';
import { followWork, setClocks } from './follow-work.ts';
import type { Tools } from './tools.ts';

/** Whether any of these decisions could move something. */
export function mayMove(settled: readonly Settled[]): boolean {
  return settled.some(changesOwners);
}

/** Answers the threads that changed. */
export async function moveThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  tools: Tools,
): Promise<Set<string>> {
  const planned = await planMoves(tx, portfolioId, settled, tools);
  if (!planned) return new Set();
  const { moved, holders, threads, plan, origins } = planned;
  const before = await workOf(
    tx,
    portfolioId,
    threads.map((one) => one.id),
  );
  await moveWords(tx, portfolioId, { moved, holders }, tools);
  await prepareThreads(tx, portfolioId, plan);
  await followWork(tx, portfolioId, { plan, before, origins }, tools);
  await moveCalls(
    tx,
    portfolioId,
    plan.moves.filter((move) => move.kind === 'call'),
  );
  await followThreads(tx, portfolioId, plan.retire);
  await followRetired(tx, portfolioId, plan.retire);
  await followMessages(
    tx,
    portfolioId,
    threads.map((one) => one.id),
  );
  await followNotes(tx, portfolioId, { threads: threads.map((one) => one.id), retired: plan.retire });
  await followDrafts(tx, portfolioId, plan.retire);
  await retireThreads(tx, portfolioId, plan);
  tellMoves(tx, portfolioId, plan, tools.clock());
  const retired = new Set(plan.retire.map((one) => one.id));
  const touched = new Set([
    ...plan.moves.map((move) => move.threadId),
    ...plan.create.map((one) => one.id),
    ...threads.map((one) => one.id),
  ]);
  for (const id of retired) touched.delete(id);
  if (plan.moves.length > 0) {
    await resummarize(tx, portfolioId, [...touched]);
    await setClocks(tx, portfolioId, [...touched], tools);
  }
  return touched;
}

function tellMoves(tx: Transaction, portfolioId: PortfolioId, { create, retire }: ThreadPlan, at: number): void {
  const joined = Map.groupBy(retire, (one) => one.into);
  append(tx, portfolioId, [
    ...create.map(({ id }) => ({ type: 'conversation.created' as const, at, conversationId: id })),
    ...[...joined].map(([conversationId, retired]) => ({
      type: 'conversation.joined' as const,
      at,
      conversationId,
      data: { joined: retired.map(({ id }) => id) },
    })),
  ]);
}

interface Planned {
  moved: Settled[];
  holders: HolderId[];
  threads: Thread[];
  plan: ThreadPlan;
  /** For each thread that takes items over, one they came from. */
  origins: Map<string, string>;
}

/** What would move, and where: undefined where nothing can. Reads only. */
async function planMoves(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  tools: Tools,
): Promise<Planned | undefined> {
  const moved = settled.filter(changesOwners);
  const holders = moved.flatMap(({ before, after }) =>
    [...before.holders, ...after.holders].map((holder) => holder.id),
  );
  if (holders.length === 0) return undefined;
  const { threads, items } = await threadsOf(tx, portfolioId, holders);
  const calls = (await callsOf(tx, portfolioId, holders)).map((row) => placed({ ...row, kind: 'call' }));
  const placedItems = [...items, ...calls];
  const plan = planThreads(threads, placedItems, union(moved.map(({ after }) => after)), tools.newId);
  const threadOf = new Map(placedItems.map((item) => [item.id, item.threadId]));
  const origins = new Map(
    plan.moves.flatMap((move) => {
      const from = threadOf.get(move.id);
      return from ? [[move.threadId, from] as const] : [];
    }),
  );
  return { moved, holders, threads, plan, origins };
}

/** How many threads each holder would have afterwards. Reads only. */
export async function threadsAfter(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  tools: Tools,
): Promise<Map<HolderId, number>> {
  const planned = await planMoves(tx, portfolioId, settled, tools);
  const holders = settled.flatMap(({ after }) => after.holders.map((holder) => holder.id));
  const counts = await threadCounts(tx, portfolioId, holders);
  if (!planned) return counts;
  const { threads, plan } = planned;
  const retired = new Set(plan.retire.map((one) => one.id));
  const owners = new Map(plan.repoint.map((one) => [one.id, one.holderId]));
  const left = [...threads.filter((one) => !retired.has(one.id)), ...plan.create];
  for (const id of planned.holders) counts.delete(id);
  for (const { id, holderId } of left) {
    const owner = owners.get(id) ?? holderId;
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function changesOwners({ retired, refolded, before, after }: Settled): boolean {
  return retired.size > 0 || ((refolded || endsALease(before, after)) && !sameOwners(before, after));
}

/**
 * Also where nothing was late for the evidence: an answer of ours is no evidence, and may have gone to a number after the moment at
 * which, as we hear only now, somebody else had it.
 */
function endsALease(before: State, after: State): boolean {
  const open = new Set(before.leases.filter(({ until }) => until === null).map(leaseId));
  return after.leases.some((lease) => lease.until !== null && open.has(leaseId(lease)));
}

function leaseId({ key, from }: State['leases'][number]): string {
  return `${key} ${from.at} ${from.tie}`;
}

/** A word on marketing, a block, or a tag is whose it was when it was said, like any item. */
async function moveWords(
  tx: Transaction,
  portfolioId: PortfolioId,
  { moved, holders }: { moved: readonly Settled[]; holders: readonly HolderId[] },
  tools: Tools,
): Promise<void> {
  const state = union(moved.map(({ after }) => after));
  const words = await belongingsOf(tx, portfolioId, holders);
  const changed = words.flatMap(({ kind, key, at, party, holderId }) => {
    const owner = holderOf(state, party, { at, tie: tieOf(tools.keyed(key), party) });
    return owner && owner !== holderId ? [{ kind, key, holderId: owner }] : [];
  });
  await reownBelongings(tx, portfolioId, changed);
  await followHolders(
    tx,
    portfolioId,
    moved.flatMap(({ retired }) => [...retired].map(([old, id]) => ({ old, id }))),
  );
  const labels = await labelsOwnedBy(tx, portfolioId, [...new Set([...holders, ...state.holders.map(({ id }) => id)])]);
  await reownLabels(
    tx,
    portfolioId,
    labels.flatMap(({ kind, id, at, phone, bsuid, holderId }) => {
      const party = partyOf(phone, bsuid, null);
      const owner = holderOf(state, party, { at, tie: tieOf(tools.keyed(id), party) });
      return owner && owner !== holderId ? [{ kind, id, holderId: owner }] : [];
    }),
  );
}
