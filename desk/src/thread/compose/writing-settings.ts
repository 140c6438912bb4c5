// How a person writes here: kept in this browser, under their name.

import { useSyncExternalStore } from 'react';
import { keyOf, readKept, writeKept } from '../../api/kept.ts';

export const undoChoices = [0, 3, 5, 10, 20, 30] as const;
export type Notices = 'off' | 'plain' | 'text';

export interface WritingSettings {
  undoSeconds: number;
  /** Of the browser, when a colleague calls. */
  notices: Notices;
}

const usual: WritingSettings = { undoSeconds: 5, notices: 'off' };
const listeners = new Set<() => void>();
let read: { text: string | null; settings: WritingSettings } = { text: null, settings: usual };

export function writingSettings(): WritingSettings {
  const text = readKept('writing');
  if (read.text !== text) read = { text, settings: readWriting(text) };
  return read.settings;
}

export function useWritingSettings(): WritingSettings {
  return useSyncExternalStore(subscribe, writingSettings);
}

export function changeWriting(change: Partial<WritingSettings>): void {
  writeKept('writing', JSON.stringify({ ...writingSettings(), ...change }));
  for (const listener of listeners) listener();
}

/** Anything unknown in what was kept counts as not said. */
export function readWriting(text: string | null): WritingSettings {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<WritingSettings> | null;
    const undoSeconds = undoChoices.find((one) => one === kept?.undoSeconds) ?? usual.undoSeconds;
    const notices = kept?.notices === 'plain' || kept?.notices === 'text' ? kept.notices : 'off';
    return { undoSeconds, notices };
  } catch {
    return usual;
  }
}

function subscribe(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => event.key === keyOf('writing') && listener();
  addEventListener('storage', elsewhere);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', elsewhere);
  };
}
