// Searching in the open conversation, and going to a day of it.

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { Place } from '../api/queries.ts';
import { threadSearchQuery } from '../api/search.ts';
import { DateField } from '../ui/date-field.tsx';
import { say } from '../words/say.tsx';
import { dayIn, ownTimeZone } from '../words/zones.ts';

const pauseMs = 150;

interface Props {
  conversationId: string;
  onJump: (place: Place) => void;
  onClose: () => void;
}

export function FindBar({ conversationId, onJump, onClose }: Props) {
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const answer = useQuery(threadSearchQuery(conversationId, q));
  const hits = q === '' ? [] : (answer.data?.data ?? []);
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => field.current?.focus(), []);

  const jump = useRef(onJump);
  useEffect(() => {
    jump.current = onJump;
  });
  const first = answer.data?.data[0]?.id;
  useEffect(() => {
    setAt(0);
    if (first !== undefined) jump.current({ around: first });
  }, [first]);
  const go = (by: number) => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    setAt(next);
    const id = hits[next]?.id;
    if (id !== undefined) onJump({ around: id });
  };
  return (
    <search
      aria-label={say('find.title')}
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line bg-surface px-3 py-2"
    >
      <TextField
        value={text}
        onChange={setText}
        className="flex min-w-44 flex-1 items-center gap-2"
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'ArrowDown') go(-1);
          else if (event.key === 'ArrowUp') go(1);
          else if (event.key === 'Escape') onClose();
          else event.continuePropagation();
        }}
      >
        <Label className="sr-only">{say('find.label')}</Label>
        <Search aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-ink-3" />
        <Input
          ref={field}
          placeholder={say('find.hint')}
          autoComplete="off"
          dir={text === '' ? undefined : 'auto'}
          className="h-8 min-w-0 flex-1 bg-transparent outline-none! placeholder:text-ink-3"
        />
      </TextField>
      <p role="status" className="text-s text-ink-3 tabular-nums">
        {q !== '' && !answer.isPending && (answer.isError ? say('find.failed') : counted(hits.length, at))}
      </p>
      <Button className="icon-btn" aria-label={say('find.older')} isDisabled={hits.length === 0} onPress={() => go(1)}>
        <ChevronUp aria-hidden size={17} strokeWidth={1.75} />
      </Button>
      <Button className="icon-btn" aria-label={say('find.newer')} isDisabled={hits.length === 0} onPress={() => go(-1)}>
        <ChevronDown aria-hidden size={17} strokeWidth={1.75} />
      </Button>
      <DateField
        label={say('find.day')}
        hidesLabel
        value={day}
        latest={dayIn(ownTimeZone())}
        onChange={(chosen) => {
          setDay(chosen);
          if (chosen !== null && chosen >= '2009-01-01') onJump({ at: new Date(`${chosen}T00:00`).toISOString() });
        }}
      />
      <Button className="icon-btn" aria-label={say('find.close')} onPress={onClose}>
        <X aria-hidden size={17} strokeWidth={1.75} />
      </Button>
    </search>
  );
}

function counted(count: number, at: number): string {
  return count === 0 ? say('find.none') : say('find.count', { at: at + 1, count });
}
