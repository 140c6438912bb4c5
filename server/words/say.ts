// What the service says, in the language of whoever reads it: ICU messages from the catalogs beside this file. Pure: the reader is an
// argument, and nothing is remembered but parsed messages.

import type { Filling } from '@throughline/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogs } from './catalogs.ts';
import { en, type Key, type Words } from './en/index.ts';
import { nameFor, phoneFor } from './phones.ts';
import { keptIn, type Sentence, type Value } from './sentence.ts';
import type { Reader } from './viewer.ts';

/** The places are those of the English sentence. */
export function say<K extends Key>(reader: Reader, key: K, ...[values]: Filling<Words[K], Value>): string {
  return tell(reader, { key, values: values ?? {} });
}

/** A sentence somebody else made; a text stays as it is. */
export function tell(reader: Reader, one: Sentence | string): string {
  if (typeof one === 'string') return one;
  const filled = Object.fromEntries(Object.entries(one.values).map(([place, value]) => [place, fill(reader, value)]));
  return String(formatOf(reader, one.key).format(filled));
}

/** A sentence that was kept in a column of text, or the text from before it was. */
export function retell(reader: Reader, text: string): string {
  return tell(reader, keptIn(text));
}

/** A date in a sentence is a day, the same for everybody: an explanation reads the same wherever it is read. */
const formats = {
  date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } },
  time: {
    minute: {
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    },
  },
} as const;

function fill(reader: Reader, value: Value): string | number | Date {
  if (typeof value === 'number' || value instanceof Date) return value;
  if (typeof value === 'string') return isolated(reader, nameFor(reader, value));
  if (isList(value)) return listed(reader, value);
  if ('phone' in value) return isolated(reader, phoneFor(reader, value.phone));
  if ('joined' in value) return value.joined.map((one) => fill(reader, one)).join(value.by);
  return tell(reader, value);
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);

function listed(reader: Reader, values: readonly Value[]): string {
  const items = values.map((value) => String(fill(reader, value)));
  return new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(items);
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/**
 * A name must not turn the sentence around it, nor a number be turned by it: where their directions may differ the name stands between
 * U+2068 and U+2069. In a sentence from left to right only names written the other way need that.
 */
export function isolated({ language }: Pick<Reader, 'language'>, text: string): string {
  return language === 'ar' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

const parsed = new Map<string, IntlMessageFormat>();
/** Languages, their regions and the sentences: more than this is somebody trying out regions. */
const mostParsed = 20_000;

function formatOf({ language, locale }: Reader, key: Key): IntlMessageFormat {
  const name = `${locale} ${key}`;
  const known = parsed.get(name);
  if (known) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const made = new IntlMessageFormat((catalogs[language] ?? en)[key], locale, formats, { ignoreTag: true });
  parsed.set(name, made);
  return made;
}
