// What the desk says, in the language of whoever reads it: ICU messages from the catalogs beside this file. What the first screen
// says is loaded before anything is drawn, the rest with the first part that is fetched later (`loadWords`), so that saying
// something is a plain call, in a component or outside of one.

import type { Fill, Filling, Language, PlacesOf } from '@throughline/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import { catalogsOf } from './catalogs.ts';
import type { Key, Translated, Words } from './en/index.ts';
import { dirOf } from './language.ts';

interface Spoken {
  language: Language;
  locale: string;
  words: Partial<Translated>;
}

let spoken: Spoken | undefined;
let rest: Promise<void> | undefined;
const formats = new Map<Key, IntlMessageFormat>();
const selects = new Map<Key, Set<string>>();

/**
 * Loads a language, and speaks it from then on. `locale`: for dates, numbers and plurals, such as `en-GB`. An area nobody has
 * translated yet is said in English; a test names each.
 */
export async function speak(language: Language, locale: string): Promise<void> {
  const parts = await Promise.all([catalogsOf(language, 'first'), rest && catalogsOf(language, 'rest')]);
  formats.clear();
  selects.clear();
  spoken = { language, locale, words: Object.assign({}, ...parts) };
}

/** The words of what is not drawn first. Whatever is fetched later waits for them; a second call costs nothing. */
export function loadWords(): Promise<void> {
  rest ??= addRest().catch((error: unknown) => {
    rest = undefined;
    throw error;
  });
  return rest;
}

async function addRest(): Promise<void> {
  const language = spokenLanguage();
  const words = await catalogsOf(language, 'rest');
  // Another was chosen meanwhile: that brings its own.
  if (spoken && spoken.language === language) spoken = { ...spoken, words: { ...spoken.words, ...words } };
}

/** The language spoken now; English until one was loaded. */
export function spokenLanguage(): Language {
  return spoken?.language ?? 'en';
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
  const other = dirOf(spokenLanguage()) === 'rtl' ? leftToRight : rightToLeft;
  const one = ([name, value]: [string, Value]): [string, Value] =>
    typeof value === 'string' && other.test(value) && !selectedBy(key).has(name)
      ? [name, `\u2068${value}\u2069` as Value]
      : [name, value];
  return Object.fromEntries(Object.entries(values ?? {}).map(one));
}

/** What chooses between branches is no text. */
function selectedBy(key: Key): Set<string> {
  let names = selects.get(key);
  if (names === undefined) {
    const found = (spoken?.words[key] ?? '').matchAll(/\{(\w+), select,/g);
    names = new Set([...found].map(([, name = '']) => name));
    selects.set(key, names);
  }
  return names;
}

function formatOf(key: Key): IntlMessageFormat {
  const known = formats.get(key);
  if (known) return known;
  if (!spoken) throw new Error(`"${key}" was to be said before a language was loaded.`);
  const words = spoken.words[key];
  if (words === undefined) throw new Error(`"${key}" was to be said before its words were loaded.`);
  const made = new IntlMessageFormat(words, spoken.locale);
  formats.set(key, made);
  return made;
}
