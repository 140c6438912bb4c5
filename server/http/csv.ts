// Tables as text that spreadsheets open, and never run: a cell that begins like a formula gets an apostrophe before it (OWASP, "CSV
// injection"). A plain number with its + stays a number.

import type { FastifyReply } from 'fastify';

export type Cells = (string | number | null)[];

const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+$/;

export function csvLine(cells: Readonly<Cells>): string {
  return `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')}\r\n`;
}

/** A whole table that is not long, as a file. */
export function sendCsv(reply: FastifyReply, name: string, rows: readonly Cells[]) {
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  reply.header('cache-control', 'no-store');
  // The mark tells spreadsheets that this is UTF-8.
  return reply.send(`\ufeff${rows.map(csvLine).join('')}`);
}

function quoted(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
