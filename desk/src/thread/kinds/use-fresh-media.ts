import { useMutation } from '@tanstack/react-query';
import type { Media, MessageItem } from '@throughline/contract';
import { useRef, useState } from 'react';
import { mediaNow } from '../../api/messages.ts';
import { keys } from '../../api/queries.ts';
import type { Thread } from '../../api/thread-pages.ts';
import { queryClient } from '../../desk.ts';
import { say } from '../../words/say.tsx';

const mostTries = 2;

/**
 * A link to a file lives for minutes. Where a load failed, asks for a new link, a few times; after that it is lost until somebody
 * tries again. `attempt` is the key of what loads it: with another, the browser begins anew.
 */
export function useFreshMedia(item: MessageItem, media: Media) {
  const [attempt, setAttempt] = useState(0);
  const failed = useRef(0);
  const fresh = useMutation({
    mutationFn: () => mediaNow(media.id),
    onSuccess: (now) => placeMedia(item.conversationId, now),
    onSettled: () => setAttempt((before) => before + 1),
  });
  const { mutate, isPending } = fresh;
  /** For a load that failed: the browser does not say why. */
  const renew = () => {
    if (isPending) return;
    failed.current += 1;
    if (failed.current > mostTries) setAttempt((before) => before + 1);
    else mutate();
  };
  const tryAgain = () => {
    failed.current = 0;
    mutate();
  };
  const onLoaded = () => {
    failed.current = 0;
  };
  return { attempt, renew, tryAgain, onLoaded, isLost: failed.current > mostTries };
}

/** Puts the file as it is now into the message that carries it. */
export function placeMedia(conversationId: string, now: Media): void {
  queryClient.setQueryData<Thread>(
    keys.thread(conversationId),
    (held) =>
      held && {
        ...held,
        items: held.items.map((item) =>
          item.kind === 'message' && item.media?.id === now.id ? { ...item, media: { ...item.media, ...now } } : item,
        ),
      },
  );
}

/** Saves a file under its own name; with a link of this minute, however old the page is. */
export async function saveFile(media: Media): Promise<void> {
  const now = await mediaNow(media.id);
  if (now.url === undefined) throw new Error(now.reason ?? say('kinds.notHere'));
  const link = document.createElement('a');
  link.href = now.url;
  link.download = media.filename ?? '';
  link.rel = 'noopener';
  link.click();
}
