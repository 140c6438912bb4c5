// Text as it is looked for: without case, without accents, in every script. Pure, and the same whatever the language of the database.

/** Marks that change a letter's look and not its name: accents, Arabic vowels and lengthening, the dot under Indic letters. */
const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u093c]/g;
/** Letters that Unicode does not take apart, and people do. */
const lookalikes: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

export function folded(text: string): string {
  const apart = text.toLowerCase().normalize('NFKD').toLowerCase();
  return apart
    .replace(/[ßæœøłđı]/g, (letter) => lookalikes[letter] ?? letter)
    .replace(marks, '')
    .normalize('NFC');
}

/**
 * One line of what is kept to be searched by trigrams. Letters beyond ASCII are written as four ASCII letters, the first a capital, so that an index of
 * trigrams knows them: pg_trgm asks the database's character type, which is C here, and then indexes no other script at all
 * (`show_trgm('Привет')` is empty). The capital keeps one letter's end from being taken for another's beginning.
 */
export function searchable(line: string): string {
  return folded(line).replace(/[^\0-\x7f]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const at = (place: number) => Math.floor(code / 26 ** place) % 26;
    return String.fromCharCode(65 + at(3), 97 + at(2), 97 + at(1), 97 + at(0));
  });
}

/** What a word is made of, in any script: letters with their marks, digits. */
const word = /[\p{L}\p{M}\p{N}]+/gu;

export interface FoldedWord {
  /** Where it stands in the text as written, in UTF-16 units: [start, end). */
  start: number;
  end: number;
  folded: string;
}

export function foldedWords(text: string): FoldedWord[] {
  return [...text.matchAll(word)].flatMap((match) => {
    const as = folded(match[0]).match(word)?.join('') ?? '';
    return as === '' ? [] : [{ start: match.index, end: match.index + match[0].length, folded: as }];
  });
}
