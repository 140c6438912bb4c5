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
  | 'command'
  | 'find'
  | 'help';

export interface Press {
  key: string;
  /** Where the key sits, for layouts whose letters are not Latin. */
  code: string;
  shiftKey: boolean;
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
const commands: Record<string, Meaning> = { k: 'command', f: 'find' };
const arrows: Record<string, Meaning> = { ArrowDown: 'next', ArrowUp: 'previous' };

export function meaningOf(press: Press): Meaning | undefined {
  if (press.isComposing || press.place === 'dialog') return undefined;
  const key = latinKey(press);
  if ((press.ctrlKey || press.metaKey) && !press.altKey) return press.shiftKey ? undefined : commands[key];
  if (press.ctrlKey || press.metaKey || press.altKey || press.place === 'typing') return undefined;
  return letters[key] ?? (press.place === 'arrows' ? undefined : arrows[key]);
}

/**
 * What the key says; where it says a letter of another script (Arabic, Cyrillic, Hindi), what a Latin keyboard has in its place, which is
 * printed on such keys too.
 */
function latinKey({ key, code, shiftKey }: Press): string {
  if (key.length !== 1) return key;
  if (key === '\u061f') return '?';
  const foreign = /[^\0-\x7f]/.test(key) && !/\p{Script=Latin}/u.test(key);
  if (!foreign) return key.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
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
    const { key, code, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
    const meaning = meaningOf({
      key,
      code,
      shiftKey,
      ctrlKey,
      metaKey,
      altKey,
      isComposing,
      place: placeOf(event.target),
    });
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
