// The live stream: what changed, as it changes. The browser resumes a cut stream by itself; where it gives up (the
// server answered with an error), the desk opens it anew, and after any gap asks for everything again.

import type { Change } from '@throughline/contract';
import { openedAddress } from './client.ts';

export interface LiveEdges {
  /** Where to begin: before the first list was asked for, so that nothing falls between it and the stream. */
  from: string | undefined;
  onChange(change: Change): void;
  /** Events may have been missed: ask again. */
  onGap(): void;
  /** Who is where: over in seconds, so it has no cursor. */
  onPresence(text: string): void;
  onState(up: boolean): void;
}

const firstRetryMs = 1_000;
const longestRetryMs = 20_000;

export function openLive({ from, onChange, onGap, onPresence, onState }: LiveEdges): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let gap = false;

  const open = () => {
    clearTimeout(timer);
    source?.close();
    // Opened anew after a gap it begins now: everything is asked for again then.
    source = new EventSource(openedAddress('/api/v1/live', { after: gap ? undefined : from }));
    source.onopen = () => {
      retryMs = firstRetryMs;
      onState(true);
      if (gap) onGap();
      gap = false;
    };
    source.onerror = () => {
      gap = true;
      onState(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, retryMs);
      retryMs = Math.min(longestRetryMs, retryMs * 2);
    };
    source.addEventListener('change', (event) => {
      const change = readChange(event.data);
      if (change) onChange(change);
    });
    source.addEventListener('presence', (event) => onPresence(event.data));
    source.addEventListener('reset', onGap);
  };
  const away = () => {
    gap = true;
    onState(false);
  };

  open();
  addEventListener('online', open);
  addEventListener('offline', away);
  return () => {
    clearTimeout(timer);
    source?.close();
    removeEventListener('online', open);
    removeEventListener('offline', away);
  };
}

const kinds: Readonly<Record<Change['kind'], true>> = {
  conversation: true,
  contact: true,
  parked: true,
  review: true,
  campaign: true,
  template: true,
  privacy: true,
  mention: true,
  canned_reply: true,
  labels: true,
  subscription: true,
  canary: true,
};

/** A change as the contract has it; undefined for anything else, which is then none of this version's business. */
export function readChange(text: string): Change | undefined {
  try {
    const value = JSON.parse(text) as Partial<Change> | null;
    return Object.hasOwn(kinds, value?.kind ?? '') && typeof value?.id === 'string' ? (value as Change) : undefined;
  } catch {
    return undefined;
  }
}
