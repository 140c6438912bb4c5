// What was just done, said once over the head of the window: seen for a while, heard by those who listen.

import { CircleCheck, X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { say } from '../words/say.tsx';

const shownMs = 8_000;
const listeners = new Set<() => void>();
let words: { text: string } | undefined;

export function tell(text: string): void {
  words = { text };
  publish();
}

export function Told() {
  const said = useSyncExternalStore(subscribe, () => words);
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(hush, shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-17 z-40 flex justify-center px-4">
      {said !== undefined && (
        <p className="pointer-events-auto flex max-w-120 animate-[rise_180ms_var(--ease-calm)] items-start gap-2 rounded-md border border-line bg-raised py-2 ps-3 pe-1.5 shadow-2">
          <CircleCheck aria-hidden size={17} strokeWidth={1.75} className="mt-0.75 shrink-0 text-accent" />
          <span className="py-0.5 wrap-anywhere">{said.text}</span>
          <button
            type="button"
            aria-label={say('shell.hide')}
            className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            onClick={hush}
          >
            <X aria-hidden size={15} strokeWidth={1.75} />
          </button>
        </p>
      )}
    </div>
  );
}

function hush(): void {
  words = undefined;
  publish();
}

function publish(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
