// Forward-only migrations: numbered SQL files, each applied once, in order, in a transaction of its own.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Database, inTransaction } from './connect.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any constant does; it keeps two starting nodes from migrating at once. */
const lockKey = 7_470_001;

/**
 * Brings the database at `url` to this version's schema. Safe to run from several nodes at once.
 *
 * @throws when an applied migration was edited afterwards, or the database is newer than this program.
 */
export async function migrate(url: string): Promise<string[]> {
  const db = connect(url, { connections: 1, name: 'throughline-migrate' });
  try {
    await db.sql`select pg_advisory_lock(${lockKey}::int)`;
    return await applyMissing(db);
  } finally {
    await db.close();
  }
}

async function applyMissing(db: Database): Promise<string[]> {
  await db.sql`create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`;
  const applied = new Map(
    (await db.sql<{ name: string; hash: string }[]>`select name, hash from migrations`).map((row) => [
      row.name,
      row.hash,
    ]),
  );
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const unknown = [...applied.keys()].filter((name) => !files.includes(name));
  if (unknown.length > 0)
    throw new Error(`The database is newer than this program (it has ${unknown.join(', ')}). Update Throughline.`);
  const done: string[] = [];
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const before = applied.get(name);
    if (before === hash) continue;
    if (before !== undefined)
      throw new Error(
        `Migration ${name} was changed after it was applied. Restore it and put the change in a new file.`,
      );
    await inTransaction(db, async (tx) => {
      await tx.sql.unsafe(text);
      await tx.sql`insert into migrations (name, hash) values (${name}, ${hash})`;
    });
    done.push(name);
  }
  return done;
}
