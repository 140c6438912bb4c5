import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ListQuery } from '../api/conversation-lists.ts';
import { useKey } from '../shell/keys.ts';
import { useDelayed } from '../shell/use-delayed.ts';
import { useNow } from '../shell/use-now.ts';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { EmptyList } from './empty-list.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import type { Conversations } from './use-conversations.ts';

const rowHeight = 84;

interface Props {
  query: ListQuery;
  list: Conversations;
  openId: string | undefined;
  onShow: (next: Partial<ListQuery>) => void;
  /** Those chosen to do something with; undefined: nobody is choosing. */
  chosen: ReadonlySet<string> | undefined;
  onChoose: (id: string) => void;
}

export function ConversationList({ query, list, openId, onShow, chosen, onChoose }: Props) {
  const { answer, rows } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const slow = useDelayed(answer.isPending, 300);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = answer;
  useEffect(() => {
    if (last >= rows.length - 8 && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const step = (by: 1 | -1) => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
    const from = rows.findIndex(({ id }) => id === (focused ?? openId));
    const to = from === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
    const id = rows[to]?.id;
    if (id === undefined) return;
    virtualizer.scrollToIndex(to);
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus());
  };
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));

  if (answer.isError && answer.data === undefined) {
    return (
      <ErrorState title={say('inbox.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.isPending) return slow ? <ListSkeleton /> : <div className="flex-1" />;
  if (rows.length === 0) return <EmptyList query={query} onShow={onShow} />;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const conversation = rows[index];
          if (conversation === undefined) return null;
          return (
            <li
              key={conversation.id}
              aria-setsize={hasNextPage ? -1 : rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <ConversationRow
                conversation={conversation}
                now={now}
                isOpen={conversation.id === openId}
                showState={query.q !== '' || query.queue === 'all' || query.queue === 'mentions'}
                chosen={chosen === undefined ? undefined : chosen.has(conversation.id)}
                onChoose={onChoose}
              />
            </li>
          );
        })}
      </ul>
      {isFetchNextPageError && (
        <MoreFailed>
          <button type="button" className="text-btn" onClick={() => void fetchNextPage()}>
            {say('common.tryAgain')}
          </button>
        </MoreFailed>
      )}
    </div>
  );
}

function MoreFailed({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex justify-center gap-2 p-3 text-s text-ink-2">
      {say('inbox.moreFailed')} {children}
    </p>
  );
}
