import { useMutation } from '@tanstack/react-query';
import type { Media, MessageItem } from '@throughline/contract';
import { useRef } from 'react';
import { mediaNow } from '../../api/messages.ts';
import { keys } from '../../api/queries.ts';
import type { Thread } from '../../api/thread-pages.ts';
import { queryClient } from '../../desk.ts';

/** A link to a file lives for minutes. Where one has run out, asks for a new one: once for each link. */
export function useFreshMedia(item: MessageItem, media: Media) {
  const failed = useRef<string>(undefined);
  const fresh = useMutation({
    mutationFn: () => mediaNow(media.id),
    onSuccess: (now) => placeMedia(item.conversationId, now),
  });
  const { mutate, isPending } = fresh;
  /** For a load that failed: the browser does not say why, so the file is asked for once more. */
  const renew = () => {
    if (media.url === undefined || failed.current === media.url || isPending) return;
    failed.current = media.url;
    mutate();
  };
  return { renew, isLost: !isPending && failed.current !== undefined && failed.current === media.url };
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
  if (now.url === undefined) throw new Error(now.reason ?? 'The file is not here.');
  const link = document.createElement('a');
  link.href = now.url;
  link.download = media.filename ?? '';
  link.rel = 'noopener';
  link.click();
}
