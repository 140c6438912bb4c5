// Tables as text that spreadsheets open, and never run: a cell that begins like a formula gets an apostrophe before it (OWASP, "CSV
// injection"). A plain number with its + stays a number.

const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+$/;

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')}\r\n`;
}

function quoted(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
