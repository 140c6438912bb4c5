import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formsOf, isUntranslated, problemsOf } from './compare.testing.ts';
import { languages } from './language.ts';
import { sameOnPurpose } from './same-on-purpose.ts';

type Catalog = Record<string, string>;

const here = import.meta.dirname;

/** Every area of a language by the name of its file. */
async function areasOf(language: string): Promise<Map<string, Catalog>> {
  const files = readdirSync(join(here, language)).filter((file) => file !== 'index.ts');
  const areas = await Promise.all(
    files.map(async (file) => {
      const [catalog] = Object.values<Catalog>(await import(`./${language}/${file}`));
      return [file.replace('.ts', ''), catalog ?? {}] as const;
    }),
  );
  return new Map(areas);
}

const english = await areasOf('en');

describe('the English catalogs', () => {
  const all = [...english].flatMap(([area, catalog]) => Object.entries(catalog).map((one) => [area, ...one] as const));

  it('can be read', () => {
    const wrong = all.flatMap(([, key, text]) => problemsOf(text, text, 'en').map((problem) => `${key} ${problem}`));
    expect(wrong).toEqual([]);
  });

  it('hold each key once', () => {
    const keys = all.map(([, key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe.each(languages.filter(({ id }) => id !== 'en'))('$name', ({ id }) => {
  it('says each sentence with the same places and tags, and every form its numbers need', async () => {
    const wrong = [...(await areasOf(id))].flatMap(([area, catalog]) => {
      const theirs = english.get(area) ?? {};
      const keys = new Set([...Object.keys(theirs), ...Object.keys(catalog)]);
      return [...keys].flatMap((key) => {
        const [mine, text] = [catalog[key], theirs[key]];
        if (mine === undefined) return [`${key} is missing`];
        if (text === undefined) return [`${key} is not in English`];
        return problemsOf(mine, text, id).map((problem) => `${key} ${problem}`);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing in English by accident', async () => {
    const same = new Set<string>(sameOnPurpose[id] ?? []);
    const left = [...(await areasOf(id))].flatMap(([area, catalog]) =>
      Object.entries(catalog)
        .filter(([key, text]) => !same.has(key) && isUntranslated(text, english.get(area)?.[key] ?? ''))
        .map(([key]) => key),
    );
    expect(left).toEqual([]);
  });

  it('has every area', async () => {
    const areas = await areasOf(id);
    expect([...english.keys()].filter((area) => !areas.has(area))).toEqual([]);
  });
});

describe('holding a translation against English', () => {
  const english = '{count, plural, one {# row of {name}} other {# rows of {name}}}';

  it('finds a place that got lost, and one that came out of nowhere', () => {
    expect(problemsOf('{count, plural, one {# fila} other {# filas de {nombre}}}', english, 'es')).toEqual([
      'lacks {name}',
      'has {nombre}, which English has not',
    ]);
  });

  it('finds the forms of a language that English does not have', () => {
    expect(problemsOf('{count, plural, one {صف {name}} other {# صفوف {name}}}', english, 'ar')).toEqual([
      'has a plural without zero',
      'has a plural without two',
      'has a plural without few',
      'has a plural without many',
    ]);
    expect(formsOf('hi')).toEqual(['one', 'other']);
  });

  it('finds a tag left out, a choice renamed, and what cannot be read', () => {
    expect(problemsOf('Hola', '<b>Hello</b>', 'es')).toEqual(['lacks <b>']);
    expect(problemsOf('{kind, select, voz {a} other {b}}', '{kind, select, voice {a b} other {b}}', 'es')).toHaveLength(
      2,
    );
    expect(problemsOf('{count, plural, one {#}', english, 'es')[0]).toMatch(/^cannot be read/);
  });

  it('tells a sentence that was forgotten from one that is nothing but names', () => {
    expect(isUntranslated('Try again', 'Try again')).toBe(true);
    expect(isUntranslated('{size} MB', '{size} MB')).toBe(false);
    expect(isUntranslated('Otra vez', 'Try again')).toBe(false);
  });
});
