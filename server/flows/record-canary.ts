// What came of the made-up customer at one system so far, and that they are through: with what the desk shows of it, one commit.

import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import type { CanaryCall, ConsumerRow, Finding, RunKey } from '../readiness/canary/shapes.ts';
import { endCanaryRun, saveCalls } from '../readiness/canary/store.ts';

/** `by`: which process has the run. Answers whether it still does; where not, nothing is written. */
export async function recordCanaryCalls(
  tx: Transaction,
  consumer: Pick<ConsumerRow, 'portfolioId' | 'runId' | 'id'>,
  came: { by: string; calls: readonly CanaryCall[]; finding: Finding | null },
): Promise<boolean> {
  const { portfolioId, runId } = consumer;
  if (came.finding) await record(tx, portfolioId, [{ kind: 'canary', subjectId: runId }]);
  return await saveCalls(tx, consumer, came);
}

export async function recordCanaryEnd(
  tx: Transaction,
  run: RunKey,
  end: { by: string; state: 'ended' | 'interrupted'; at: Date },
): Promise<void> {
  await endCanaryRun(tx, run, end);
  await record(tx, run.portfolioId, [{ kind: 'canary', subjectId: run.id }]);
}
