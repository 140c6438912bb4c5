// Several things in one line, as the reader's language lists them.

import { locale } from './say.tsx';

/** "a, b": one after the other. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit' }).format(items);
}

/** "a · b": facts side by side, each in its own direction whatever its neighbors are written in. */
export function factsText(facts: readonly string[]): string {
  return facts.map((fact) => `\u2068${fact}\u2069`).join(' · ');
}

/** "a, b and c": all of them. */
export function allText(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}
