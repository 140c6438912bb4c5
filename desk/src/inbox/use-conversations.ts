import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { inView, type ListQuery, listed, unreadCount } from '../api/conversation-lists.ts';
import { listQuery } from '../api/queries.ts';
import { say } from '../words/say.tsx';

/** Too few rows to fill a tall screen; the unread are picked from the open ones, page by page, until there are. */
const screenful = 20;

export type Conversations = ReturnType<typeof useConversations>;

export function useConversations(query: ListQuery, openId: string | undefined) {
  const answer = useInfiniteQuery(listQuery(query));
  const all = useMemo(() => listed(answer.data?.pages ?? []), [answer.data]);
  const rows = useMemo(() => inView(all, query.view, openId), [all, query.view, openId]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = answer;
  const short = query.view === 'unread' && rows.length < screenful && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (short && !isFetchingNextPage) void fetchNextPage();
  }, [short, isFetchingNextPage, fetchNextPage]);
  useTitle();
  return { answer, rows, searching: short && rows.length === 0 };
}

/** The title of the window counts what waits among the open conversations, whatever the list shows just now. */
function useTitle(): void {
  const open = useInfiniteQuery(listQuery({ view: 'open', q: '' }));
  const unread = useMemo(() => unreadCount(listed(open.data?.pages ?? [])), [open.data]);
  useEffect(() => {
    document.title = say('inbox.window', { unread });
  }, [unread]);
}
