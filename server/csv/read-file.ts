// A list of people, read as it comes in: never more of it in memory than a batch. Line numbers are the file's own, also where a
// cell holds line breaks.

import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { limits } from '../limits.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import { decoder } from './decode.ts';
import { delimiterOf } from './delimiter.ts';

export interface FileRow {
  line: number;
  cells: string[];
}

export interface FileProblem {
  line: number;
  problem: Sentence;
}

export interface ReadFile {
  sizeBytes: number;
  rows: number;
  delimiter: string;
  encoding: string;
  headers: string[];
  /** The first rows, for samples. */
  first: FileRow[];
  problems: FileProblem[];
  problemCount: number;
}

/** The file cannot be taken; `why` is for people. */
export class FileRefused extends Error {
  readonly code: 'file_too_large' | 'file_unreadable' | 'too_many_rows' | 'file_empty';
  readonly why: Sentence;
  constructor(code: FileRefused['code'], why: Sentence) {
    super(code);
    this.code = code;
    this.why = why;
  }
}

/**
 * Hands on the rows in batches, each awaited before the next is read.
 *
 * @throws FileRefused where the file is too large, has too many rows, or cannot be cut into cells.
 */
export async function readFile(
  bytes: AsyncIterable<Uint8Array>,
  take: (rows: readonly FileRow[]) => Promise<void>,
): Promise<ReadFile> {
  const source = textOf(bytes);
  const beginning = await firstOf(source.text);
  const delimiter = delimiterOf(beginning.first);
  const notes = noting();
  const first: FileRow[] = [];
  let headers: string[] | undefined;
  let rows = 0;
  let batch: FileRow[] = [];
  for await (const { line, cells } of recordsOf(beginning.all(), delimiter)) {
    if (headers === undefined) {
      headers = headings(cells);
      continue;
    }
    rows += 1;
    if (rows > limits.campaignRows)
      throw new FileRefused('too_many_rows', sentence('csv.too_many_rows', { rows: limits.campaignRows }));
    const row = { line, cells: tidy(cells, line, { columns: headers.length, notes }) };
    if (first.length < sampleRows) first.push(row);
    batch.push(row);
    if (batch.length < limits.campaignUploadBatch) continue;
    await take(batch);
    batch = [];
  }
  if (headers === undefined || rows === 0) throw new FileRefused('file_empty', sentence('csv.no_rows'));
  await take(batch);
  if (source.decoder.damaged) notes.add(1, sentence('csv.mixed'));
  const { sizeBytes } = source;
  return { sizeBytes, rows, delimiter, encoding: source.decoder.encoding, headers, first, ...notes.told };
}

const sampleRows = 200;

function textOf(bytes: AsyncIterable<Uint8Array>) {
  const source = { decoder: decoder(), sizeBytes: 0, text: undefined as unknown as AsyncGenerator<string> };
  const lines = plainBreaks();
  async function* read() {
    for await (const piece of bytes) {
      source.sizeBytes += piece.length;
      if (source.sizeBytes > limits.campaignFileBytes)
        throw new FileRefused(
          'file_too_large',
          sentence('csv.too_large', {
            size: sentence('file.megabytes', { count: limits.campaignFileBytes / 1024 / 1024 }),
          }),
        );
      const text = lines(source.decoder.write(piece));
      if (text !== '') yield text;
    }
    const text = lines(source.decoder.end(), true);
    if (text !== '') yield text;
  }
  source.text = read();
  return source;
}

/** Every line break as one line feed: the parser counts a carriage return in a quoted cell as a line of its own (7.0.3). */
function plainBreaks(): (text: string, last?: boolean) => string {
  let held = '';
  return (text, last = false) => {
    const whole = held + text;
    held = !last && whole.endsWith('\r') ? '\r' : '';
    const complete = held === '' ? whole : whole.slice(0, -1);
    return complete.includes('\r') ? complete.replace(/\r\n?/g, '\n') : complete;
  };
}

/** Enough of the beginning to see how the file is made, without losing it. */
async function firstOf(text: AsyncGenerator<string>): Promise<{ first: string; all: () => AsyncGenerator<string> }> {
  let first = '';
  for (let next = await text.next(); ; next = await text.next()) {
    if (next.done) break;
    first += next.value;
    if (first.length >= 64 * 1024) break;
  }
  async function* all() {
    if (first !== '') yield first;
    yield* text;
  }
  return { first, all };
}

async function* recordsOf(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<FileRow> {
  let last = 0;
  const parser = parse({
    delimiter,
    // Seen as it is parsed: what waits in the stream is lost when it fails.
    on_record: (record: string[], context) => {
      last = context.lines;
      return record;
    },
    info: true,
    relax_column_count: true,
    // An inch sign in the middle of a cell is a letter like any other.
    relax_quotes: true,
    record_delimiter: '\n',
    skip_empty_lines: true,
    // Spreadsheets leave rows of nothing but delimiters behind.
    skip_records_with_empty_values: true,
    max_record_size: limits.campaignRecordLetters,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // The parser counts where a record ends.
      const breaks = record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? refusedFor(error, last + 1) : error;
  } finally {
    source.destroy();
  }
}

function refusedFor(error: CsvError, line: number): FileRefused {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused('file_unreadable', sentence('csv.quotes', { line }));
  return new FileRefused('file_unreadable', sentence('csv.unreadable', { line }));
}

/** Every column has a name, if only its number. */
function headings(cells: readonly string[]): string[] {
  return cells.slice(0, limits.campaignColumns).map((cell, index) => {
    const name = cell.replaceAll('\u0000', '').trim().slice(0, 100);
    return name === '' ? `Column ${index + 1}` : name;
  });
}

/** As many cells as there are columns, none too long, none PostgreSQL cannot hold; what was done is noted by line. */
function tidy(
  cells: readonly string[],
  line: number,
  { columns, notes }: { columns: number; notes: ReturnType<typeof noting> },
): string[] {
  if (cells.length !== columns)
    notes.add(
      line,
      sentence(cells.length < columns ? 'csv.cells_missing' : 'csv.cells_beyond', { cells: cells.length, columns }),
    );
  return Array.from({ length: columns }, (_, index) => {
    const cell = cells[index] ?? '';
    if (cell.includes('\u0000')) notes.add(line, sentence('csv.nul', { column: index + 1 }));
    if (cell.length > limits.campaignCellLetters)
      notes.add(
        line,
        sentence('csv.long', { column: index + 1, letters: cell.length, most: limits.campaignCellLetters }),
      );
    return cell.replaceAll('\u0000', '').slice(0, limits.campaignCellLetters).toWellFormed();
  });
}

function noting() {
  const told = { problems: [] as FileProblem[], problemCount: 0 };
  return {
    told,
    add: (line: number, problem: Sentence) => {
      told.problemCount += 1;
      if (told.problems.length < limits.campaignProblems) told.problems.push({ line, problem });
    },
  };
}
