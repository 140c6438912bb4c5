import { useQuery } from '@tanstack/react-query';
import type { MessageItem } from '@throughline/contract';
import { useRef, useState } from 'react';
import { meQuery, threadQuery } from '../../api/queries.ts';

/** A colleague's reply that came after this one was begun, until it was looked at. */
export function useAnsweredMeanwhile(conversationId: string, isWriting: boolean) {
  const { data: thread } = useQuery(threadQuery(conversationId));
  const { data: me } = useQuery(meQuery);
  const begunAfter = useRef<{ conversationId: string; id: string | undefined }>(undefined);
  const [seen, setSeen] = useState<string>();
  const items = thread?.items ?? [];
  const begun = begunAfter.current?.conversationId === conversationId;
  if (!isWriting) begunAfter.current = undefined;
  else if (!begun && thread !== undefined) begunAfter.current = { conversationId, id: items.at(-1)?.id };
  const from = items.findIndex(({ id }) => id === begunAfter.current?.id);
  const newest =
    isWriting && from !== -1
      ? items
          .slice(from + 1)
          .findLast(
            (item): item is MessageItem =>
              item.kind === 'message' &&
              item.direction === 'out' &&
              item.author !== undefined &&
              item.author !== me?.name &&
              item.campaign === undefined &&
              item.type !== 'reaction',
          )
      : undefined;
  const unseen = newest?.id === seen ? undefined : newest;
  return { unseen, look: () => setSeen(newest?.id) };
}
