import { useCallback, useEffect, useRef } from 'react';
import { newKey } from '../../api/new-key.ts';
import { placePresence } from '../../api/presences.ts';
import { sayPresence } from '../../api/together.ts';

const beatMs = 10_000;
/** Who has stopped for so long is not writing any more. */
const pauseMs = 5_000;
const tab = newKey();

/** Says that this window has the thread open, while it is looked at; to be called with every letter written in it. */
export function usePresence(conversationId: string): () => void {
  const writtenAt = useRef(0);
  const told = useRef<'here' | 'typing' | 'gone'>('gone');
  const beat = useCallback(() => {
    const typing = Date.now() - writtenAt.current < pauseMs;
    const state = document.visibilityState === 'hidden' ? 'gone' : typing ? 'typing' : 'here';
    if (state === 'gone' && told.current === 'gone') return;
    told.current = state;
    sayPresence(conversationId, { tab, state }).then(placePresence, () => undefined);
  }, [conversationId]);
  useEffect(() => {
    writtenAt.current = 0;
    told.current = 'gone';
    beat();
    const clock = setInterval(beat, beatMs);
    const stopped = setInterval(() => {
      if (told.current === 'typing' && Date.now() - writtenAt.current >= pauseMs) beat();
    }, 1_000);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(clock);
      clearInterval(stopped);
      document.removeEventListener('visibilitychange', beat);
      sayPresence(conversationId, { tab, state: 'gone' }).catch(() => undefined);
    };
  }, [conversationId, beat]);
  return useCallback(() => {
    writtenAt.current = Date.now();
    if (told.current !== 'typing') beat();
  }, [beat]);
}
