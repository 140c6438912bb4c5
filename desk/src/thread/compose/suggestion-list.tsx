import { useEffect, useRef } from 'react';
import { say } from '../../words/say.tsx';

export interface Suggestion {
  id: string;
  title: string;
  /** What tells it from the others. */
  detail?: string;
  /** What takes the place of the sign and its word. */
  insert: string;
  /** How that reads, where it is longer than a word. */
  preview?: string;
}

interface Props {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  active: number;
  nothingFits: string;
  onActive: (place: number) => void;
  onTake: (suggestion: Suggestion) => void;
}

/** What a sign called for, over the text. The text keeps the focus; arrows and Enter are handled there. */
export function SuggestionList({ id, label, suggestions, active, nothingFits, onActive, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const preview = suggestions[active]?.preview;
  return (
    <div className="absolute inset-x-0 bottom-full z-20 mb-9 flex overflow-hidden rounded-lg border border-line bg-raised shadow-2">
      <div ref={list} id={id} role="listbox" aria-label={label} className="max-h-66 min-w-0 flex-1 overflow-y-auto p-1">
        {suggestions.map((suggestion, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, which has the focus
          <div
            key={suggestion.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onPointerMove={() => onActive(place)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
            className={`flex min-h-8.5 cursor-default items-baseline gap-2 rounded-sm px-2.5 py-1.5 ${place === active ? 'bg-accent-soft' : ''}`}
          >
            <bdi className="min-w-0 truncate font-medium">{suggestion.title}</bdi>
            {suggestion.detail !== undefined && (
              <bdi className="ms-auto max-w-1/2 shrink-0 truncate text-s text-ink-3">{suggestion.detail}</bdi>
            )}
          </div>
        ))}
        {suggestions.length === 0 && <p className="px-2.5 py-1.5 text-ink-3">{nothingFits}</p>}
      </div>
      {preview !== undefined && (
        <div className="hidden max-h-66 w-1/2 shrink-0 overflow-y-auto border-s border-line bg-sunken p-3 desk:block">
          <p className="mb-1.5 text-xs font-semibold text-ink-3">{say('together.cannedPreview')}</p>
          <p dir="auto" className="rounded-lg bg-bubble-out px-3 py-2 whitespace-pre-wrap wrap-anywhere">
            {preview}
          </p>
        </div>
      )}
    </div>
  );
}
