// One step of a request: what comes back is what is shown from then on.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries.ts';
import { privacyRequestQuery, takeStep } from './privacy-queries.ts';

export interface Step {
  step: string;
  body?: object;
  method?: 'POST' | 'PUT';
}

export function useStep(requestId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body, method }: Step) => takeStep(requestId, step, { body, method }),
    onSuccess: (after) => {
      client.setQueryData(privacyRequestQuery(requestId).queryKey, after);
      void client.invalidateQueries({ queryKey: [...keys.privacy, 'list'] });
      void client.invalidateQueries({ queryKey: [...keys.privacy, 'due'] });
    },
  });
}
