// What stands in the way of a privacy request, and what may be done instead. Stable codes; the desk words them for its readers.

import type { CodeOutcome } from '../../flows/send-privacy-code.ts';
import type { Obstacle } from '../../privacy/rules-requests.ts';
import { ProblemError } from '../problems.ts';

const obstacles: Record<Obstacle, string> = {
  ended: 'This request is over. Record another one.',
  running: 'This request is being carried out and cannot be stopped halfway.',
  not_verified: 'Nobody has shown yet that they are who this is about. Send a code, or record what was seen.',
  already_verified: 'Who asks was verified before.',
  held: 'A legal hold keeps this person’s data. Release it first.',
  not_awaiting: 'There is nothing to approve: run it first.',
  same_person: 'Whoever ran this cannot approve it. Somebody else must look.',
  already_extended: 'The time was extended before, and may be extended once.',
  already_confirmed: 'Its receipt was confirmed before.',
  not_running: 'It is not being carried out.',
};

export function obstacleProblem(obstacle: Obstacle): ProblemError {
  return new ProblemError(409, `privacy_${obstacle}`, obstacles[obstacle]);
}

export function codeProblem(outcome: Exclude<CodeOutcome, { kind: 'sent' | 'no_request' }>): ProblemError {
  switch (outcome.kind) {
    case 'obstacle':
      return obstacleProblem(outcome.obstacle);
    case 'too_soon':
      return new ProblemError(
        409,
        'privacy_code_too_soon',
        'A code went a moment ago. Another may be sent in a minute.',
      );
    case 'no_thread':
      return new ProblemError(
        409,
        'privacy_no_thread',
        'There is no thread with this person to send a code to. Record another proof.',
      );
    case 'not_sent':
      return new ProblemError(409, `privacy_code_${outcome.why.kind}`, notSent[outcome.why.kind] ?? otherwise);
  }
}

const otherwise = 'WhatsApp would not take a message to this person now. Record another proof.';
const notSent: Partial<Record<string, string>> = {
  window_closed:
    'More than 24 hours have passed since this person wrote, so WhatsApp takes no free message. Have them write first, or record another proof.',
  address_lost:
    'The number this thread knew belongs to somebody else now, and a code would reach them. Record another proof.',
  blocked: 'This person is blocked on this business number. Unblock them, or record another proof.',
};
