import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from './connect.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 1 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

/** Tables that say of themselves, in the comment above them or at the head of their file, that they stay on one node. */
function localTables(): Set<string> {
  const local = new Set<string>(['migrations']);
  const folder = join(import.meta.dirname, 'migrations');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const head = /^(--.*\n)+/.exec(text)?.[0] ?? '';
    const allLocal = /^-- These tables are coordinator-local/im.test(head);
    for (const [, comment = '', table = ''] of text.matchAll(/((?:^--.*\n)*)create table (\w+)/gim))
      if (allLocal || /^-- Coordinator-local/im.test(comment)) local.add(table);
  }
  return local;
}

interface Key {
  table: string;
  key: string;
  kind: 'p' | 'u' | 'f' | 'index';
  first: string;
}

async function keys(): Promise<Key[]> {
  return await db.sql<Key[]>`
    select k.conrelid::regclass::text as table, k.conname as key, k.contype::text as kind, a.attname as first
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
    union all
    select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'index', a.attname
    from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique`;
}

describe('the schema', () => {
  it('begins every key of every table with portfolio_id, unless the table says that it is coordinator-local', async () => {
    const local = localTables();
    expect([...local]).toEqual(expect.arrayContaining(['inbox', 'lanes', 'parked', 'wabas', 'access_users']));
    const wrong = (await keys()).filter((one) => one.first !== 'portfolio_id' && !local.has(one.table));
    expect(wrong).toEqual([]);
  });

  it('gives every table a primary key', async () => {
    const bare = await db.sql<{ name: string }[]>`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`;
    expect(bare).toEqual([]);
  });

  it('has one type for portfolio_id everywhere', async () => {
    const types = await db.sql<{ type: string }[]>`
      select distinct data_type as type from information_schema.columns where table_schema = 'public' and column_name = 'portfolio_id'`;
    expect(types).toEqual([{ type: 'text' }]);
  });

  it('names no room it does not have: each table says whose it is', () => {
    const folder = join(import.meta.dirname, 'migrations');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), 'utf8');
      const tables = [...text.matchAll(/^create table (\w+)/gim)].length;
      expect([...text.matchAll(/^-- room: [\w-]+\ncreate table/gim)].length, file).toBe(tables);
    }
  });

  it('orders ties by their bytes, whatever the language of the database', async () => {
    const ties = await db.sql<{ name: string; collation: string | null }[]>`
      select table_name || '.' || column_name as name, collation_name as collation from information_schema.columns
      where table_schema = 'public' and (column_name = 'tie' or column_name like '%\\_tie')`;
    expect(ties.length).toBeGreaterThan(10);
    expect(ties.filter((one) => one.collation !== 'C')).toEqual([]);
  });
});
