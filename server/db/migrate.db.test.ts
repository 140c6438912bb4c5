import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '../../tests/support/database.ts';
import { assertDurable, connect } from './connect.ts';
import { migrate } from './migrate.ts';

const files = readdirSync(join(import.meta.dirname, 'migrations')).sort();
const made: FreshDatabase[] = [];

async function empty(): Promise<string> {
  const fresh = await emptyDatabase();
  made.push(fresh);
  return fresh.url;
}

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const db = connect(url, { connections: 1 });
  try {
    return (await db.sql.unsafe(statement)) as unknown as Row[];
  } finally {
    await db.close();
  }
}

const tablesOf = async (url: string) =>
  (
    await ask<{ name: string }>(
      url,
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
  ).map((row) => row.name);

afterEach(async () => {
  for (const fresh of made.splice(0)) await fresh.drop();
});

describe('migrating', () => {
  it('brings an empty database to the schema, each file once and in order; a second time does nothing', async () => {
    const url = await empty();
    expect(await migrate(url)).toEqual(files);
    expect(await tablesOf(url)).toEqual(expect.arrayContaining(['conversations', 'evidence', 'inbox', 'access_users']));
    expect(await migrate(url)).toEqual([]);
  });

  it('gives two nodes that start at once the same schema, each migration applied by one of them', async () => {
    const url = await empty();
    const [one, other] = await Promise.all([migrate(url), migrate(url)]);
    expect([...one, ...other].sort()).toEqual(files);
    expect(await migrate(url)).toEqual([]);
  });

  it('refuses a migration that was edited after it was applied, and names it', async () => {
    const url = await empty();
    await migrate(url);
    await ask(url, `update migrations set hash = 'another' where name = '${files[0]}'`);
    await expect(migrate(url)).rejects.toThrow(`Migration ${files[0]} was changed after it was applied`);
  });

  it('refuses a database that is newer than the program, before touching anything', async () => {
    const url = await empty();
    await migrate(url);
    await ask(url, "insert into migrations (name, hash) values ('9999-of-tomorrow.sql', 'x')");
    await expect(migrate(url)).rejects.toThrow('newer than this program (it has 9999-of-tomorrow.sql)');
  });

  it('leaves nothing of a migration that fails, and says why', async () => {
    const url = await empty();
    await ask(url, 'create table conversations (id int)');
    await expect(migrate(url)).rejects.toThrow('already exists');
    expect(await tablesOf(url)).toEqual(['conversations', 'migrations']);
    expect(await ask(url, 'select name from migrations')).toEqual([]);
  });
});

describe('a database that may forget', () => {
  const role = `forgetful_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  let server = '';

  afterAll(async () => {
    if (server !== '') await ask(server, `drop role if exists ${role}`);
  });

  it('is refused, with the setting that is wrong and what to do', async () => {
    const url = await empty();
    server = Object.assign(new URL(url), { pathname: '/postgres' }).href;
    await ask(url, `create role ${role} login password 'x' in role pg_monitor`);
    await ask(url, `alter role ${role} set synchronous_commit = off`);
    const asRole = Object.assign(new URL(url), { username: role, password: 'x' }).href;
    expect(await refusalOf(asRole)).toContain('synchronous_commit is off: set it to on for this database or role');
    await ask(url, `alter role ${role} set synchronous_commit = on`);
    expect(await refusalOf(asRole)).not.toContain('synchronous_commit');
  });

  async function refusalOf(url: string): Promise<string> {
    const db = connect(url, { connections: 1 });
    try {
      return await assertDurable(db).then(
        () => 'not refused',
        (error: Error) => error.message,
      );
    } finally {
      await db.close();
    }
  }
});
