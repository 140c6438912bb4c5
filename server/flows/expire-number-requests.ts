// Questions for a number that nobody answered in time. WhatsApp does not tell silence from a refusal, so neither do we.

import { expireRequests } from '../asks/store.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { Tools } from './tools.ts';

const atOnce = 500;

/** Answers how many were given up. */
export async function expireNumberRequests(tx: Transaction, tools: Tools): Promise<number> {
  const expired = await expireRequests(tx, tools.clock(), atOnce);
  for (const [portfolioId, own] of Map.groupBy(expired, (one) => one.portfolioId))
    await record(
      tx,
      portfolioId,
      own.map(({ thread }) => ({ kind: 'conversation' as const, subjectId: thread })),
    );
  return expired.length;
}
