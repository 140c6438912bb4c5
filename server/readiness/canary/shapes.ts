// What is kept of the canary, as types.

import type { CanaryCause, CanarySkip, CanaryStep, DeliveryFailure, RelayMode } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';

export interface CanarySettings {
  portfolioId: PortfolioId;
  enabled: boolean;
  /** HH:MM */
  clock: string;
  zone: string;
  feed: boolean;
  leftOut: string[];
  dueAt: Date | null;
}

export interface RunKey {
  portfolioId: PortfolioId;
  id: string;
}

export interface CanaryRunRow extends RunKey {
  number: number;
  begunBy: string | null;
  begunName: string | null;
  beganAt: Date;
  endedAt: Date | null;
  state: 'running' | 'ended' | 'interrupted';
  feed: boolean;
  contactId: string;
  attempts: number;
}

/** What came of one step, after the last try. */
export interface CanaryCall {
  step: CanaryStep;
  tries: number;
  /** Null where it was taken. */
  failure: DeliveryFailure | null;
  status: number | null;
  /** Of the last try. */
  tookMs: number;
}

/** What can be said of one that was told; `not_read` and `waiting` are no verdicts, but how it is until there is one. */
export type CanaryVerdict = 'well' | 'slow' | 'refused' | 'no_answer' | 'skipped' | 'read';

export interface Finding {
  verdict: CanaryVerdict;
  /** The first that failed, or was slow. */
  step: CanaryStep | null;
  cause: CanaryCause | null;
}

export interface NewConsumer {
  id: string;
  kind: 'webhook' | 'relay' | 'reader';
  name: string;
  mode: RelayMode | null;
  steps: readonly CanaryStep[];
  skipped: CanarySkip | null;
}

export interface ConsumerRow extends Omit<NewConsumer, 'steps'> {
  portfolioId: PortfolioId;
  runId: string;
  steps: CanaryStep[];
  calls: CanaryCall[];
  verdict: CanaryVerdict | null;
  step: CanaryStep | null;
  cause: CanaryCause | null;
  answers: number;
  lastAnswer: string | null;
  answeredAt: Date | null;
}
