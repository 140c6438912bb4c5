// A table as bytes: CSV, JSON Lines or Parquet. Each takes a batch at a time and gives away what it has made of it.

import { csvLine, csvMark } from '../csv/line.ts';
import { parquetOf } from './parquet.ts';
import type { Cell, Format, Row, Table } from './shapes.ts';

export async function* encode(format: Format, table: Table): AsyncGenerator<Uint8Array> {
  yield* encoders[format](table);
}

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

const encoders: Readonly<Record<Format, (table: Table) => AsyncGenerator<Uint8Array>>> = {
  csv: async function* ({ columns, batches }) {
    yield bytesOf(csvMark + csvLine(columns.map(({ name }) => name)));
    for await (const rows of batches)
      if (rows.length > 0) yield bytesOf(rows.map((row) => csvLine(row.map(written))).join(''));
  },
  jsonl: async function* ({ columns, batches }) {
    const object = (row: Row) => Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]));
    for await (const rows of batches)
      if (rows.length > 0) yield bytesOf(rows.map((row) => `${JSON.stringify(object(row))}\n`).join(''));
  },
  parquet: parquetOf,
};

/** Several in one cell stand one after the other with semicolons between, as they do in the lists of the desk. */
function written(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell instanceof Date ? cell.toISOString() : cell.join('; ');
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
