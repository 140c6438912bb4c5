// Holds a sentence in another language against the English one: what is missing in it, or in the way. Used by tests only.

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Names stay as they are; nothing but them and places need not be translated. */
const names =
  /\b(WhatsApp|Meta|Throughline|OpenStreetMap|Google|Apple|Business|Suite|Manager|CSV|PDF|JPEG|PNG|VCF|Enter|Esc|Ctrl|J|K|kB|MB|GB|https?)\b/g;

/** Forms a language has and this message must have: two and few of Arabic. `many` of Spanish and Portuguese is for millions only. */
export function formsOf(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  return language === 'es' || language === 'pt' ? forms.filter((form) => form !== 'many') : forms;
}

/** What is wrong with it, one line each; nothing where all is well. */
export function problemsOf(translated: string, english: string, language: string): string[] {
  const read = parsed(translated);
  if (typeof read === 'string') return [`cannot be read: ${read}`];
  const [mine, theirs] = [shapeOf(read), shapeOf(parsed(english) as MessageFormatElement[])];
  return [
    ...[...theirs.places].filter((place) => !mine.places.has(place)).map((place) => `lacks {${place}}`),
    ...[...mine.places]
      .filter((place) => !theirs.places.has(place))
      .map((place) => `has {${place}}, which English has not`),
    ...[...theirs.tags].filter((tag) => !mine.tags.has(tag)).map((tag) => `lacks <${tag}>`),
    ...[...mine.tags].filter((tag) => !theirs.tags.has(tag)).map((tag) => `has <${tag}>, which English has not`),
    ...mine.plurals.flatMap((forms) =>
      formsOf(language)
        .filter((form) => !forms.includes(form))
        .map((form) => `has a plural without ${form}`),
    ),
  ];
}

/** Whether it says the same letters as English, though there is something in it to translate. */
export function isUntranslated(translated: string, english: string): boolean {
  if (translated.trim() !== english.trim()) return false;
  const read = parsed(english);
  const words = typeof read === 'string' ? english : textOf(read);
  return /\p{L}/u.test(words.replace(names, ''));
}

interface Shape {
  places: Set<string>;
  tags: Set<string>;
  plurals: string[][];
}

function shapeOf(elements: MessageFormatElement[]): Shape {
  const shape: Shape = { places: new Set(), tags: new Set(), plurals: [] };
  const walk = (list: MessageFormatElement[]) => {
    for (const one of list) {
      if (one.type === TYPE.literal || one.type === TYPE.pound) continue;
      if (one.type === TYPE.tag) {
        shape.tags.add(one.value);
        walk(one.children);
        continue;
      }
      shape.places.add(
        one.type === TYPE.select ? `${one.value}, select ${Object.keys(one.options).sort().join(' ')}` : one.value,
      );
      if (one.type === TYPE.plural) shape.plurals.push(Object.keys(one.options));
      if (one.type === TYPE.plural || one.type === TYPE.select) {
        for (const { value } of Object.values(one.options)) walk(value);
      }
    }
  };
  walk(elements);
  return shape;
}

function textOf(elements: MessageFormatElement[]): string {
  return elements
    .map((one) => {
      if (one.type === TYPE.literal) return one.value;
      if (one.type === TYPE.tag) return textOf(one.children);
      if (one.type === TYPE.plural || one.type === TYPE.select)
        return Object.values(one.options)
          .map(({ value }) => textOf(value))
          .join(' ');
      return '';
    })
    .join(' ');
}

function parsed(message: string): MessageFormatElement[] | string {
  try {
    return parse(message);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
