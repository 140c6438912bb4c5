// The access room, people as colleagues see them: whom a conversation can be given to.

import type { Role } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { scopesOf } from './permissions.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** Everybody who may answer customers, by name. */
export async function assignable(db: Reader): Promise<Colleague[]> {
  const rows = await db.sql<
    (Colleague & { role: Role })[]
  >`select id, name, role from access_users order by lower(name), id`;
  return rows.filter(answers).map(({ id, name }) => ({ id, name }));
}

/** Of these, those who are here and may answer customers. */
export async function assignableById(db: Reader, ids: readonly string[]): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<(Colleague & { role: Role })[]>`
    select id, name, role from access_users where id = any(${[...ids]}::uuid[])`;
  return new Map(rows.filter(answers).map(({ id, name }) => [id, { id, name }]));
}

function answers({ role }: { role: Role }): boolean {
  return scopesOf(role).has('conversations:reply');
}
