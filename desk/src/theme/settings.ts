// How this browser shows the desk: theme, language and how phone numbers are written, kept per browser. public/first-paint.js applies
// theme, language and direction before anything is drawn; keep them in step.

import type { Language } from '@throughline/contract';
import { useSyncExternalStore } from 'react';
import { dirOf, isLanguage, type LanguageChoice, languageFor, localeFor } from '../words/language.ts';
import { speak, spokenLanguage } from '../words/say.tsx';

export type Theme = 'system' | 'light' | 'dark';
export type Direction = 'ltr' | 'rtl';
/** national: those of one's own country without its code. */
export type PhoneStyle = 'international' | 'national';

export interface Settings {
  theme: Theme;
  language: LanguageChoice;
  phones: PhoneStyle;
  /** Only from `?dir=`: English mirrored, to look at a layout; undefined where the language says it. */
  dir?: Direction | undefined;
}

const storageKey = 'throughline:settings';
const listeners = new Set<() => void>();
const unsaid: Settings = { theme: 'system', language: 'system', phones: 'international' };
let current: Settings = unsaid;

/** Reads what was kept, lets `?dir=` override the direction, loads the language, and follows the system and other tabs from then on. */
export async function startSettings(): Promise<void> {
  current = readSettings(localStorage.getItem(storageKey), location.search);
  darkQuery().addEventListener('change', apply);
  addEventListener('languagechange', publish);
  addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    current = { ...readSettings(event.newValue, ''), dir: current.dir };
    publish();
  });
  apply();
  await speakAsSet();
  apply();
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, settings);
}

/** What is drawn by: it changes when all words have to be said anew. */
export function useSpoken(): { language: Language; dir: Direction; key: string } {
  const key = useSyncExternalStore(subscribe, spokenKey);
  const language = spokenLanguage();
  return { language, dir: current.dir ?? dirOf(language), key };
}

export function settings(): Settings {
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  const { dir: _, ...kept } = current;
  localStorage.setItem(storageKey, JSON.stringify(kept));
  publish();
}

/** `kept` is the stored JSON, or null; anything unknown in it counts as not said. */
export function readSettings(kept: string | null, search: string): Settings {
  const stored = parse(kept);
  const asked = new URLSearchParams(search).get('dir');
  return {
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : unsaid.theme,
    language: isLanguage(stored.language) ? stored.language : unsaid.language,
    phones: stored.phones === 'national' ? 'national' : unsaid.phones,
    ...((asked === 'rtl' || asked === 'ltr') && { dir: asked }),
  };
}

function parse(kept: string | null): Partial<Record<keyof Settings, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** At once; a language that is not here yet, as soon as it is. */
function publish(): void {
  const tellAll = () => {
    apply();
    for (const listener of listeners) listener();
  };
  tellAll();
  if (languageFor(current.language, navigator.languages) !== spokenLanguage()) void speakAsSet().then(tellAll);
}

async function speakAsSet(): Promise<void> {
  const language = languageFor(current.language, navigator.languages);
  await speak(language, localeFor(language, navigator.languages)).catch(async () => {
    // Its words could not be fetched: what is spoken stays. Where nothing is yet, English, which is fetched like any other.
    if (spokenLanguage() === 'en') await speak('en', localeFor('en', navigator.languages));
  });
}

function spokenKey(): string {
  return `${spokenLanguage()} ${current.dir ?? ''} ${current.phones}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(): void {
  const root = document.documentElement;
  const dark = current.theme === 'dark' || (current.theme === 'system' && darkQuery().matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = spokenLanguage();
  root.dir = current.dir ?? dirOf(spokenLanguage());
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
