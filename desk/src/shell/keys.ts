// Keys by what they mean on the person's own layout, never by where they sit; silent while somebody types.

import { useEffect, useRef } from 'react';

const apple = /Mac|iP(hone|ad)/.test(navigator.platform);
/** What commands are given with on this machine, as its keyboard says. */
export const commandKey = apple ? '⌘' : 'Ctrl';

export type Meaning =
  | 'next'
  | 'previous'
  | 'reply'
  | 'note'
  | 'resolve'
  | 'assign'
  | 'snooze'
  | 'select'
  | 'search'
  | 'help';

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  /** Where the focus is: writing somewhere, in a part that uses the arrows itself, in a dialog or menu, or elsewhere. */
  place: 'typing' | 'arrows' | 'dialog' | 'elsewhere';
}

const letters: Record<string, Meaning> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  n: 'note',
  e: 'resolve',
  a: 'assign',
  s: 'snooze',
  x: 'select',
  '/': 'search',
  '?': 'help',
};
const arrows: Record<string, Meaning> = { ArrowDown: 'next', ArrowUp: 'previous' };

export function meaningOf(press: Press): Meaning | undefined {
  if (press.isComposing || press.place === 'dialog') return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if ((press.ctrlKey || press.metaKey) && !press.altKey) return key === 'k' ? 'search' : undefined;
  if (press.ctrlKey || press.metaKey || press.altKey || press.place === 'typing') return undefined;
  return letters[key] ?? (press.place === 'arrows' ? undefined : arrows[key]);
}

/** `data-arrows` marks a part that needs the arrow keys for itself, such as a scrolled timeline. */
export function placeOf(target: EventTarget | null): Press['place'] {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu]')) return 'dialog';
  if (target.closest('input,textarea,select,[contenteditable=true]')) return 'typing';
  return target.closest('[data-arrows],[role=tablist]') ? 'arrows' : 'elsewhere';
}

type Handler = () => void;
const handlers = new Map<Meaning, Set<Handler>>();

export function listenForKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    const meaning = meaningOf({ key, ctrlKey, metaKey, altKey, isComposing, place: placeOf(event.target) });
    const listeners = meaning && handlers.get(meaning);
    if (!listeners?.size) return;
    event.preventDefault();
    for (const handler of listeners) handler();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}

export function useKey(meaning: Meaning, handler: Handler): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener = () => latest.current();
    const listeners = handlers.get(meaning) ?? new Set();
    handlers.set(meaning, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }, [meaning]);
}
