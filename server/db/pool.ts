// The connections: a pool of them, each answering its statements in order, several on their way at once ("pipelining").
//
// A connection that is cut, at whatever moment, is an error for whoever was using it and is left out of the pool; where
// nobody was, it is nobody's error. `LostError` is that error: everything the driver says about a connection has a code here.

import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientConfig,
  DatabaseError,
  Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
  types,
} from 'pg';

const connectTimeoutMs = 10_000;
const closeTimeoutMs = 5_000;
const goodbyeTimeoutMs = 1_000;
const lookEveryMs = 5;

/** The connection is gone, or could not be had. What was asked of it may have happened or not. */
export class LostError extends Error {
  override readonly name = 'LostError';
  readonly code = 'CONNECTION_LOST';
}

export interface Connections {
  /** For better-auth, which brings statements of its own. */
  readonly pool: Pool;
  /** Lends a connection for as long as `work` runs. @throws what `work` throws, or why there was no connection. */
  lend<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Waits for who has borrowed or waits, at most five seconds, then cuts. Nothing is lent any more. */
  close(): Promise<void>;
}

export function configOf(url: string, name: string): ClientConfig {
  const full = new URL(url);
  // "require" and the like mean what they mean to psql; the driver alone would read them as verify-full.
  if (full.searchParams.has('sslmode')) full.searchParams.set('uselibpqcompat', 'true');
  return {
    connectionString: full.href,
    application_name: name,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 60_000,
    types: { getTypeParser },
  };
}

export function openConnections(config: ClientConfig, most: number): Connections {
  const clients = new Set<Client>();
  let closing: Promise<void> | undefined;
  let cutting = false;

  /** Known from its first moment, so that a death while it connects finds a listener, and closing finds it. */
  class OwnClient extends Client {
    constructor(given?: ClientConfig) {
      super(given);
      clients.add(this);
      this.on('error', () => {});
      this.on('end', () => clients.delete(this));
      if (cutting) setImmediate(() => cut(this));
    }
  }

  const pool = new Pool({ ...config, max: most, idleTimeoutMillis: 0, pipeline: true, Client: OwnClient });
  pool.on('error', () => {});

  async function lend<T>(work: (client: Client) => Promise<T>): Promise<T> {
    if (closing) throw new LostError('The database has been closed here.');
    let client: PoolClient | undefined;
    let broken = false;
    try {
      client = await pool.connect().catch(explain);
      return await work(client);
    } catch (error) {
      broken = leavesItUnfit(error);
      throw error;
    } finally {
      client?.release(broken || client.getTransactionStatus() !== 'I');
    }
  }

  async function shut(): Promise<void> {
    const busy = () => pool.totalCount - pool.idleCount + pool.waitingCount > 0;
    if (await waitWhile(busy, closeTimeoutMs)) {
      cutting = true;
      for (const client of clients) cut(client);
      await waitWhile(busy, goodbyeTimeoutMs);
    }
    // Who borrowed and does nothing with it, in a transaction that waits for something else, is not waited for.
    let ended = false;
    void pool.end().then(() => {
      ended = true;
    });
    await waitWhile(() => !ended, goodbyeTimeoutMs);
    if (await waitWhile(() => clients.size > 0, goodbyeTimeoutMs)) for (const client of clients) cut(client);
  }

  const close = () => {
    closing ??= shut();
    return closing;
  };
  return { pool, lend, close };
}

/** Ends a connection that is no pool's: politely, or after a second without. */
export async function endClient(client: Client): Promise<void> {
  let ended = false;
  client.end(() => {
    ended = true;
  });
  if (await waitWhile(() => !ended, goodbyeTimeoutMs)) cut(client);
}

function cut(client: Client): void {
  client.connection.stream.destroy();
}

/** Answers whether it still was so at the end. */
async function waitWhile(condition: () => boolean, mostMs: number): Promise<boolean> {
  const until = Date.now() + mostMs;
  while (condition() && Date.now() < until) await sleep(lookEveryMs);
  return condition();
}

/** One statement. Rejects with PostgreSQL's error, or with why the connection did not carry it. */
export async function ask(client: Client, query: QueryConfig): Promise<QueryResult> {
  return await client.query(query).catch(explain);
}

/** What the driver says of connections is an Error without a code; from here on it has one. */
function explain(error: unknown): never {
  if (error instanceof DatabaseError) Object.assign(error, { name: 'PostgresError' });
  else if (error instanceof Error && error.constructor === Error && !('code' in error))
    throw new LostError(error.message, { cause: error });
  throw error;
}

/** The connection is dying, or what was prepared on it fits the schema no more: the next borrower gets another. */
function leavesItUnfit(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return error instanceof LostError;
  if (error.severity === 'FATAL' || error.severity === 'PANIC') return true;
  return error.routine === 'RevalidateCachedQuery' || error.routine === 'FetchPreparedStatement';
}

const int8 = 20;
const int8Array = 1016;
const textArray: number = 1009;
const parseTexts: (text: string) => (string | null)[] = types.getTypeParser(textArray);

/** As the driver does, but int8 as numbers: ours are counters and millisecond times, far below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === int8) return Number;
  if (oid === int8Array) return (text: string) => parseTexts(text).map((one) => (one === null ? null : Number(one)));
  return types.getTypeParser(oid, format as 'text');
}
