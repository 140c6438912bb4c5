// What stands in the way of a privacy request, and what may be done instead. Stable codes, and sentences in the reader's language.

import type { CodeOutcome } from '../../flows/send-privacy-code.ts';
import type { Obstacle } from '../../privacy/rules-requests.ts';
import { sentence } from '../../words/sentence.ts';
import { ProblemError } from '../problems.ts';

export function obstacleProblem(obstacle: Obstacle): ProblemError {
  return new ProblemError(409, `privacy_${obstacle}`, sentence(`problem.privacy_${obstacle}`));
}

export function codeProblem(outcome: Exclude<CodeOutcome, { kind: 'sent' | 'no_request' }>): ProblemError {
  switch (outcome.kind) {
    case 'obstacle':
      return obstacleProblem(outcome.obstacle);
    case 'too_soon':
      return new ProblemError(409, 'privacy_code_too_soon', sentence('problem.privacy_code_too_soon'));
    case 'no_thread':
      return new ProblemError(409, 'privacy_no_thread', sentence('problem.privacy_no_thread'));
    case 'not_sent':
      return new ProblemError(409, `privacy_code_${outcome.why.kind}`, notSent(outcome.why.kind));
  }
}

function notSent(why: string) {
  switch (why) {
    case 'window_closed':
    case 'needs_phone':
    case 'address_lost':
    case 'blocked':
      return sentence(`problem.privacy_code_${why}`);
    default:
      return sentence('problem.privacy_code_not_sent');
  }
}

export function wrongCodeProblem(triesLeft: number): ProblemError {
  return triesLeft > 0
    ? new ProblemError(422, 'privacy_code_wrong', sentence('problem.privacy_code_wrong', { left: triesLeft }))
    : new ProblemError(422, 'privacy_code_used_up', sentence('problem.privacy_code_used_up'));
}
