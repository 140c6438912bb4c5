// What can go wrong, as a program wants to tell it apart.

import type { Problem } from '../service.ts';

/** The service refused. `code` is stable: branch on it, and show `message` to people. */
export class ThroughlineError extends Error {
  override readonly name = 'ThroughlineError';
  readonly status: number;
  readonly code: string;
  /** Each field at fault and what would be right. */
  readonly errors: NonNullable<Problem['errors']>;
  /** What may be done instead. */
  readonly allowed: readonly string[];

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `The service answered ${status}.`);
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.errors = problem.errors ?? [];
    this.allowed = problem.allowed ?? [];
  }
}

/** There was no answer at all, after all tries. What was asked for may have been done, unless the call is done once. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** A webhook that is not from this service, or an old one. Answer 401 and do nothing with it. */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
}
