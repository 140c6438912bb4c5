// Words of the desk that were left in English, or as their key, where another language is spoken.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@throughline/contract';

const words = join(import.meta.dirname, '../../desk/src/words');

export interface Sentences {
  keys: string[];
  english: string[];
  language: Language;
}

/** Every key of the catalogs; and the English sentences that are others in this language, to find them left over. */
export async function sentences(language: Language): Promise<Sentences> {
  const of = async (language: string) => {
    const folder = join(words, language);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    const areas = await Promise.all(files.map((name) => import(join(folder, name)) as Promise<object>));
    return Object.assign({}, ...areas.flatMap((area) => Object.values(area))) as Record<string, string>;
  };
  const [en, other] = [await of('en'), await of(language)];
  const english = Object.entries(en).filter(
    ([key, text]) => text !== other[key] && text.includes(' ') && !text.includes('{'),
  );
  return { keys: Object.keys(en), english: english.map(([, text]) => text), language };
}

/** In the page: what nobody translated, each said once. */
export function untranslated({ keys, english, language }: Sentences): string[] {
  const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '');
  const known = new Set([...keys, ...(document.documentElement.lang === language ? english : [])]);
  return [...new Set(said)].filter((text) => known.has(text.trim())).map((text) => `“${text}” is not translated`);
}
