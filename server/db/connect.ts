// The one way to PostgreSQL. `Database` and `Transaction` are distinct types: a function that writes asks for a
// Transaction, a function that talks to a network takes none, so no network call can sit inside a transaction by accident.

import { type Client, DatabaseError, type QueryResult } from 'pg';
import { listen, type Subscription } from './listen.ts';
import { ask, type Connections, configOf, LostError, openConnections } from './pool.ts';
import type { Keyring } from './sealing.ts';
import { type Rows, type Sql, type Statement, statementOf, statementOfText } from './sql.ts';

/** What rooms seal with, the same object for as long as the database is open: they may keep by it what they have opened. */
export interface Vault {
  readonly keys: Keyring;
}

export interface Database {
  readonly kind: 'database';
  readonly sql: Sql;
  /** Undefined: opened without keys, by tests of what has nothing to do with them. Nothing is sealed then, and nothing sealed can be read. */
  readonly vault: Vault | undefined;
  readonly connections: Connections;
  /** Calls `heard` when somebody notifies the channel, and when it may have missed that: see listen.ts. */
  listen(channel: string, heard: (payload?: string) => void): Promise<Subscription>;
  /** Waits for running statements at most five seconds, then cuts. Subscriptions end too. */
  close(): Promise<void>;
}

export interface Transaction {
  readonly kind: 'transaction';
  /** The database's. */
  readonly vault: Vault | undefined;
  /** Statements asked for together go out together, and are answered in order. */
  readonly sql: Sql;
  /** Runs `work` in a savepoint: where it throws, its writes are undone and the transaction can go on. */
  savepoint<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs `work` as the last of the transaction, before its commit: for what takes a lock that everybody wants, which nobody may hold while
   * waiting for another. In the order of `key`, which says what is locked. Work of a savepoint that is undone is forgotten with it.
   */
  atEnd(key: string, work: (tx: Transaction) => Promise<void>): void;
}

/** What only reads may come from either. */
export type Reader = Database | Transaction;

/**
 * Opens a pool of at most `connections`. Nothing is sent until the first statement; a statement that waits ten seconds
 * for a connection fails.
 *
 * int8 columns arrive as numbers, numeric as text, timestamps as Dates, json parsed.
 */
export function connect(
  url: string,
  options: { connections?: number; name?: string; keys?: Keyring | undefined } = {},
): Database {
  const config = configOf(url, options.name ?? 'throughline');
  const connections = openConnections(config, options.connections ?? 10);
  const subscriptions = new Set<Subscription>();
  return {
    kind: 'database',
    sql: sqlOver((statement) => connections.lend((client) => ask(client, statement))),
    vault: options.keys && { keys: options.keys },
    connections,
    listen: async (channel, heard) => {
      const subscription = await listen(config, channel, heard);
      subscriptions.add(subscription);
      return subscription;
    },
    close: async () => {
      for (const subscription of subscriptions) await subscription.unlisten();
      await connections.close();
    },
  };
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws or when a statement of it failed,
 * whoever caught that.
 *
 * @throws what failed first. Where it was the commit's answer that was lost, the writes may be there.
 */
export function inTransaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  { plans = 'fitted' }: { plans?: Plans } = {},
): Promise<T> {
  const { vault } = db;
  return db.connections.lend((client) => inScope({ client, vault, depth: 0, outer: [], plans }, work));
}

/**
 * `fitted`: as PostgreSQL does, a statement may be planned anew for the values it is given. `kept`: planned once a connection, whatever the
 * values: for statements written so that one plan is right for all (a look by key for each element of a list), where planning costs more than
 * running, and where values the figures know nothing of, such as an account's that came today, would lead to a wrong index.
 */
export type Plans = 'fitted' | 'kept';

interface Last {
  key: string;
  work: (tx: Transaction) => Promise<void>;
}

interface Scope {
  client: Client;
  vault: Vault | undefined;
  /** Above 0 a savepoint. */
  depth: number;
  /** What the scope around it will do at its end. */
  outer: Last[];
  plans: Plans;
}

async function inScope<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { client, vault, depth, outer, plans } = scope;
  const words = wordsAt(depth, plans);
  await ask(client, { text: words.begin });
  let over = false;
  let failure: { error: unknown } | undefined;
  const run = async (statement: Partial<Statement> & { text: string }) => {
    // A sibling in Promise.all that goes on after the first has failed must not write outside of the transaction.
    if (over) throw new Error('The transaction this statement belongs to is over.');
    try {
      return await ask(client, statement);
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  const last: Last[] = [];
  const tx: Transaction = {
    kind: 'transaction',
    sql: sqlOver(run),
    vault,
    savepoint: (inner) => inScope({ ...scope, depth: depth + 1, outer: last }, inner),
    atEnd: (key, lastly) => {
      last.push({ key, work: lastly });
    },
  };
  try {
    const result = await work(tx);
    if (depth > 0) outer.push(...last);
    else for (const one of last.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) await one.work(tx);
    if (failure) throw failure.error;
    over = true;
    const { command } = await ask(client, { text: words.end });
    if (command === 'ROLLBACK') throw new Error('PostgreSQL undid a transaction that was to be committed.');
    return result;
  } catch (error) {
    over = true;
    // On a connection that is gone this fails too, and the first error is the one that tells.
    await ask(client, { text: words.undo }).catch(() => {});
    // Of statements under way together, those behind the one that failed are refused for its sake.
    throw failure && isStatementError(error) ? failure.error : error;
  }
}

function isStatementError(error: unknown): boolean {
  return error instanceof DatabaseError || error instanceof LostError;
}

function wordsAt(depth: number, plans: Plans) {
  const begin = plans === 'kept' ? 'begin; set local plan_cache_mode = force_generic_plan' : 'begin';
  if (depth === 0) return { begin, end: 'commit', undo: 'rollback' };
  const name = `s${depth}`;
  return {
    begin: `savepoint ${name}`,
    end: `release savepoint ${name}`,
    undo: `rollback to savepoint ${name}; release savepoint ${name}`,
  };
}

function sqlOver(run: (statement: Partial<Statement> & { text: string }) => Promise<QueryResult>): Sql {
  const sql = async (...[strings, ...parameters]: Parameters<Sql>) =>
    rowsOf(await run(statementOf(strings, parameters)));
  const unsafe = async (...[text, parameters]: Parameters<Sql['unsafe']>) =>
    rowsOf(await run(parameters ? statementOfText(text, parameters) : { text }));
  return Object.assign(sql, { unsafe }) as Sql;
}

/** Of several statements at once, the last one's. */
function rowsOf<T extends readonly object[]>(answer: QueryResult | QueryResult[]): Rows<T> {
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  // Not enumerable: a list with rows and nothing else, to whoever compares or writes it.
  return Object.defineProperty(last?.rows ?? [], 'count', { value: last?.rowCount ?? 0 }) as unknown as Rows<T>;
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
