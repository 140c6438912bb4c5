import type { TimelineItem } from '@throughline/contract';
import { useEffect, useRef, useState } from 'react';
import { say } from '../words/say.tsx';

/** Says what arrives while the conversation is open, to those who hear the desk rather than see it. */
export function Announcer({ items, name }: { items: TimelineItem[] | undefined; name: string }) {
  const [words, setWords] = useState('');
  const last = useRef<string>(undefined);
  useEffect(() => {
    const newest = items?.at(-1);
    if (newest === undefined || newest.id === last.current) return;
    const isFirstLook = last.current === undefined;
    last.current = newest.id;
    if (isFirstLook || newest.direction === 'out' || newest.kind === 'work') return;
    setWords(wordsOf(newest, name));
  }, [items, name]);
  return (
    <p role="log" aria-label={say('thread.newMessages')} aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}

function wordsOf(item: TimelineItem, name: string): string {
  switch (item.kind) {
    case 'notice':
      return item.title;
    case 'note':
      return say('note.heard', { author: item.author.name, text: item.text.body });
    case 'work':
      return '';
    default:
      return `${name}: ${item.summary}`;
  }
}
