// What stands in the way of doing something with a campaign.

import type { Campaign } from '@throughline/contract';
import { actionsIn } from '../../campaigns/rules-state.ts';
import type { FileRefused } from '../../csv/read-file.ts';
import { type Sentence, sentence } from '../../words/sentence.ts';
import { ProblemError } from '../problems.ts';

export function wrongState(state: Campaign['state'], field?: string): ProblemError {
  return new ProblemError(409, 'campaign_state', sentence(`problem.campaign_state.${state}`), {
    allowed: actionsIn(state).filter((action) => !['pace', 'schedule'].includes(action)),
    ...(field !== undefined && { errors: [{ field, problem: sentence('field.state') }] }),
  });
}

export function incomplete(problems: readonly { field: string; problem: Sentence | string }[]): ProblemError {
  return new ProblemError(
    409,
    'campaign_incomplete',
    sentence('field.all', { problems: { joined: problems.map(({ problem }) => problem), by: ' ' } }),
    {
      errors: problems,
      allowed: ['edit'],
    },
  );
}

export function refusedFile({ code, why }: FileRefused): ProblemError {
  return new ProblemError(code === 'file_too_large' ? 413 : 422, code, why, {
    errors: [{ field: 'file', problem: why }],
  });
}
