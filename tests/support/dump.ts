// What a dump of the database holds: every row of every table, as COPY writes it, all of one moment. It is not made by pg_dump, which the
// machines of the tests have not got; definitions, which hold nothing of anybody, are left out.

import { type Client, Query } from 'pg';
import type { Database } from '../../server/db/connect.ts';

/** By table, with its schema. */
export async function dumpOf(db: Database): Promise<Map<string, Buffer>> {
  return await db.connections.lend(async (client) => {
    await client.query('begin isolation level repeatable read, read only');
    try {
      const tables = await client.query<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1`,
      );
      const dump = new Map<string, Buffer>();
      for (const { name } of tables.rows) dump.set(name, await copied(client, name));
      return dump;
    } finally {
      await client.query('rollback');
    }
  });
}

/** The driver hands on what COPY sends, and keeps nothing of it by itself. */
function copied(client: Client, table: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    const query = new Query({ text: `copy (select * from ${table}) to stdout` });
    Object.assign(query, { handleCopyData: ({ chunk }: { chunk: Buffer }) => pieces.push(Buffer.from(chunk)) });
    query.on('error', reject);
    query.on('end', () => resolve(Buffer.concat(pieces)));
    client.query(query);
  });
}
