// A vCard file taken apart into cards and their lines, whoever wrote it: folded lines joined, quoted-printable decoded, what is too
// much left out. Everything is bounded, and each card and line stands for itself, so that a bad one costs only itself. Pure.

import { limits } from '../limits.ts';

export interface RawCard {
  /** 2.1, 3.0 or 4.0; 3.0 where the card does not say. */
  version: string;
  /** `NAME;PARAMETERS:value`, unfolded, in the form of vCard 3 and 4. */
  lines: string[];
}

export interface RawCards {
  cards: RawCard[];
  problems: string[];
}

/** Pictures, sounds and keys: never read, however large. A card inside a card (`AGENT`) is skipped with them. */
const blobs = /^(?:[a-z0-9-]+\.)?(?:photo|logo|sound|key|agent|x-ms-cardpicture)[;:]/i;

export function splitCards(text: string): RawCards {
  const problems: string[] = [];
  const cards: RawCard[] = [];
  let card: RawCard | undefined;
  let depth = 0;
  let skipped = 0;
  let tooMany = 0;
  const end = () => {
    if (card && cards.length < limits.cardsAtOnce) cards.push(card);
    else if (card) tooMany += 1;
    card = undefined;
  };
  for (const line of logicalLines(text.slice(0, limits.cardTextLength))) {
    const mark = /^(begin|end)\s*:\s*vcard\s*$/i.exec(line)?.[1]?.toLowerCase();
    if (mark === 'begin') {
      depth += 1;
      if (depth === 1) card = { version: '3.0', lines: [] };
    } else if (mark === 'end') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) end();
    } else if (card && depth === 1) {
      if (!take(card, line)) skipped += 1;
    }
  }
  if (card) {
    problems.push('The last card has no end. What is there of it was read.');
    end();
  }
  if (text.length > limits.cardTextLength)
    problems.push('The file is too long. What comes after its first part was not read.');
  if (tooMany > 0) problems.push(`More than ${limits.cardsAtOnce} cards: the other ${tooMany} were not read.`);
  if (skipped > 0)
    problems.push(`${skipped === 1 ? 'One line is' : `${skipped} lines are`} too long or too many, and left out.`);
  return { cards, problems };
}

/** Answers false where there was no room for it. What is left out on purpose counts as taken. */
function take(card: RawCard, line: string): boolean {
  if (line.trim() === '' || blobs.test(line)) return true;
  const version = /^version\s*:\s*([\d.]{1,5})/i.exec(line)?.[1];
  if (version !== undefined) {
    card.version = version;
    return true;
  }
  if (line.length > limits.cardLineLength || card.lines.length >= limits.cardLines) return false;
  card.lines.push(inNewForm(line));
  return true;
}

/** Joins what was folded: a line that begins with a space goes on (RFC 6350, 3.2); so does quoted-printable that ends with `=`. */
function* logicalLines(text: string): Generator<string> {
  let parts: string[] = [];
  let printable = false;
  for (const physical of physicalLines(text)) {
    const goesOn = parts.length > 0 && (physical.startsWith(' ') || physical.startsWith('\t'));
    if (printable && (parts.at(-1) ?? '').endsWith('=')) parts.push(physical);
    else if (goesOn) parts.push(physical.slice(1));
    else {
      if (parts.length > 0) yield joined(parts, printable);
      parts = [physical];
      printable = /^[^:]{0,200};(?:encoding=)?quoted-printable[;:]/i.test(physical);
    }
  }
  if (parts.length > 0) yield joined(parts, printable);
}

function joined(parts: readonly string[], printable: boolean): string {
  if (!printable) return parts.join('');
  return parts.map((part, i) => (i < parts.length - 1 ? part.replace(/=$/, '') : part)).join('');
}

function* physicalLines(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const line = text.slice(from, to).replaceAll('\u0000', '').replaceAll('\r', '');
    yield from === 0 ? line.replace(/^\ufeff/, '') : line;
    from = to + 1;
  }
}

/** vCard 2.1 names types without `TYPE=` and encodes what is not ASCII; the newer versions do neither. */
function inNewForm(line: string): string {
  const colon = valueAt(line);
  if (colon < 0) return line;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  if (line.slice(0, colon).includes('"')) return line;
  const kept: string[] = [];
  let printable = false;
  let charset = 'utf-8';
  for (const parameter of parameters.slice(0, limits.cardParameters)) {
    const encoding = /^(?:encoding=)?(quoted-printable|8bit|7bit)$/i.exec(parameter)?.[1];
    if (encoding) printable = encoding.toLowerCase() === 'quoted-printable';
    else if (/^charset=/i.test(parameter)) charset = parameter.slice('charset='.length);
    else if (parameter.includes('=')) kept.push(parameter);
    else if (/^[a-z0-9-]+$/i.test(parameter)) kept.push(`TYPE=${parameter}`);
  }
  return `${[name, ...kept].join(';')}:${printable ? decoded(value, charset) : value}`;
}

/** Where the value begins: the first colon that is not within quotes. */
function valueAt(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') quoted = !quoted;
    else if (letter === ':' && !quoted) return at;
  }
  return -1;
}

/** RFC 2045, 6.7; a line end within the value becomes the `\n` of the newer versions. What is not of that form stays as it is. */
function decoded(value: string, charset: string): string {
  const bytes: number[] = [];
  for (const piece of value.match(/=[0-9a-f]{2}|[^=]+|=/gi) ?? []) {
    if (/^=[0-9a-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16));
    else bytes.push(...Buffer.from(piece, 'utf8'));
  }
  return decoderFor(charset)
    .decode(Uint8Array.from(bytes))
    .replaceAll('\u0000', '')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.trim().slice(0, 40));
  } catch {
    return new TextDecoder();
  }
}
