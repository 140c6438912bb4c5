// A table as Parquet, by hyparquet-writer (MIT, no native code, kept up). It is given the rows of one row group at a time and its bytes are
// taken as soon as that is written, so what is in memory is one row group and, for the end of the file, some hundred bytes about each.

import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { limits } from '../limits.ts';
import type { Cell, Column, Row, Table } from './shapes.ts';

export async function* parquetOf({ columns, batches }: Table): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'throughline' });
  let group: Row[] = [];
  let letters = 0;
  const write = (): Uint8Array => {
    const columnData = columns.map(({ name, kind }, place) => {
      return { name, data: group.map((row) => stored(kind, row[place] ?? null)), offsetIndex: false };
    });
    // All of it is one row group; it answers a promise only where the writer it was given does.
    void writer.write({ columnData, rowGroupSize: Math.max(1, group.length) });
    group = [];
    letters = 0;
    return taken(bytes);
  };
  for await (const rows of batches) {
    for (const row of rows) {
      group.push(row);
      letters += lettersOf(row);
      if (group.length < limits.exportRowGroup && letters < limits.exportRowGroupLetters) continue;
      yield write();
    }
  }
  if (group.length > 0) yield write();
  if (writer.num_rows === 0n) writer.row_groups.push(emptyGroup(columns));
  void writer.finish();
  yield taken(bytes);
}

/** What was written since; `offset`, where in the file the next byte stands, goes on. */
function taken(bytes: ByteWriter): Uint8Array {
  const copy = bytes.getBytes().slice();
  bytes.index = 0;
  return copy;
}

/**
 * Of nobody. hyparquet-writer 0.17.0 calls a list of no row groups a list of bytes, which strict readers refuse (parquet-wasm does): so there is
 * one, without rows.
 */
function emptyGroup(columns: readonly Column[]): ParquetWriter['row_groups'][number] {
  const none = { num_values: 0n, total_uncompressed_size: 0n, total_compressed_size: 0n, data_page_offset: 4n };
  const chunks = columns.map((column) => {
    const elements = elementsOf(column);
    const path_in_schema = elements.map(({ name }) => name);
    const type = elements.at(-1)?.type ?? 'BYTE_ARRAY';
    return {
      file_offset: 0n,
      meta_data: { type, encodings: ['PLAIN' as const], path_in_schema, codec: 'UNCOMPRESSED' as const, ...none },
    };
  });
  return { columns: chunks, total_byte_size: 0n, num_rows: 0n };
}

/** Everything may be unknown, and whatever comes later must fit: so every column is optional. */
function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, kind }: Column): SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
  switch (kind) {
    case 'text':
      return [{ ...optional, ...text }];
    case 'yes_no':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'count':
      return [{ ...optional, type: 'INT32' }];
    case 'moment':
      return [{ ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }];
    case 'day':
      return [{ ...optional, type: 'INT32', converted_type: 'DATE' }];
    case 'list':
      return [
        { ...optional, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', ...text },
      ];
  }
}

function stored(kind: Column['kind'], cell: Cell): unknown {
  return kind === 'day' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;
}

function lettersOf(row: Row): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
}
