// The language a request asks for (RFC 9110, 12.5.4: Accept-Language).

import type { Language } from '@throughline/contract';
import { catalogs } from './catalogs.ts';
import type { Reader } from './viewer.ts';

/** What is spoken where no region is named: of English the one this is written in, of Portuguese the one most of its readers speak. */
const usual: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', pt: 'pt-BR', de: 'de', hi: 'hi', ar: 'ar' };

/** The first of the languages asked for that is spoken here, with its region; else English. */
export function languageAsked(header: string | undefined): Pick<Reader, 'language' | 'locale'> {
  for (const tag of wished(header)) {
    const [first = '', region] = tag.split('-');
    const language = first.toLowerCase() as Language;
    if (!Object.hasOwn(usual, language) || !catalogs[language]) continue;
    const regional = region && /^[A-Za-z]{2}$/.test(region) ? `${language}-${region.toUpperCase()}` : undefined;
    return { language, locale: regional ?? usual[language] };
  }
  return { language: 'en', locale: usual.en };
}

/** How somebody is spoken to whose language is known by a code of Meta's (`pt_BR`) or ours; undefined where it is none of these. */
export function languageNamed(code: string): Pick<Reader, 'language' | 'locale'> | undefined {
  const tag = code.replace('_', '-');
  const found = languageAsked(tag);
  return found.language === tag.split('-')[0]?.toLowerCase() ? found : undefined;
}

/** Tags, the most wished first; those with q=0 are not wanted at all. Longer lists than anybody has are cut. */
function wished(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
