// A sentence that is not said yet: its key and what goes into its places. Rules and flows answer with these, since they do not know
// who will read them; whoever does says them in the reader's language.

import type { Filling } from '@throughline/contract';
import { en, type Key, type Words } from './en/index.ts';

/**
 * What goes into a place: a name, which is set apart from the sentence by direction; a count; a moment; a number of somebody's; a
 * sentence inside the sentence; or several of these, listed as the language lists things.
 */
export type Value = string | number | Date | PhoneValue | Joined | Sentence | readonly Value[];

export interface PhoneValue {
  readonly phone: string;
}

/** Whole sentences one after another, which are no list. */
export interface Joined {
  readonly joined: readonly Value[];
  readonly by: ' ' | '; ';
}

export interface Sentence {
  readonly key: Key;
  readonly values: Readonly<Record<string, Value>>;
}

/** The places are those of the English sentence, which the types see to. */
export function sentence<K extends Key>(key: K, ...[values]: Filling<Words[K], Value>): Sentence {
  return { key, values: values ?? {} };
}

/** As it is kept in a column of text: told again in the language of whoever reads it. */
export function kept({ key, values }: Sentence): string {
  return JSON.stringify({ key, values: mapped(values, put) });
}

function put(value: Value): unknown {
  if (value instanceof Date) return { moment: value.getTime() };
  return typeof value === 'object' && 'key' in value ? { ...value, values: mapped(value.values, put) } : value;
}

function taken(value: Value | { moment: number }): Value {
  if (typeof value !== 'object') return value;
  if ('moment' in value) return new Date(value.moment);
  return 'key' in value ? { ...value, values: mapped(value.values, taken) } : value;
}

function mapped<In, Out>(values: Readonly<Record<string, In>>, each: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(values).map(([place, value]) => [place, each(value)]));
}

/** @returns the text itself where it is none of our sentences: somebody's own words, or Meta's. */
export function keptIn(text: string): Sentence | string {
  const key = byText.get(text);
  if (key) return { key, values: {} };
  if (!text.startsWith('{"key":')) return text;
  try {
    return read(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}

/** A whole sentence without places was often kept as its English; it is known by that. */
const byText: ReadonlyMap<string, Key> = new Map(
  (Object.entries(en) as [Key, string][]).filter(([, text]) => !text.includes('{')).map(([key, text]) => [text, key]),
);

function read(found: { key?: unknown; values?: unknown }): Sentence | undefined {
  const { key, values } = found;
  if (typeof key !== 'string' || !Object.hasOwn(en, key) || typeof values !== 'object' || values === null)
    return undefined;
  return { key: key as Key, values: mapped(values as Sentence['values'], taken) };
}
