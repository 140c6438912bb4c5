// Who works here, as colleagues need to know it: to call somebody in a note.

import type { Role } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { type Scope, scopesOf } from './permissions.ts';

const reading: Scope = 'conversations:read';

/** Names of those of these who may read threads, by id. */
export async function colleaguesById(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<{ id: string; name: string; role: Role }[]>`
    select id, name, role from access_users where id = any(${[...ids]}::uuid[])`;
  return new Map(rows.filter(mayRead).map(({ id, name }) => [id, name]));
}

/** Everybody who may read threads, by name. */
export async function colleagues(db: Reader): Promise<{ id: string; name: string }[]> {
  const rows = await db.sql<{ id: string; name: string; role: Role }[]>`
    select id, name, role from access_users order by lower(name), id limit 5000`;
  return rows.filter(mayRead).map(({ id, name }) => ({ id, name }));
}

function mayRead({ role }: { role: Role }): boolean {
  return scopesOf(role).has(reading);
}

/** Names of people and keys who did something, by id, whatever they may read; those who have no access any more are left out. */
export async function actorNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql<{ id: string; name: string }[]>`
    select id::text, name from access_users where id::text = any(${[...ids]}::text[])
    union all select id::text, name from api_keys where id::text = any(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
