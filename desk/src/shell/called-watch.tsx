import { useQuery } from '@tanstack/react-query';
import type { MentionItem, Page } from '@throughline/contract';
import { useEffect, useRef } from 'react';
import { call } from '../api/client.ts';
import { mentionCountQuery } from '../api/together.ts';
import { writingSettings } from '../thread/compose/writing-settings.ts';
import { say } from '../words/say.tsx';
import { tell } from './told.tsx';
import { useMay } from './use-may.ts';

/** Somebody called: said in the desk, counted in the window's title, and told by the browser where the person wants that. */
export function CalledWatch() {
  const may = useMay()('notes:write');
  const { data } = useQuery({ ...mentionCountQuery, enabled: may });
  const unread = data?.unread;
  const before = useRef<number>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = unread;
    if (unread === undefined || known === undefined || unread <= known) return;
    void tellOfNewest();
  }, [unread]);
  useTitleCount(unread ?? 0);
  return null;
}

async function tellOfNewest(): Promise<void> {
  const page = await call<Page<MentionItem>>('/api/v1/mentions', { query: { limit: 1, unread: 'true' } }).catch(
    () => undefined,
  );
  const newest = page?.data[0];
  if (newest === undefined) return;
  const { notices } = writingSettings();
  tell(say('together.calledYou', { author: newest.author }));
  if (notices === 'off' || document.visibilityState !== 'hidden') return;
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const body = notices === 'text' ? `${newest.author}: ${newest.text}` : say('together.calledPlain');
  const notice = new Notification(say('together.calledTitle'), { body, tag: newest.noteId });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}

/** "(2) Inbox · Throughline", whatever screen names the window. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const put = () => {
      const bare = document.title.replace(/^\(\d+\) /, '');
      const title = count > 0 ? `(${count}) ${bare}` : bare;
      if (document.title !== title) document.title = title;
    };
    put();
    const watch = new MutationObserver(put);
    watch.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => {
      watch.disconnect();
      document.title = document.title.replace(/^\(\d+\) /, '');
    };
  }, [count]);
}
