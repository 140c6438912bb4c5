// Which languages the desk speaks, and which of them somebody is spoken to in. Pure.

import type { Language } from '@throughline/contract';

/** The languages, each by its own name. */
export const languages: readonly { id: Language; name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
  { id: 'pt', name: 'Português (Brasil)' },
  { id: 'de', name: 'Deutsch' },
  { id: 'hi', name: 'हिन्दी' },
  { id: 'ar', name: 'العربية' },
];

/** `system`: as the browser asks. */
export type LanguageChoice = Language | 'system';

export function isLanguage(value: unknown): value is Language {
  return languages.some(({ id }) => id === value);
}

/** Which way a language is written. */
export function dirOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The one chosen, else the first of the browser's that the desk speaks, else English. */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  return preferred.map(primary).find(isLanguage) ?? 'en';
}

/**
 * The language with a region, such as `en-GB`: for dates, numbers and the clock. As the browser asks for this language; where it does
 * not, with the region of what it asks for first, so that a German desk in India counts in lakh.
 */
export function localeFor(language: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => primary(tag) === language && regionOf(tag) !== undefined);
  if (own !== undefined) return own;
  const region = preferred.map(regionOf).find((one) => one !== undefined);
  if (region !== undefined) return `${language}-${region}`;
  return language === 'pt' ? 'pt-BR' : language;
}

/** The country of a locale, as the numbering plans name it: `DE` for `de-DE`. */
export function countryOf(locale: string): string | undefined {
  return parse(locale)?.maximize().region;
}

function primary(tag: string): string {
  return parse(tag)?.language ?? '';
}

function regionOf(tag: string): string | undefined {
  return parse(tag)?.region;
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
