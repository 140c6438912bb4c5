// Several things in one line, as the reader's language lists them.

import { locale } from './say.tsx';

/** "a, b": one after the other. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit' }).format(items);
}

/** "a, b and c": all of them. */
export function allText(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}
