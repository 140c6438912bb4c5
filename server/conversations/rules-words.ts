// What a message is found by: its words, folded, in any script. Made here and not by PostgreSQL, whose parsers and trigrams depend on the
// language of the database: with the character type C they know no letters beyond ASCII. Pure.

import { type FoldedWord, foldedWords } from '../folding.ts';
import { limits } from '../limits.ts';

/** Scripts written without spaces: what a word is, only a dictionary knows, so they are found by pairs of letters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** "the", "and the", "for the" ... are written together with the Arabic word they stand before. */
const arabicArticle = /^[وفبكل]?ال(?=\p{L}{2})|^لل(?=\p{L}{2})/u;

/** Of what stands in a message, each once. */
export function wordsOf(text: string): string[] {
  const words = foldedWords(text.slice(0, limits.searchedLetters)).flatMap(({ folded }) => spellings(folded));
  return [...new Set(words.map((word) => word.slice(0, limits.searchedWordLetters)))].slice(0, limits.searchedWords);
}

/** As PostgreSQL reads a query, to be cast to tsquery: all of the words, each from its beginning. Undefined where there is none. */
export function wordQuery(text: string): string | undefined {
  const words = foldedWords(text)
    .slice(0, limits.searchQueryWords)
    .flatMap(({ folded }) => (unspaced.test(folded) ? pairs(folded) : [bare(folded)]));
  // Words are letters, marks and digits, so nothing in them has to be escaped.
  const asked = [...new Set(words)].map((word) => `'${word.slice(0, limits.searchedWordLetters)}':*`);
  return asked.length === 0 ? undefined : asked.join(' & ');
}

/** Where in a text the words looked for stand, as [start, end) in UTF-16 units. Empty where not all of them are there. */
export function hitsIn(text: string, q: string): [number, number][] {
  const asked = foldedWords(q).slice(0, limits.searchQueryWords);
  const words = foldedWords(text.slice(0, limits.searchedLetters));
  const hits = asked.map(({ folded: wanted }) => words.flatMap((word) => hitIn(word, wanted)));
  if (hits.some((one) => one.length === 0)) return [];
  return merged(hits.flat());
}

function hitIn({ start, end, folded }: FoldedWord, wanted: string): [number, number][] {
  if (!unspaced.test(wanted))
    return folded.startsWith(bare(wanted)) || bare(folded).startsWith(bare(wanted)) ? [[start, end]] : [];
  const at = folded.indexOf(wanted);
  if (at === -1) return [];
  // Folding these scripts changes no lengths but those of letters made twice as wide for print; then the whole word is marked.
  return folded.length === end - start ? [[start + at, start + at + wanted.length]] : [[start, end]];
}

function spellings(word: string): string[] {
  if (unspaced.test(word)) return [...pairs(word), ...[...word]];
  const without = bare(word);
  return without === word ? [word] : [word, without];
}

function bare(word: string): string {
  return word.replace(arabicArticle, '');
}

function pairs(word: string): string[] {
  const letters = [...word];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

function merged(hits: [number, number][]): [number, number][] {
  const sorted = hits.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const together: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = together.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else together.push([start, end]);
  }
  return together;
}
