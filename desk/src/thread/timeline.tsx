import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { ArrowDown } from 'lucide-react';
import { Suspense, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { threadQuery } from '../api/queries.ts';
import { outbox } from '../desk.ts';
import { lazily } from '../shell/lazily.ts';
import { useNow } from '../shell/use-now.ts';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { moveBetweenActions } from './action-keys.ts';
import { Announcer } from './announcer.tsx';
import { OpenViewer } from './open-viewer.tsx';
import { arrivedAfter, rowsOf } from './rows.ts';
import { TimelineRow } from './timeline-row.tsx';
import { useFollowSent, useJump } from './use-jump.ts';
import { useOlder } from './use-older.ts';
import { useTimelineScroll } from './use-timeline-scroll.ts';

const FindBar = lazily(async () => (await import('./find-bar.tsx')).FindBar);

interface Props {
  conversation: ConversationDetail;
  /** The message to go to, from an address. */
  at?: string | undefined;
  onArrived?: () => void;
  isFinding?: boolean;
  onFound?: () => void;
}

export function Timeline({ conversation, at, onArrived, isFinding = false, onFound = () => undefined }: Props) {
  const answer = useQuery(threadQuery(conversation.id));
  const thread = answer.data;
  const everywhere = useSyncExternalStore(outbox.subscribe, outbox.list);
  const unsent = useMemo(
    () => everywhere.filter((one) => one.conversationId === conversation.id),
    [everywhere, conversation.id],
  );
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const isNewest = thread?.newer === undefined;
  const rows = useMemo(
    () => rowsOf(thread?.items ?? [], thread?.newer === undefined ? unsent : [], today),
    [thread, unsent, today],
  );
  const older = useOlder(conversation.id, thread);
  const lastId = thread?.items.at(-1)?.id;
  const nearEnd = useRef<() => void>(() => undefined);
  const onNearEnd = useCallback(() => nearEnd.current(), []);
  const scroll = useTimelineScroll({ rows, lastId, onNearTop: older.load, onNearEnd, isNewest });
  const jump = useJump(conversation.id, thread, scroll);
  useEffect(() => {
    nearEnd.current = jump.onNearEnd;
  });
  useFollowSent(unsent.length, !isNewest, jump.toNewest);
  useArrival(thread !== undefined ? at : undefined, jump.to, onArrived);
  const arrived = arrivedAfter(thread?.items ?? [], scroll.seenId);

  if (thread === undefined && answer.isError) {
    return (
      <div className="grid flex-1 place-items-center">
        <ErrorState
          title={say('thread.messagesFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      </div>
    );
  }
  return (
    <>
      {isFinding && (
        <Suspense>
          <FindBar conversationId={conversation.id} onJump={jump.to} onClose={onFound} />
        </Suspense>
      )}
      <div className="relative min-h-0 flex-1">
        <section
          ref={scroll.scroller}
          aria-label={say('thread.messages')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys to be scrolled by them
          tabIndex={0}
          data-arrows
          onScroll={scroll.onScroll}
          onWheel={scroll.onTouched}
          onTouchMove={scroll.onTouched}
          onPointerDown={scroll.onTouched}
          onKeyDown={(event) => {
            scroll.onTouched();
            moveBetweenActions(event);
          }}
          className="flex h-full flex-col overflow-y-auto overscroll-contain -outline-offset-2! [overflow-anchor:none]"
        >
          <ol
            className="relative mx-auto mt-auto w-full max-w-192 shrink-0"
            style={{ height: scroll.virtualizer.getTotalSize() }}
          >
            <LineTail ends={rows.at(-1)?.line === 'ends'} />
            {scroll.virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <li
                  key={key}
                  data-index={index}
                  ref={scroll.virtualizer.measureElement}
                  data-found={row.key === jump.foundId ? '' : undefined}
                  className="absolute inset-x-0 top-0 data-found:bg-accent-soft"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <TimelineRow row={row} name={conversation.contact.displayName} onFind={scroll.find} />
                </li>
              );
            })}
          </ol>
        </section>
        {older.failed && (
          <p
            role="alert"
            className="absolute inset-x-0 top-0 flex justify-center gap-2 bg-warn-soft py-1.5 text-s text-warn"
          >
            {say('thread.earlierFailed')}
            <button type="button" className="font-semibold underline" onClick={older.load}>
              {say('common.tryAgain')}
            </button>
          </p>
        )}
        {jump.failed && (
          <p role="alert" className="absolute inset-x-0 top-0 bg-warn-soft py-1.5 text-center text-s text-warn">
            {say('find.jumpFailed')}
          </p>
        )}
        {(!scroll.atEnd || !isNewest) && (
          <button
            type="button"
            onClick={jump.toNewest}
            className="btn absolute end-6 bottom-4 rounded-full! shadow-2"
            aria-label={arrived === 0 ? say('thread.toNewest') : say('thread.toNewestCount', { arrived })}
          >
            <ArrowDown aria-hidden size={16} strokeWidth={1.75} />
            {arrived > 0 && <span className="font-semibold text-accent">{say('thread.arrived', { arrived })}</span>}
          </button>
        )}
        <OpenViewer conversationId={conversation.id} items={thread?.items} name={conversation.contact.displayName} />
        <Announcer items={thread?.items} name={conversation.contact.displayName} />
      </div>
    </>
  );
}

/** Goes to the message an address names, once. */
function useArrival(at: string | undefined, go: (place: { around: string }) => void, onArrived?: () => void): void {
  const gone = useRef<string>(undefined);
  useEffect(() => {
    if (at === undefined) gone.current = undefined;
    if (at === undefined || gone.current === at) return;
    gone.current = at;
    go({ around: at });
    onArrived?.();
  }, [at, go, onArrived]);
}

/** The line runs on to where the next message will be. */
function LineTail({ ends }: { ends: boolean }) {
  if (ends) return null;
  return <li aria-hidden className="absolute start-[15px] bottom-0 h-4.5 w-0.5 bg-accent-line desk:start-[27px]" />;
}
