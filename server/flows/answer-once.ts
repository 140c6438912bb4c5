// An unsafe call made twice under one key is done once: the work and its answer are one transaction.

import { answered, begin } from '../access/idempotency.ts';
import type { Transaction } from '../db/connect.ts';

export type OnceOutcome<Answer> = { kind: 'answer'; answer: Answer } | { kind: 'other_request' };

/** `work` answers what the caller gets, now and at every repetition. Where it throws, the key is free again. */
export async function answerOnce<Answer extends object>(
  tx: Transaction,
  call: { actor: string; key: string | undefined; request: unknown },
  work: () => Promise<Answer>,
): Promise<OnceOutcome<Answer>> {
  const { actor, key, request } = call;
  if (key === undefined) return { kind: 'answer', answer: await work() };
  const begun = await begin(tx, actor, key, request);
  if (begun.kind === 'other_request') return begun;
  if (begun.kind === 'repeated') return { kind: 'answer', answer: begun.answer as Answer };
  const answer = await work();
  await answered(tx, actor, key, answer);
  return { kind: 'answer', answer };
}
