// From offsets into a text to lines and columns.

import type { Finding, SourceText, Spot } from './finding.ts';

const longestExcerpt = 160;

/** Every spot once, in the order of the file. */
export function placed({ path, text }: SourceText, spots: readonly Spot[]): Finding[] {
  const starts = lineStarts(text);
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { rule, start, end } of [...spots].sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule))) {
    const [line, column] = at(starts, start);
    const key = `${rule} ${line}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const [endLine, endColumn] = at(starts, Math.max(end, start + 1));
    findings.push({ rule, file: path, line, column, endLine, endColumn, excerpt: excerptOf(text, starts, line) });
  }
  return findings;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

function at(starts: readonly number[], offset: number): [line: number, column: number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low + 1, offset - (starts[low] ?? 0) + 1];
}

function excerptOf(text: string, starts: readonly number[], line: number): string {
  const whole = text.slice(starts[line - 1] ?? 0, (starts[line] ?? text.length + 1) - 1).trim();
  return whole.length > longestExcerpt ? `${whole.slice(0, longestExcerpt)}…` : whole;
}

/** PostgreSQL counts bytes of UTF-8, we count UTF-16 units. */
export function unitsOf(text: string): (bytes: number) => number {
  if (!/[^\0-\x7f]/.test(text)) return (bytes) => bytes;
  const units: number[] = [];
  let index = 0;
  for (const letter of text) {
    for (let byte = Buffer.byteLength(letter); byte > 0; byte--) units.push(index);
    index += letter.length;
  }
  return (bytes) => units[bytes] ?? text.length;
}
