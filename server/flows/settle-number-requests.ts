// What arrived may answer a question for a number: a number the person shared, or one that became known in another way.

import { type E164, type HolderId, type PortfolioId, replyAddress } from '@throughline/identity';
import { pendingIn, settleShared, withdrawRequests } from '../asks/store.ts';
import { stateAround } from '../contacts/load.ts';
import { vouchedNumber } from '../contacts/rules-evidence.ts';
import { holdersAround } from '../contacts/store.ts';
import { holdersOfThreads, threadIdsOf } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { Owned } from './placing.ts';
import type { Tools } from './tools.ts';

/** `fresh`: what was placed now and not before. `threads`: all that changed. Answers the threads whose questions were settled. */
export async function settleNumberRequests(
  tx: Transaction,
  portfolioId: PortfolioId,
  { fresh, threads }: { fresh: readonly Owned[]; threads: ReadonlySet<string> },
  tools: Tools,
): Promise<string[]> {
  const shared = await settleShared(tx, portfolioId, await answersIn(tx, portfolioId, fresh));
  const known = await withdrawKnown(tx, portfolioId, [...threads], tools);
  return [...shared, ...known];
}

/** What WhatsApp vouches for, with all threads of whoever shared it: the question may have been asked in another. */
async function answersIn(tx: Transaction, portfolioId: PortfolioId, fresh: readonly Owned[]) {
  const answers: { threads: string[]; phone: E164; at: number }[] = [];
  for (const { item, holderId } of fresh) {
    const phone = item.kind === 'message' ? vouchedNumber(item.content) : undefined;
    if (!phone) continue;
    const threads = await threadIdsOf(tx, portfolioId, await holdersAround(tx, portfolioId, holderId));
    answers.push({ threads: threads.map(({ id }) => id), phone, at: item.at });
  }
  return answers;
}

/** Questions are few, and almost no batch touches a thread with one. */
async function withdrawKnown(
  tx: Transaction,
  portfolioId: PortfolioId,
  threads: readonly string[],
  tools: Tools,
): Promise<string[]> {
  const pending = await pendingIn(tx, portfolioId, threads);
  if (pending.length === 0) return [];
  const owners = await holdersOfThreads(
    tx,
    portfolioId,
    pending.map(({ conversationId }) => conversationId),
  );
  const known: typeof pending = [];
  for (const one of pending) {
    const holderId = owners.get(one.conversationId);
    if (holderId && (await hasNumber(tx, portfolioId, holderId))) known.push(one);
  }
  await withdrawRequests(tx, portfolioId, { ids: known.map(({ id }) => id), at: tools.clock() });
  return known.map(({ conversationId }) => conversationId);
}

async function hasNumber(tx: Transaction, portfolioId: PortfolioId, holderId: HolderId): Promise<boolean> {
  const around = await stateAround(tx, portfolioId, holderId);
  return around !== undefined && replyAddress(around.state, holderId).kind === 'phone';
}
