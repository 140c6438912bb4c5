import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type ListQuery, listed, unreadCount } from '../api/conversation-lists.ts';
import { listQuery } from '../api/queries.ts';
import { say } from '../words/say.tsx';

export type Conversations = ReturnType<typeof useConversations>;

export function useConversations(query: ListQuery) {
  const answer = useInfiniteQuery(listQuery(query));
  const rows = useMemo(() => listed(answer.data?.pages ?? [], query.sort), [answer.data, query.sort]);
  useTitle(query.me);
  return { answer, rows };
}

/** The title of the window counts what waits among the open conversations, whatever the list shows just now. */
function useTitle(me: string): void {
  const open = useInfiniteQuery(listQuery({ queue: 'everyone', q: '', sort: 'newest', unread: false, me }));
  const unread = useMemo(() => unreadCount(listed(open.data?.pages ?? [])), [open.data]);
  useEffect(() => {
    document.title = say('inbox.window', { unread });
  }, [unread]);
}
