// Which words the first screen needs, and where each language's are. In the build the first are one file for each language, and the
// rest another (`vite.config.ts`).

import type { Language } from '@throughline/contract';
import type { Translated } from './en/index.ts';
import { firstAreas } from './first-areas.ts';

type Catalog = Partial<Translated>;

const files = import.meta.glob<Record<string, Catalog>>(['./*/*.ts', '!./*/index.ts']);

/** The words of the first screen, or all others; an area a language has not got yet in English. */
export async function catalogsOf(language: Language, part: 'first' | 'rest'): Promise<Catalog> {
  const areas = Object.keys(files)
    .filter((path) => path.startsWith('./en/'))
    .map((path) => path.slice('./en/'.length, -'.ts'.length))
    .filter((area) => firstAreas.includes(area) === (part === 'first'));
  const modules = await Promise.all(
    areas.map((area) => (files[`./${language}/${area}.ts`] ?? files[`./en/${area}.ts`])?.()),
  );
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module ?? {})));
}
