// The search for residue: what is left of somebody in tables, in what PostgreSQL knows of their columns, and in files. Findings say where and in
// which form, never what.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Database, Reader } from '../connect.ts';
import type { Needle } from './forms.ts';
import { type Search, searchFor } from './search.ts';

export interface Finding {
  /** A column, or a file by its path from the folder searched. */
  where: string;
  label: string;
  form: string;
  count: number;
}

export interface Scanned {
  /** Rows or files. */
  looked: number;
  findings: Finding[];
}

const rowsAtOnce = 1_000;

/** By table and column: what stands there in a row (bytes as they are, all else as text); undefined where nobody can read it any more. */
export type Openers = Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => Promise<Buffer | undefined>>>;

/**
 * Every column of every table, as text and, of bytes, as they are; and the values PostgreSQL keeps of columns to plan by. `open` reads columns
 * that are sealed: a search that met noise there would find nothing, whatever was left.
 */
export async function scanTables(
  db: Reader,
  needles: readonly Needle[],
  { except = [], open = {} }: { except?: readonly string[]; open?: Openers } = {},
): Promise<Scanned> {
  const search = searchFor(needles);
  const found = new Findings();
  let looked = 0;
  for (const [table, columns] of await columnsByTable(db))
    if (!except.includes(table)) looked += await scanTable(db, { table, columns, search, found, open });
  looked += await scanStatistics(db, search, found);
  return { looked, findings: found.all() };
}

interface Column {
  name: string;
  type: string;
}

async function columnsByTable(db: Reader): Promise<Map<string, Column[]>> {
  const rows = await db.sql<{ table: string; name: string; type: string }[]>`
    select c.relname as table, a.attname as name, a.atttypid::regtype::text as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, a.attnum`;
  return Map.groupBy(rows, (row) => row.table);
}

interface TableScan {
  table: string;
  columns: readonly Column[];
  search: Search;
  found: Findings;
  open: Openers;
}

/** In the order the rows lie, so that each page goes on where the last ended. */
async function scanTable(db: Reader, { table, columns, search, found, open }: TableScan): Promise<number> {
  const list = columns.map(({ name, type }) => (type === 'bytea' ? `"${name}"` : `"${name}"::text`)).join(', ');
  let looked = 0;
  for (let after = '(0,0)'; ; ) {
    const rows = await db.sql.unsafe<Record<string, string | Buffer | null>[]>(
      `select ctid::text as "place of row", ${list} from "${table}" where ctid > $1::tid order by ctid limit ${rowsAtOnce}`,
      [after],
    );
    for (const row of rows)
      for (const { name } of columns) {
        const value = open[`${table}.${name}`] ? await open[`${table}.${name}`]?.(row) : row[name];
        if (value === null || value === undefined) continue;
        search.feed(typeof value === 'string' ? Buffer.from(value) : value);
        found.add(`${table}.${name}`, search.end());
      }
    looked += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return looked;
    after = String(last['place of row']);
  }
}

/** The commonest values of a column and the bounds between its parts are values of rows, kept until the next `analyze`. */
async function scanStatistics(db: Reader, search: Search, found: Findings): Promise<number> {
  const rows = await db.sql<{ place: string; values: string | null }[]>`
    select tablename || '.' || attname as place,
           concat_ws(' ', most_common_vals::text, histogram_bounds::text, most_common_elems::text) as values
    from pg_stats where schemaname = 'public'`;
  for (const { place, values } of rows) {
    search.feed(Buffer.from(values ?? ''));
    found.add(`statistics of ${place}`, search.end());
  }
  return rows.length;
}

/** Every file below a folder, whole, in pieces; names of files too. A folder that is not there holds nothing. */
export async function scanFolder(
  folder: string,
  needles: readonly Needle[],
  { except = [] }: { except?: readonly string[] } = {},
): Promise<Scanned> {
  const search = searchFor(needles);
  const found = new Findings();
  let looked = 0;
  for await (const path of filesBelow(folder, folder, except)) {
    const where = relative(folder, path);
    search.feed(Buffer.from(where));
    found.add(where, search.end());
    try {
      for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) search.feed(piece as Buffer);
    } catch (error) {
      // Gone since it was listed: a file of the database that was merged, a log that was rotated.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    found.add(where, search.end());
    looked += 1;
  }
  return { looked, findings: found.all() };
}

async function* filesBelow(root: string, folder: string, except: readonly string[]): AsyncGenerator<string> {
  if (!(await stat(folder).catch(() => undefined))) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (except.includes(relative(root, path))) continue;
    if (entry.isDirectory()) yield* filesBelow(root, path, except);
    else if (entry.isFile()) yield path;
  }
}

/**
 * Writes tables and their indexes anew, so that what was deleted is not in their files any more, and lets PostgreSQL forget what it knew of
 * their columns. A table is locked while that lasts. `vacuum` alone would not do: it leaves the bytes of dead rows where they are until others
 * are written over them.
 */
export async function scrubTables(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await db.sql.unsafe(`vacuum (full, analyze) "${table}"`);
  await db.sql.unsafe('vacuum full pg_statistic');
  await db.sql.unsafe('checkpoint');
}

/**
 * Has PostgreSQL look at tables anew, so that it plans by what is there. Of a table that is empty now it would go on knowing what was in it: since
 * version 18 that can be taken away; an older one keeps it until there are rows again.
 */
export async function refreshStatistics(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await db.sql.unsafe(`analyze "${table}"`);
  const [can] = await db.sql<{ clear: boolean }[]>`
    select exists (select from pg_proc where proname = 'pg_clear_attribute_stats') as clear`;
  if (!can?.clear) return;
  for (const table of tables)
    await db.sql.unsafe(
      `select pg_clear_attribute_stats('public', s.tablename, s.attname, s.inherited) from pg_stats s
       where s.schemaname = 'public' and s.tablename = $1 and not exists (select from "${table}")`,
      [table],
    );
}

/** The folder of this database among the files of the server; undefined where that is on another machine, or not ours to read. */
export async function databaseFolder(db: Reader): Promise<string | undefined> {
  const [row] = await db.sql<{ folder: string | null }[]>`
    select current_setting('data_directory', true) || '/base/' || oid as folder from pg_database where datname = current_database()`;
  if (!row?.folder) return undefined;
  const there = await stat(row.folder).catch(() => undefined);
  return there?.isDirectory() ? row.folder : undefined;
}

class Findings {
  private readonly counts = new Map<string, Finding>();

  add(where: string, needles: readonly Needle[]): void {
    for (const { label, form } of needles) {
      const key = `${where} ${label} ${form}`;
      const known = this.counts.get(key);
      if (known) known.count += 1;
      else this.counts.set(key, { where, label, form, count: 1 });
    }
  }

  all(): Finding[] {
    return [...this.counts.values()];
  }
}
