// To a message or a day of a thread, however long ago, and back to now. Only what stands around it is loaded.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { keys, newerItems, newestStretch, type Place, stretchAt } from '../api/queries.ts';
import type { Thread } from '../api/thread-pages.ts';

interface Scroll {
  find: (id: string) => void;
  toEnd: () => void;
  onTouched: () => void;
}

export function useJump(conversationId: string, thread: Thread | undefined, scroll: Scroll) {
  const client = useQueryClient();
  const [target, setTarget] = useState<string | 'newest'>();
  const [foundId, setFoundId] = useState<string>();
  const hold = useCallback(
    (held: Thread) => client.setQueryData<Thread>(keys.thread(conversationId), held),
    [client, conversationId],
  );
  const jump = useMutation({
    mutationFn: (place: Place) => stretchAt(conversationId, place),
    onSuccess: (stretch, place) => {
      hold(stretch);
      const at = 'at' in place ? Date.parse(place.at) : undefined;
      const id = 'around' in place ? place.around : itemFrom(stretch, at ?? 0);
      if (id !== undefined) setTarget(id);
    },
  });
  const back = useMutation({
    mutationFn: () => newestStretch(conversationId),
    onSuccess: (stretch) => {
      hold(stretch);
      setFoundId(undefined);
      setTarget('newest');
    },
  });
  const newer = useMutation({
    mutationFn: (held: Thread) => newerItems(conversationId, held),
    onSuccess: (join) => client.setQueryData<Thread>(keys.thread(conversationId), join),
  });

  // Where it stands now can be gone to only once it is drawn; what is drawn for the first time is measured by then.
  const { find, toEnd, onTouched } = scroll;
  useLayoutEffect(() => {
    if (target === undefined) return;
    if (target === 'newest') toEnd();
    else {
      setFoundId(target);
      find(target);
    }
    const again = requestAnimationFrame(() => {
      if (target === 'newest') toEnd();
      else find(target);
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(again);
  }, [target, find, toEnd]);

  const { mutate } = jump;
  const held = thread?.items;
  const to = useCallback(
    (place: Place) => {
      onTouched();
      if ('around' in place && held?.some(({ id }) => id === place.around)) setTarget(place.around);
      else mutate(place);
    },
    [onTouched, held, mutate],
  );
  const { isPending: isLoadingNewer, mutate: loadNewer } = newer;
  const more = thread?.newer !== undefined;
  const onNearEnd = useCallback(() => {
    if (more && !isLoadingNewer) loadNewer(thread);
  }, [more, isLoadingNewer, loadNewer, thread]);
  const { mutate: goBack } = back;
  const toNewest = useCallback(() => (more ? goBack() : toEnd()), [more, goBack, toEnd]);
  return { to, toNewest, onNearEnd, foundId, failed: jump.error ?? back.error };
}

/** The first at that moment or later, else the last there is. */
function itemFrom({ items }: Thread, at: number): string | undefined {
  return (items.find((item) => Date.parse(item.at) >= at) ?? items.at(-1))?.id;
}

/** Away from the newest, what is sent goes there, and so does its writer. */
export function useFollowSent(unsent: number, away: boolean, toNewest: () => void): void {
  const [seen, setSeen] = useState(unsent);
  useEffect(() => {
    if (unsent > seen && away) toNewest();
    setSeen(unsent);
  }, [unsent, seen, away, toNewest]);
}
