// A reply taken back in the seconds its author left for it: it never goes, and the thread is as it was before.

import type { PortfolioId } from '@throughline/identity';
import { answersFrom, forgetTaking, takeHeldAnswer } from '../conversations/held-answers.ts';
import { takenBack } from '../conversations/rules-taking-back.ts';
import { clocked } from '../conversations/rules-work.ts';
import { markUndone, resummarize } from '../conversations/store.ts';
import { passOn, saveWork, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { waitsToBeUndone } from '../outbound/store.ts';
import { cancelMessages } from './cancel-messages.ts';
import type { Tools } from './tools.ts';
import { termsOf } from './work-terms.ts';

interface Place {
  id: string;
  conversationId: string;
}

/** Answers whether it was taken back; and whether nobody needs to see that it was there. */
export async function undoMessage(
  tx: Transaction,
  portfolioId: PortfolioId,
  place: Place,
  tools: Tools,
): Promise<'too_late' | 'cancelled' | 'undone'> {
  const { id, conversationId } = place;
  const early = await waitsToBeUndone(tx, portfolioId, id);
  const cancelled = await cancelMessages(tx, portfolioId, [id], tools);
  if (!cancelled.has(id)) return 'too_late';
  if (!early) return 'cancelled';
  await markUndone(tx, portfolioId, id);
  await resummarize(tx, portfolioId, [conversationId]);
  await putBackWork(tx, portfolioId, place, tools);
  return 'undone';
}

/** Who has the thread, since when it waits and what was promised, and what is counted of it. The caller holds the thread's lock. */
async function putBackWork(
  tx: Transaction,
  portfolioId: PortfolioId,
  { id, conversationId }: Place,
  tools: Tools,
): Promise<void> {
  const held = await takeHeldAnswer(tx, portfolioId, id);
  const [now] = held ? await workOf(tx, portfolioId, [conversationId]) : [];
  if (!held || !now) return;
  const answers = await answersFrom(tx, portfolioId, id);
  const { terms } = (await termsOf(tx, portfolioId, [now.phoneNumberId]))(now.phoneNumberId);
  const work = takenBack(now, held, { ...answers, openBetween: terms.openBetween });
  const isAsBefore = work === held.before;
  await saveWork(tx, portfolioId, [isAsBefore ? work : clocked(work, tools.clock(), terms)]);
  if (now.episode && work.episode === null) await passOn(tx, portfolioId, { retired: [], absorbed: [now.episode.id] });
  if (answers.nextAt === null) await forgetTaking(tx, portfolioId, { conversationId, at: answers.at });
}
