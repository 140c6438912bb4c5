import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { type View, views } from '../api/conversation-lists.ts';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';

const labels = {
  open: 'inbox.viewOpen',
  unread: 'inbox.viewUnread',
  hidden: 'inbox.viewHidden',
  resolved: 'inbox.viewResolved',
} as const satisfies Record<View, Key>;

interface Props {
  view: View;
  onChange: (view: View) => void;
  children: ReactNode;
}

/** Which conversations are listed. One stop for Tab; arrows, Home and End choose. */
export function ViewTabs({ view, onChange, children }: Props) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = nextView(view, event.key, getComputedStyle(event.currentTarget).direction === 'rtl');
    if (to === undefined) return;
    event.preventDefault();
    onChange(to);
    document.getElementById(`${id}-${to}`)?.focus();
  };
  return (
    <>
      <div
        role="tablist"
        aria-label={say('inbox.show')}
        onKeyDown={onKeyDown}
        className="flex gap-0.5 overflow-x-auto px-3 pb-2 [scrollbar-width:none]"
      >
        {views.map((one) => (
          <button
            key={one}
            type="button"
            id={`${id}-${one}`}
            role="tab"
            aria-selected={one === view}
            aria-controls={one === view ? `${id}-panel` : undefined}
            tabIndex={one === view ? 0 : -1}
            onClick={() => onChange(one)}
            className={`flex h-7 shrink-0 items-center rounded-sm px-1.75 text-s whitespace-nowrap -outline-offset-2! transition-colors ${one === view ? 'bg-accent-soft font-semibold text-accent' : 'font-medium text-ink-2 hover:bg-sunken'}`}
          >
            {say(labels[one])}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        key={view}
        aria-labelledby={`${id}-${view}`}
        className="flex min-h-0 flex-1 flex-col border-t border-line outline-none"
      >
        {children}
      </div>
    </>
  );
}

function nextView(view: View, key: string, mirrored: boolean): View | undefined {
  const at = views.indexOf(view);
  if (key === 'Home') return views[0];
  if (key === 'End') return views.at(-1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const step = (key === 'ArrowRight') === mirrored ? -1 : 1;
  return views[(at + step + views.length) % views.length];
}
