import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from 'react';
import { say } from '../../words/say.tsx';
import { type Suggestion, SuggestionList } from './suggestion-list.tsx';
import { type Trigger, triggerAt, withChosen } from './triggers.ts';

const tallestPx = 180;

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  label: string;
  placeholder: string;
  keyShortcut: string;
  describedBy?: string | undefined;
  /** The sign that calls for a list, and how many spaces its word may hold. */
  calls: { sign: string; spaces: number };
  listLabel: string;
  /** A hook: what fits what is written after the sign; undefined: nobody asks. */
  useSuggestions: (query: string | undefined) => Suggestion[] | undefined;
  nothingFits: string;
  onChosen?: (suggestion: Suggestion) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (event: ClipboardEvent) => void;
}

/** Where one writes: as tall as the text, with a list over it where a sign calls for one. The focus never leaves the text. */
export function WritingField({ field, text, onText, calls, useSuggestions, onChosen, ...props }: Props) {
  const [caret, setCaret] = useState<number>();
  const [left, setLeft] = useState<number>();
  const [place, setPlace] = useState(0);
  const listId = useId();
  useHeight(field, text);
  const called = caret === undefined ? undefined : triggerAt(text, caret, calls);
  const trigger = called?.from === left ? undefined : called;
  const found = useSuggestions(trigger?.query);
  const isOpen = trigger !== undefined && found !== undefined;
  const active = Math.min(place, Math.max(0, (found?.length ?? 0) - 1));
  const take = (suggestion: Suggestion, from: Trigger) => {
    const next = withChosen(text, caret ?? text.length, from, suggestion.insert);
    onText(next.text);
    onChosen?.(suggestion);
    setCaret(undefined);
    setPlace(0);
    // After the text has been drawn: before, the caret would stand in the old one.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (isOpen && trigger) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const chosen = found[active];
      if (event.key === 'Escape') setLeft(trigger.from);
      else if (step !== 0 && found.length > 0) setPlace((active + step + found.length) % found.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) take(chosen, trigger);
      else return props.onKeyDown(event);
      event.preventDefault();
    } else props.onKeyDown(event);
  };
  return (
    <div className="relative">
      {isOpen && trigger && (
        <SuggestionList
          id={listId}
          label={props.listLabel}
          suggestions={found}
          active={active}
          nothingFits={props.nothingFits}
          onActive={setPlace}
          onTake={(suggestion) => take(suggestion, trigger)}
        />
      )}
      <textarea
        ref={field}
        rows={1}
        dir={text === '' ? undefined : 'auto'}
        data-reply-field
        aria-label={props.label}
        aria-keyshortcuts={props.keyShortcut}
        aria-describedby={props.describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && found.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          const { value, selectionStart } = event.target;
          onText(value);
          setCaret(selectionStart);
          setPlace(0);
          if (triggerAt(value, selectionStart, calls) === undefined) setLeft(undefined);
        }}
        onSelect={(event) => {
          // What is only looked at opens nothing: a list comes with writing.
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (caret !== undefined) setCaret(selectionStart === selectionEnd ? selectionStart : undefined);
        }}
        onBlur={() => setCaret(undefined)}
        onKeyDown={onKeyDown}
        onPaste={props.onPaste}
        className="block w-full resize-none bg-transparent px-3.5 py-2 text-b outline-none placeholder:text-ink-3"
      />
      <p role="status" className="sr-only">
        {isOpen && say('together.suggestions', { count: found.length })}
      </p>
    </div>
  );
}

/** Grows with the text, which no browser but the newest does by itself. */
function useHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${text === '' ? area.clientHeight : Math.min(tallestPx, area.scrollHeight)}px`;
  }, [field, text]);
}
