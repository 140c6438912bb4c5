// Words of the desk that were left in English, or as their key, where another language is spoken.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@throughline/contract';
import type { Page } from 'playwright-core';

const words = join(import.meta.dirname, '../../desk/src/words');

export interface Sentences {
  keys: ReadonlySet<string>;
  english: ReadonlySet<string>;
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
  return { keys: new Set(Object.keys(en)), english: new Set(english.map(([, text]) => text)), language };
}

/** What nobody translated on the page, each said once. Only what the page says is carried over, not all it might have left. */
export async function untranslated(page: Page, { keys, english, language }: Sentences): Promise<string[]> {
  const { said, lang } = await page.evaluate(saidIn);
  return [...new Set(said)]
    .filter((text) => keys.has(text.trim()) || (lang === language && english.has(text.trim())))
    .map((text) => `“${text}” is not translated`);
}

/** In the page: all its words, and the language it says it speaks. */
function saidIn(): { said: string[]; lang: string } {
  const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '');
  return { said, lang: document.documentElement.lang };
}
