import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { mentionCountQuery, readMentions, togetherKeys } from '../api/together.ts';
import { useMay } from '../shell/use-may.ts';

/** Whoever looks at a thread has seen the notes that called them there. */
export function useSeeMentions(conversationId: string | undefined): void {
  const client = useQueryClient();
  const may = useMay()('notes:write');
  const { data } = useQuery({ ...mentionCountQuery, enabled: may });
  const unread = data?.unread ?? 0;
  useEffect(() => {
    if (conversationId === undefined || unread === 0) return;
    const see = () => {
      if (document.visibilityState === 'hidden') return;
      readMentions(conversationId).then(
        () => client.invalidateQueries({ queryKey: togetherKeys.mentions }),
        () => undefined,
      );
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [client, conversationId, unread]);
}
