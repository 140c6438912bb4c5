// How this browser shows the desk: theme and direction, kept per browser. public/first-paint.js applies the same
// two before anything is drawn; keep them in step.

import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type Direction = 'ltr' | 'rtl';

export interface Settings {
  theme: Theme;
  dir: Direction;
}

const storageKey = 'throughline:settings';
const listeners = new Set<() => void>();
let current: Settings = { theme: 'system', dir: 'ltr' };

/** Reads what was kept, lets `?dir=` override it, and follows the system's theme from then on. */
export function startSettings(): void {
  current = readSettings(localStorage.getItem(storageKey), location.search);
  darkQuery().addEventListener('change', apply);
  addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    current = readSettings(event.newValue, '');
    publish();
  });
  apply();
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(current));
  publish();
}

/** `kept` is the stored JSON, or null; anything unknown in it counts as not said. */
export function readSettings(kept: string | null, search: string): Settings {
  const stored = parse(kept);
  const asked = new URLSearchParams(search).get('dir');
  const dir = asked === 'rtl' || asked === 'ltr' ? asked : stored.dir === 'rtl' ? 'rtl' : 'ltr';
  const theme = stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system';
  return { theme, dir };
}

function parse(kept: string | null): Partial<Record<keyof Settings, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function publish(): void {
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const root = document.documentElement;
  const dark = current.theme === 'dark' || (current.theme === 'system' && darkQuery().matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dir = current.dir;
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
