import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keys, olderItems } from '../api/queries.ts';
import type { Thread } from '../api/thread-pages.ts';

/** Loads the page before the oldest item held; `load` may be called as often as one likes. */
export function useOlder(conversationId: string, thread: Thread | undefined) {
  const client = useQueryClient();
  const older = useMutation({
    mutationFn: (held: Thread) => olderItems(conversationId, held),
    onSuccess: (join) => client.setQueryData<Thread>(keys.thread(conversationId), join),
  });
  const { isPending, mutate } = older;
  const more = thread?.older != null;
  const load = useCallback(() => {
    if (more && !isPending) mutate(thread);
  }, [more, isPending, mutate, thread]);
  return { load, failed: older.isError };
}
