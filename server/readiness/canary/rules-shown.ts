// What is shown of one that was told: every step it was to hear of, and what became of it. Pure.

import type { CanaryConsumer } from '@throughline/contract';
import { limits } from '../../limits.ts';
import { nextStep } from './rules-verdict.ts';
import type { CanaryRunRow, ConsumerRow } from './shapes.ts';

/** `now`: in milliseconds since the epoch. */
export function shownConsumer(row: ConsumerRow, run: CanaryRunRow, now: number): CanaryConsumer {
  const { id, kind, name, mode, skipped, step, cause, answers, answeredAt } = row;
  return {
    ...{ id, kind, name, mode, verdict: verdictShown(row, run, now), skipped, step, cause, answers },
    answeredAt: answeredAt?.toISOString() ?? null,
    calls: callsShown(row, run),
  };
}

export function isBroken({ verdict }: Pick<CanaryConsumer, 'verdict'>): boolean {
  return verdict === 'refused' || verdict === 'no_answer';
}

function verdictShown(
  { kind, verdict }: ConsumerRow,
  { beganAt }: CanaryRunRow,
  now: number,
): CanaryConsumer['verdict'] {
  if (verdict !== null) return verdict;
  const isLate = now - beganAt.getTime() > limits.canaryReadHours * 60 * 60 * 1000;
  return kind === 'reader' && isLate ? 'not_read' : 'waiting';
}

function callsShown({ steps, calls, verdict }: ConsumerRow, { state }: CanaryRunRow): CanaryConsumer['calls'] {
  const made = new Map(calls.map((one) => [one.step, one]));
  const isOver = state !== 'running' || verdict !== null || nextStep(steps, calls) === undefined;
  return steps.map((step) => {
    const call = made.get(step);
    if (!call) {
      const shown = isOver ? ('not_tried' as const) : ('waiting' as const);
      return { step, state: shown, tries: 0, failure: null, status: null, tookMs: null };
    }
    const { tries, failure, status, tookMs } = call;
    return { step, state: failure === null ? 'taken' : 'failed', tries, failure, status, tookMs };
  });
}
