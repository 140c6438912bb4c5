// What stands in the way of doing something with a campaign.

import type { Campaign } from '@throughline/contract';
import type { FileRefused } from '../../campaigns/read-file.ts';
import { actionsIn } from '../../campaigns/rules-state.ts';
import { ProblemError } from '../problems.ts';

const words: Readonly<Record<Campaign['state'], string>> = {
  draft: 'is a draft: it is to be checked first',
  checking: 'is being checked',
  ready: 'is ready to start',
  scheduled: 'will start by itself',
  running: 'is running',
  paused: 'is paused',
  done: 'is done',
  cancelled: 'was cancelled',
};

export function wrongState(state: Campaign['state'], field?: string): ProblemError {
  return new ProblemError(409, 'campaign_state', `This campaign ${words[state]}.`, {
    allowed: actionsIn(state).filter((action) => !['pace', 'schedule'].includes(action)),
    ...(field !== undefined && { errors: [{ field, problem: 'cannot be changed in this state' }] }),
  });
}

export function incomplete(problems: Campaign['problems']): ProblemError {
  return new ProblemError(409, 'campaign_incomplete', problems.map(({ problem }) => problem).join(' '), {
    errors: problems,
    allowed: ['edit'],
  });
}

export function refusedFile({ code, message }: FileRefused): ProblemError {
  return new ProblemError(code === 'file_too_large' ? 413 : 422, code, message, {
    errors: [{ field: 'file', problem: message }],
  });
}
