// Unsafe calls with an Idempotency-Key: the work and its answer in one transaction; a refusal undoes both, so that the key may be
// used again.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Database, inTransaction, type Transaction } from '../../db/connect.ts';
import { answerOnce } from '../../flows/answer-once.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { ProblemError } from '../problems.ts';

const header = 'idempotency-key';

export const idempotency = z.object({
  [header]: z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe(
      'Any text of your own, 8 to 200 characters: the call is done once per key, however often it is made within a day.',
    ),
});

/** `asks`: what the call asks for; another one under the same key is refused. */
export async function once<Answer extends object>(
  db: Database,
  { request, asks }: { request: { headers: { [header]?: string | undefined } }; asks: unknown },
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const { id } = actorOf(request as FastifyRequest);
  const outcome = await inTransaction(db, (tx) =>
    answerOnce(tx, { actor: id, key: request.headers[header], request: asks }, () => work(tx)),
  );
  if (outcome.kind === 'other_request')
    throw new ProblemError(422, 'idempotency_key_reused', sentence('problem.idempotency_key_reused'));
  return outcome.answer;
}
