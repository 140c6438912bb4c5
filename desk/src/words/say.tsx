// What the desk says, in the language of whoever reads it: ICU messages from the catalogs beside this file. The catalog is
// loaded before anything is drawn, so that saying something is a plain call, in a component or outside of one.

import type { Fill, Filling, Language, PlacesOf } from '@throughline/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Key, Translated, Words } from './en/index.ts';

const catalogs: Record<Language, () => Promise<Translated>> = {
  en: async () => (await import('./en/index.ts')).en,
} as Record<Language, () => Promise<Translated>>;

/** The languages the desk speaks, each by its own name. */
export const languages: readonly { id: Language; name: string; dir: 'ltr' | 'rtl' }[] = [
  { id: 'en', name: 'English', dir: 'ltr' },
];

/** Which way a language is written. */
export function dirOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

let spoken: { language: Language; locale: string; words: Translated } | undefined;
const formats = new Map<Key, IntlMessageFormat>();

/** Loads a language, and speaks it from then on. `locale`: for dates, numbers and plurals, such as `en-GB`. */
export async function speak(language: Language, locale: string): Promise<void> {
  const words = await catalogs[language]();
  formats.clear();
  spoken = { language, locale, words };
}

/** The sentences without places. */
export type PlainKey = { [K in Key]: [PlacesOf<Words[K]>] extends [never] ? K : never }[Key];

/** For `Intl`: the language with the person's region. */
export function locale(): string {
  return spoken?.locale ?? 'en-GB';
}

/** A sentence as text. Values are formatted for the reader's locale where the message says how. */
export function say<K extends Key>(key: K, ...[values]: Filling<Words[K]>): string {
  return String(formatOf(key).format(isolated(key, values as Record<string, Fill> | undefined)));
}

const tags = {
  b: (chunks: ReactNode[]) => createElement('b', { className: 'font-semibold' }, ...chunks),
  quiet: (chunks: ReactNode[]) => createElement('span', { className: 'font-normal text-ink-3' }, ...chunks),
};

/** A sentence with elements in its places, `<b>` for what stands out and `<quiet>` for what stands back. */
export function show<K extends Key>(key: K, ...[values]: Filling<Words[K], ReactNode>): ReactNode {
  const parts = formatOf(key).format<ReactNode>({ ...tags, ...isolated(key, values as Record<string, ReactNode>) });
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : (parts as ReactNode);
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /\p{Script=Latin}|\p{Script=Devanagari}|[+\d]/u;

/** Text that reads the other way than the sentence stands in isolates, so that neither turns the other around. */
function isolated<Value>(key: Key, values: Readonly<Record<string, Value>> | undefined): Record<string, Value> {
  const chosenBy = /\{(\w+), select,/g;
  const selects = new Set([...(spoken?.words[key] ?? '').matchAll(chosenBy)].map(([, name]) => name));
  const other = dirOf(spoken?.language ?? 'en') === 'rtl' ? leftToRight : rightToLeft;
  const one = ([name, value]: [string, Value]): [string, Value] =>
    typeof value === 'string' && !selects.has(name) && other.test(value)
      ? [name, `\u2068${value}\u2069` as Value]
      : [name, value];
  return Object.fromEntries(Object.entries(values ?? {}).map(one));
}

function formatOf(key: Key): IntlMessageFormat {
  const known = formats.get(key);
  if (known) return known;
  if (!spoken) throw new Error(`"${key}" was to be said before a language was loaded.`);
  const made = new IntlMessageFormat(spoken.words[key], spoken.locale);
  formats.set(key, made);
  return made;
}
