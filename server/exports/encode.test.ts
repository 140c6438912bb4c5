import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { readParquet } from 'parquet-wasm';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { encode } from './encode.ts';
import type { Column, Format, Row } from './shapes.ts';

const columns: Column[] = [
  { name: 'id', kind: 'text' },
  { name: 'phone', kind: 'text' },
  { name: 'hidden', kind: 'yes_no' },
  { name: 'rows', kind: 'count' },
  { name: 'at', kind: 'moment' },
  { name: 'day', kind: 'day' },
  { name: 'tags', kind: 'list' },
];
const at = new Date('2026-11-20T10:30:00.250Z');
const known: Row = ['a', '+15550102001', false, 12, at, '2026-11-20', ['VIP', 'يد']];
const unknown: Row = ['b', null, true, null, null, null, []];
const formula: Row = ['=HYPERLINK("http://x")', ' =1+1', null, 0, null, null, ['@SUM(A1)']];

async function bytesOf(format: Format, ...batches: Row[][]): Promise<Buffer> {
  const source = (async function* () {
    yield* batches;
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of encode(format, { columns, batches: source })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a table', () => {
  it('is CSV that spreadsheets read, with no cell that runs and phones as they are', async () => {
    const text = (await bytesOf('csv', [known], [unknown, formula])).toString('utf8');
    expect(parse(text, { bom: true })).toEqual([
      columns.map(({ name }) => name),
      ['a', '+15550102001', 'no', '12', at.toISOString(), '2026-11-20', 'VIP; يد'],
      ['b', '', 'yes', '', '', '', ''],
      ['\'=HYPERLINK("http://x")', "' =1+1", '', '0', '', '', "'@SUM(A1)"],
    ]);
  });

  it('is JSON Lines, an object a row', async () => {
    const lines = (await bytesOf('jsonl', [known, unknown])).toString('utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'a',
        phone: '+15550102001',
        hidden: false,
        rows: 12,
        at: at.toISOString(),
        day: '2026-11-20',
        tags: ['VIP', 'يد'],
      },
      { id: 'b', phone: null, hidden: true, rows: null, at: null, day: null, tags: [] },
    ]);
  });

  it('is Parquet that another library reads back, over several row groups', async () => {
    const many = Array.from({ length: limits.exportRowGroup + 2 }, (_, n): Row => (n % 2 === 0 ? known : unknown));
    const read = tableFromIPC(readParquet(await bytesOf('parquet', many.slice(0, 5), many.slice(5))).intoIPCStream());
    expect(read.numRows).toBe(many.length);
    const rowOf = (place: number) => JSON.parse(JSON.stringify(read.get(place), plain));
    const [first, second] = [
      {
        id: 'a',
        phone: '+15550102001',
        hidden: false,
        rows: 12,
        at: at.getTime(),
        day: Date.parse('2026-11-20'),
        tags: ['VIP', 'يد'],
      },
      { id: 'b', phone: null, hidden: true, rows: null, at: null, day: null, tags: [] },
    ];
    expect([rowOf(0), rowOf(1), rowOf(many.length - 2), rowOf(many.length - 1)]).toEqual([
      first,
      second,
      first,
      second,
    ]);
  });

  it.each<[Format, number]>([
    ['csv', 1],
    ['jsonl', 1],
    ['parquet', 10],
  ])('as %s is read no further than what was taken of it, however long it is', async (format, atOnce) => {
    let read = 0;
    const batches = (async function* () {
      for (; read < 1_000; read += 1) yield Array.from({ length: limits.exportBatch }, () => known);
    })();
    const pieces = encode(format, { columns, batches });
    const taken = { csv: 4, jsonl: 3, parquet: 2 }[format];
    for (let piece = 0; piece < taken; piece += 1) await pieces.next();
    expect(read).toBeLessThanOrEqual(3 * atOnce);
    await pieces.return(undefined);
  });

  it('of nobody is a file all the same', async () => {
    expect((await bytesOf('csv')).toString('utf8')).toContain('id,phone,hidden');
    expect((await bytesOf('jsonl')).length).toBe(0);
    expect(tableFromIPC(readParquet(await bytesOf('parquet')).intoIPCStream()).numRows).toBe(0);
  });
});

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
