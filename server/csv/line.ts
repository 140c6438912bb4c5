// Tables as text that spreadsheets open, and never run: a cell that begins like a formula gets an apostrophe before it (OWASP, "CSV
// injection"). A plain number with its + stays a number: digits alone compute nothing, and whoever reads the file again finds the phone as it is.

export type Cells = (string | number | null)[];

/** What begins a formula, also in the wide letters of East Asian keyboards, also behind blanks; tabs and line breaks, which may hide it. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const number = /^[+-]?\d+$/;

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')}\r\n`;
}

/** Before the first line: it tells spreadsheets that this is UTF-8. */
export const csvMark = '\ufeff';

function quoted(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as the lines of a file, one after the other. */
export async function* csvLines(rows: AsyncIterable<Cells>): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield first ? csvMark + csvLine(row) : csvLine(row);
    first = false;
  }
}
