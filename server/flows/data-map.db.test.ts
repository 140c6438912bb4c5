import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { tableOwners } from '../../tools/laws.ts';
import { connect, type Database, inTransaction, type Reader } from '../db/connect.ts';
import { isCustomers, marksOf } from '../db/data-map/marks.ts';
import { dataMap, roomMaps } from './data-map.ts';

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

async function columnsOfSchema(reader: Reader = db): Promise<string[]> {
  const rows = await reader.sql<{ name: string }[]>`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' order by 1`;
  return rows.map((row) => row.name);
}

const marked = [...dataMap].flatMap(([table, { columns }]) =>
  Object.keys(columns).map((column) => `${table}.${column}`),
);

describe('the data map', () => {
  it('marks every column there is', async () => {
    const known = new Set(marked);
    expect((await columnsOfSchema()).filter((name) => !known.has(name))).toEqual([]);
  });

  it('marks no column that is not there', async () => {
    const there = new Set(await columnsOfSchema());
    expect(marked.filter((name) => !there.has(name))).toEqual([]);
  });

  it('would notice a column that comes without a mark', async () => {
    const known = new Set(marked);
    let unmarked: string[] = [];
    const undone = inTransaction(db, async (tx) => {
      await tx.sql.unsafe('alter table calls add column voicemail text');
      unmarked = (await columnsOfSchema(tx)).filter((name) => !known.has(name));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(unmarked).toEqual(['calls.voicemail']);
  });

  it('has each table stated by the room that owns it, and each room that owns one', () => {
    const folder = join(import.meta.dirname, '../db/migrations');
    const migrations = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    const { owners } = tableOwners(migrations);
    const stated = Object.entries(roomMaps).flatMap(([room, map]) => Object.keys(map).map((table) => [table, room]));
    expect(stated.sort()).toEqual([...owners].sort());
    const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('/data-map.ts') && !/^(flows|db)\//.test(file)).length).toBe(
      Object.keys(roomMaps).length - 1,
    );
  });

  it('gives marks by path to json columns with anything personal in them, and to nothing else', async () => {
    const json = await db.sql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('json', 'jsonb')`;
    const isJson = new Set(json.map((row) => row.name));
    for (const [table, { columns }] of dataMap)
      for (const [column, marks] of Object.entries(columns)) {
        const name = `${table}.${column}`;
        if (typeof marks !== 'string') expect(isJson, name).toContain(name);
        else if (isJson.has(name)) expect(['none', 'pseudonym'], name).toContain(marks);
      }
  });

  it('says whose the rows are wherever a column holds something of a customer', () => {
    for (const [table, stated] of dataMap) {
      const personal = Object.values(stated.columns).flatMap(marksOf).some(isCustomers);
      if (personal) expect(stated.rows, table).not.toBe('nobody');
    }
  });

  it('pages each table by its primary key', async () => {
    const keys = await db.sql<{ table: string; key: string[] }[]>`
      select k.conrelid::regclass::text as table,
             (select array_agg(a.attname::text order by place) from unnest(k.conkey) with ordinality as c (number, place)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number where a.attname <> 'portfolio_id') as key
      from pg_constraint k where k.connamespace = 'public'::regnamespace and k.contype = 'p'`;
    const keyOf = new Map(keys.map((row) => [row.table, row.key]));
    for (const [table, stated] of dataMap)
      if (stated.rows !== 'nobody') expect([table, stated.key]).toEqual([table, keyOf.get(table)]);
  });

  it('withholds and replaces only columns there are, each with a reason', () => {
    for (const [table, stated] of dataMap) {
      if (stated.rows === 'nobody') continue;
      const named = [
        ...Object.entries(stated.withheld ?? {}),
        ...(typeof stated.erase === 'object' && 'replace' in stated.erase ? Object.entries(stated.erase.replace) : []),
      ];
      for (const [column, word] of named) {
        expect(Object.keys(stated.columns), `${table}.${column}`).toContain(column);
        expect(word.length, `${table}.${column}`).toBeGreaterThan(3);
      }
    }
  });
});
