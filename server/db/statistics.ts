// Figures for the planner before it has any. PostgreSQL looks at a new table after a minute or so; until then it takes every condition for
// equally good, and may look for one person by reading all of an account.

import type { Database } from './connect.ts';

/** Has tables looked at that hold something and were never looked at: new ones, and all of a database that was put back. Answers how many. */
export async function analyzeUnknown(db: Database): Promise<number> {
  const tables = await db.sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.reltuples < 0
      and c.relowner = current_user::regrole and pg_relation_size(c.oid) > 0`;
  for (const { name } of tables) await db.sql.unsafe(`analyze ${name}`);
  return tables.length;
}
