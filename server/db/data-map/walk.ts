// The engine of the data map: how many rows are a person's, those rows a page at a time, and their erasure in bounded batches. Each batch is
// a transaction of its own and may be made twice, so whoever is killed between two goes on where he was.

import { limits } from '../../limits.ts';
import type { Subject } from '../../subject.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../connect.ts';
import {
  countOutdatedStatement,
  countStatement,
  customers,
  deleteOfStatement,
  deleteOutdatedStatement,
  deleteStatement,
  type Mapped,
  type Outdated,
  pageStatement,
  replaceStatement,
  type Statement,
  takeOutdatedStatement,
  takeStatement,
} from './statements.ts';

export interface Walking {
  readonly tables: Mapped;
  readonly subject: Subject;
}

/** How many rows of the table are theirs. Not for tables that need a walk. */
export async function countRows(db: Reader, { tables, subject }: Walking, table: string): Promise<number> {
  const [row] = await run<{ count: number }>(db, countStatement(tables, table, subject));
  return row?.count ?? 0;
}

export type Row = Readonly<Record<string, unknown>>;

/** Their rows of the table, a page at a time in the order of its key: a million take no more memory than a page. */
export async function* readRows(
  db: Reader,
  { tables, subject }: Walking,
  table: string,
): AsyncGenerator<readonly Row[]> {
  const limit = limits.subjectPageRows;
  for (let after: readonly string[] | undefined; ; ) {
    const page = await run<{ row: Row; key: string[] }>(db, pageStatement(tables, table, subject, { after, limit }));
    if (page.length > 0) yield page.map(({ row }) => row);
    if (page.length < limit) return;
    after = page.at(-1)?.key;
  }
}

/** What goes along with each batch, in its transaction. */
export interface Along {
  /** Before these rows go: what hangs on them without being theirs alone. */
  readonly before?: (tx: Transaction, ids: readonly string[]) => Promise<Readonly<Record<string, number>>>;
  /** How many rows went, by table. */
  readonly after: (tx: Transaction, rows: Readonly<Record<string, number>>) => Promise<void>;
}

/** Deletes their rows of the table, or replaces what the map says; those of tables that belong to it go along. */
export async function eraseRows(db: Database, walking: Walking, table: string, along: Along): Promise<void> {
  for (let more = true; more; )
    more = await inTransaction(db, async (tx) => {
      const rows = await eraseBatch(tx, walking, table, along.before);
      await along.after(tx, rows);
      return (rows[table] ?? 0) > 0;
    });
}

/** One batch; nothing where there are none left. */
export async function eraseBatch(
  tx: Transaction,
  { tables, subject }: Walking,
  table: string,
  before: Along['before'] = undefined,
): Promise<Record<string, number>> {
  const { erase } = customers(tables, table);
  const limit = limits.subjectEraseRows;
  if (erase !== 'delete') {
    if ('keep' in erase) throw new Error(`The map keeps ${table}.`);
    return { [table]: await affected(tx, replaceStatement(tables, table, subject, limit)) };
  }
  const children = childrenOf(tables, table);
  if (children.length === 0) return { [table]: await affected(tx, deleteStatement(tables, table, subject, limit)) };
  const taken = await run<{ id: string }>(tx, takeStatement(tables, table, subject, limit));
  return await eraseTaken(
    tx,
    { tables, portfolioId: subject.portfolioId, table, ids: taken.map(({ id }) => id) },
    before,
  );
}

/** How many rows have had their time. */
export async function countOutdated(db: Reader, tables: Mapped, outdated: Outdated): Promise<number> {
  const [row] = await run<{ count: number }>(db, countOutdatedStatement(tables, outdated));
  return row?.count ?? 0;
}

/** One batch of rows that have had their time, with what belongs to them. */
export async function eraseOutdated(
  tx: Transaction,
  tables: Mapped,
  outdated: Outdated,
  before: NonNullable<Along['before']>,
): Promise<Record<string, number>> {
  const { portfolioId, table } = outdated;
  const children = childrenOf(tables, table);
  const limit = limits.subjectEraseRows;
  if (children.length === 0) return { [table]: await affected(tx, deleteOutdatedStatement(tables, outdated, limit)) };
  const taken = await run<{ id: string }>(tx, takeOutdatedStatement(tables, outdated, limit));
  return await eraseTaken(tx, { tables, portfolioId, table, ids: taken.map(({ id }) => id) }, before);
}

/** Rows by their ids, and those of other tables that belong to them before. */
async function eraseTaken(
  tx: Transaction,
  { tables, portfolioId, table, ids }: { tables: Mapped; portfolioId: string; table: string; ids: readonly string[] },
  before: Along['before'],
): Promise<Record<string, number>> {
  if (ids.length === 0) return { [table]: 0 };
  const counts: Record<string, number> = { ...(await before?.(tx, ids)) };
  for (const child of childrenOf(tables, table))
    counts[child] = await affected(tx, deleteOfStatement(tables, child, portfolioId, ids));
  counts[table] = await affected(tx, deleteOfStatement(tables, table, portfolioId, ids));
  return counts;
}

function childrenOf(tables: Mapped, parent: string): string[] {
  return [...tables].flatMap(([table, { rows }]) =>
    rows !== 'nobody' && 'of' in rows && rows.of === parent ? [table] : [],
  );
}

async function run<T extends object>(db: Reader, { text, parameters }: Statement): Promise<readonly T[]> {
  return await db.sql.unsafe<T[]>(text, parameters);
}

async function affected(tx: Transaction, { text, parameters }: Statement): Promise<number> {
  return (await tx.sql.unsafe(text, parameters)).count;
}
