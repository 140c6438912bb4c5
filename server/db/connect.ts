// The one way to PostgreSQL. `Database` and `Transaction` are distinct types: a function that writes asks for a
// Transaction, a function that talks to a network takes none, so no network call can sit inside a transaction by accident.

import postgres from 'postgres';

export interface Database {
  readonly kind: 'database';
  readonly sql: postgres.Sql<{ bigint: number }>;
  /** Waits for running statements at most this long, then lets go. */
  close(): Promise<void>;
}

export interface Transaction {
  readonly kind: 'transaction';
  readonly sql: postgres.TransactionSql<{ bigint: number }>;
}

/** What only reads may come from either. */
export type Reader = Database | Transaction;

const closeTimeoutS = 5;

/**
 * Opens a pool of at most `connections`. Nothing is sent until the first statement.
 *
 * int8 columns arrive as numbers: ours are counters and millisecond times, far below 2^53. Identifiers are always text.
 */
export function connect(url: string, options: { connections?: number; name?: string } = {}): Database {
  const sql = postgres(url, {
    max: options.connections ?? 10,
    idle_timeout: 0,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: options.name ?? 'throughline' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
  return { kind: 'database', sql, close: () => sql.end({ timeout: closeTimeoutS }) };
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.sql.begin((sql) => work({ kind: 'transaction', sql })) as Promise<T>;
}

/**
 * Refuses a database that may forget what it has acknowledged. A 200 to Meta is a promise: Meta does not send again.
 *
 * @throws when fsync or synchronous_commit is off, or the server is older than PostgreSQL 15.
 */
export async function assertDurable(db: Database): Promise<void> {
  const [row] = await db.sql<{ fsync: string; commit: string; version: string }[]>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
           current_setting('server_version_num') as version`;
  const problems: string[] = [];
  if (row?.fsync !== 'on') problems.push('fsync is off: set fsync = on in postgresql.conf');
  if (row?.commit === 'off') problems.push('synchronous_commit is off: set it to on for this database or role');
  if (Number(row?.version ?? 0) < 150000) problems.push('PostgreSQL 15 or newer is needed');
  if (problems.length > 0) throw new Error(`This database cannot keep what it acknowledges: ${problems.join('; ')}.`);
}
