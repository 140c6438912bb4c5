// better-auth builds its statements with Kysely; this hands them to our own pool.
//
// The ready-made dialect for postgres.js (kysely-postgres-js 3.0) reserves a connection for each statement. Tried: after
// the database had been away, a sign-in waited forever for a reserved connection while ordinary statements recovered.

import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Database } from '../db/connect.ts';

/** Each statement takes whichever connection is free, so there are no transactions: better-auth is told to do without. */
export function dialectOver(db: Database): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
      // Kysely leaves the types of parameters open; better-auth's are texts, dates, booleans and null.
      const rows = await db.sql.unsafe(sql, parameters as (string | Date | boolean | null)[]);
      const result: QueryResult<R> = { rows: [...rows] as R[], numAffectedRows: BigInt(rows.count) };
      return result;
    },
    streamQuery: () => {
      throw new Error('Nothing here streams.');
    },
  };
  const noTransactions = async () => {
    throw new Error('Transactions are for our own statements: use inTransaction.');
  };
  const nothing = async () => {};
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    destroy: nothing,
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
