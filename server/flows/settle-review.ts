// Somebody answers a question about who is who. The answer is a word like any other: it can be taken back, and then the question is
// open again.

import { type ContactId, forbidsMerge, type HolderId, holderAt, type State, type Word } from '@throughline/identity';
import { stateAround } from '../contacts/load.ts';
import { type Question, questionById } from '../contacts/reviews.ts';
import { type Answer, answersTo } from '../contacts/rules-reviews.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { refuse, type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';

export type SettleOutcome =
  | { kind: 'no_review' }
  | { kind: 'settled_before' }
  | { kind: 'not_offered'; offered: readonly Answer[] }
  | { kind: 'spoken'; spoken: Spoken };

export async function settleReview(
  tx: Transaction,
  { reviewId, answer }: { reviewId: string; answer: Answer },
  saying: Saying,
): Promise<SettleOutcome> {
  const { portfolioId } = saying;
  await lockLane(tx, portfolioId);
  const question = await questionById(tx, portfolioId, reviewId);
  const found = question && (await stateAround(tx, portfolioId, question.holderId));
  if (!question || !found) return { kind: 'no_review' };
  if (question.settled) return { kind: 'settled_before' };
  const offered = answersTo(question.type, question.b !== null);
  if (!offered.includes(answer)) return { kind: 'not_offered', offered };
  return { kind: 'spoken', spoken: await say(tx, { state: found.state, question, answer }, saying) };
}

async function say(
  tx: Transaction,
  { state, question, answer }: { state: State; question: Question; answer: Answer },
  saying: Saying,
): Promise<Spoken> {
  const { a, b, evidenceId } = question;
  const said = spokenNow(state, saying);
  if (answer === 'right' || !b) return await sayWord(tx, { kind: 'settled', ...said, evidenceId, about: [a] }, saying);
  const contactOf = (within: State, id: HolderId | undefined) =>
    within.holders.find((holder) => holder.id === id)?.contactId;
  const sides = (within: State) => [a, b].map((anchor) => contactOf(within, holderAt(within, anchor)));
  const [x, y] = [holderAt(state, a), holderAt(state, b)];
  const never = answer === 'same' && x && y ? forbidsMerge(state, x, y) : undefined;
  if (never) {
    const contacts = sides(state).filter((id): id is ContactId => id !== undefined);
    const refused = { code: 'never_merge' as const, by: never.actor.name, at: never.at };
    return await refuse(tx, state, contacts, { refused, saying });
  }
  const word: Word = { kind: answer === 'same' ? 'merge' : 'never-merge', ...said, a, b };
  return await sayWord(tx, word, saying, (_before, after) => {
    const [one, other] = sides(after);
    return answer === 'same' ? one !== undefined && one === other : one !== other;
  });
}
