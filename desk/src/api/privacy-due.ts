// How many requests about people's own data want looking at: on the rail, and above their list.

import { queryOptions } from '@tanstack/react-query';
import type { PrivacyDueCounts } from '@throughline/contract';
import { call } from './client.ts';
import { keys } from './queries.ts';

/** Asked again each minute: of changes those are told who read threads. */
export const privacyDueQuery = queryOptions({
  queryKey: [...keys.privacy, 'due'] as const,
  queryFn: ({ signal }) => call<PrivacyDueCounts>('/api/v1/privacy/due', { signal }),
  refetchInterval: 60_000,
});
