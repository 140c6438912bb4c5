import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useKey } from '../shell/keys.ts';
import { say } from '../words/say.tsx';

const pauseMs = 200;

export function SearchBox({ q, onSearch }: { q: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(q);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useKey('search', () => {
    field.current?.focus();
    field.current?.select();
  });
  // The address changed by other means: a link, or a step back.
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    const trimmed = text.trim();
    if (trimmed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = trimmed;
      search.current(trimmed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (text === '') field.current?.blur();
    else setText('');
  };
  return (
    <search className="m-3 mb-2.5 flex h-9 shrink-0 items-center gap-2 rounded-md border border-line bg-canvas ps-2.5 pe-1.5 text-ink-3 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent hover:border-line-strong">
      <Search aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={say('inbox.search')}
        aria-keyshortcuts="/"
        placeholder={say('inbox.searchHint')}
        autoComplete="off"
        spellCheck={false}
        dir={text === '' ? undefined : 'auto'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none! placeholder:text-ink-3"
      />
      {text === '' ? (
        <kbd aria-hidden className="max-desk:hidden">
          /
        </kbd>
      ) : (
        <button
          type="button"
          aria-label={say('inbox.clear')}
          className="grid size-7 place-items-center rounded-sm hover:text-ink"
          onClick={() => {
            setText('');
            field.current?.focus();
          }}
        >
          <X aria-hidden size={15} strokeWidth={1.75} />
        </button>
      )}
    </search>
  );
}
