import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignWrites, networkBelowDoors, type Source, tableOwners } from '../../tools/laws.ts';

const root = join(import.meta.dirname, '../..');
const migrations = sourcesUnder('server/db/migrations', '.sql');
const sources = sourcesUnder('server', '.ts');

describe('only the owning room writes a table', () => {
  it('holds in this repository, where every table has a room', () => {
    const { owners, findings } = tableOwners(migrations);
    expect(findings).toEqual([]);
    expect(owners.size).toBeGreaterThan(5);
    for (const room of owners.values()) expect(existsSync(join(root, 'server', room)), `server/${room}`).toBe(true);
    expect(foreignWrites(sources, owners)).toEqual([]);
  });

  it('names a table without a room', () => {
    const text =
      '-- room: contacts\ncreate table contacts (\n  id uuid\n);\ncreate table if not exists lost (id uuid);\n';
    const { owners, findings } = tableOwners([{ path: '0001.sql', text }]);
    expect(owners.get('contacts')).toBe('contacts');
    expect(findings).toEqual([{ path: '0001.sql', line: 5, what: 'lost has no "-- room: NAME" above it' }]);
  });

  it('gives a partition to the room of its parent', () => {
    const text = '-- room: inbox\ncreate table inbox (day date);\ncreate table inbox_1 partition of inbox default;\n';
    expect(tableOwners([{ path: '0001.sql', text }]).owners.get('inbox_1')).toBe('inbox');
  });

  const owners = new Map([['contacts', 'contacts']]);
  it.each([
    ['insert', 'insert into contacts (id) values (1)'],
    ['update', 'update contacts as c\n  set name = 1'],
    ['update without an alias', 'UPDATE public.contacts SET name = 1'],
    ['delete', 'delete\n from only "contacts" where true'],
    ['merge', 'merge into contacts using x on true'],
    ['truncate', 'truncate table contacts'],
    ['copy', 'copy contacts (id) from stdin'],
    ['insert in a common table expression', 'with x as (insert into contacts select 1 returning id) select 1'],
  ])("finds another room's %s", (_, sql) => {
    const text = `const a = 1;\nawait tx.sql\`${sql}\`;\n`;
    expect(foreignWrites([{ path: 'server/inbox/store.ts', text }], owners)).toHaveLength(1);
    expect(foreignWrites([{ path: 'server/contacts/store.ts', text }], owners)).toEqual([]);
  });

  it.each([`insert into \${sql(table)} values (1)`, `update \${sql(table)} set a = 1`, `delete from \${sql(table)}`])(
    'finds a write whose table cannot be read: %s',
    (sql) => {
      const found = foreignWrites([{ path: 'server/contacts/store.ts', text: `tx.sql\`${sql}\`` }], owners);
      expect(found).toHaveLength(1);
    },
  );

  it('lets the engine of the data map alone write a table it is told', () => {
    const text = `delete from \${table} where true`;
    expect(foreignWrites([{ path: 'server/db/data-map/statements.ts', text }], owners)).toEqual([]);
    expect(foreignWrites([{ path: 'server/db/data-map/walk.ts', text }], owners)).toHaveLength(1);
    expect(
      foreignWrites([{ path: 'server/db/data-map/statements.ts', text: 'delete from contacts' }], owners),
    ).toHaveLength(1);
  });

  it('takes reading and locking for what they are', () => {
    const text = 'select 1 from contacts for update of contacts skip locked; on conflict (id) do update set a = 1';
    expect(foreignWrites([{ path: 'server/inbox/store.ts', text }], owners)).toEqual([]);
  });
});

describe('no network inside a transaction', () => {
  it('holds in this repository: flows, rooms and views reach for none', () => {
    expect(networkBelowDoors(sources)).toEqual([]);
  });

  it.each([
    'await fetch(url);',
    'globalThis.fetch (url);',
    "import { request } from 'node:https';",
    "import 'undici';",
    "const http = await import('http');",
    'new WebSocket(url);',
  ])('finds %s in a flow, and lets a job do it', (text) => {
    expect(networkBelowDoors([{ path: 'server/flows/some.ts', text }])).toHaveLength(1);
    expect(networkBelowDoors([{ path: 'server/contacts/store.ts', text }])).toHaveLength(1);
    expect(networkBelowDoors([{ path: 'server/jobs/deliver-messages.ts', text }])).toEqual([]);
  });

  it('is not disturbed by words that look alike', () => {
    const text = "import type { Server } from 'node:http';\n// fetch (later)\nprefetch(1);\nrow.fetch(2);";
    expect(networkBelowDoors([{ path: 'server/flows/some.ts', text }])).toEqual([]);
  });
});

function sourcesUnder(folder: string, ending: string): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
