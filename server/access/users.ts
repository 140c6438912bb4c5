// People as an administrator sees them: invited, changed, suspended, removed. There is always an administrator left who can sign in.

import type { Role, User } from '@throughline/contract';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { endSessionsOf } from './store.ts';

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspended: boolean;
  readonly password: boolean;
  readonly secondFactor: boolean;
  readonly passkeys: number;
  readonly singleSignOn: boolean;
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
  readonly createdAt: Date;
}

/** All of them, by name: a team is hundreds at most, and a list one searches in is whole. */
export async function allUsers(reader: Reader, now: Date): Promise<User[]> {
  return (await usersWhere(reader, undefined, now)).map(userOf);
}

export async function userById(reader: Reader, id: string, now: Date): Promise<User | undefined> {
  const [row] = await usersWhere(reader, id, now);
  return row && userOf(row);
}

async function usersWhere(reader: Reader, id: string | undefined, now: Date): Promise<UserRow[]> {
  return await reader.sql<UserRow[]>`
    select u.id, u.name, u.email, u.role, u.suspended_at is not null as suspended, u.two_factor_enabled as "secondFactor",
           u.created_at as "createdAt",
           exists (select from access_accounts a where a.user_id = u.id and a.provider_id = 'credential') as password,
           exists (select from access_accounts a where a.user_id = u.id and a.provider_id <> 'credential') as "singleSignOn",
           (select count(*)::int from access_passkeys p where p.user_id = u.id) as passkeys,
           (select count(*)::int from access_sessions s where s.user_id = u.id and s.expires_at > ${now}) as sessions,
           (select max(s.last_seen_at) from access_sessions s where s.user_id = u.id) as "lastSeenAt"
    from access_users u
    ${id === undefined ? fragment`` : fragment`where u.id = ${id}`}
    order by lower(u.name), u.id`;
}

function userOf(row: UserRow): User {
  const { id, name, email, role, suspended, password, secondFactor, passkeys, singleSignOn, sessions } = row;
  const canSignIn = password || singleSignOn || passkeys > 0;
  return {
    id,
    name,
    email,
    role,
    state: suspended ? 'suspended' : canSignIn ? 'active' : 'invited',
    signIn: { password, secondFactor, passkeys, singleSignOn },
    sessions,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Somebody without a way to sign in yet. @returns undefined where the address is somebody's already. */
export async function inviteUser(
  tx: Transaction,
  person: { name: string; email: string; role: Role },
): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }[]>`
    insert into access_users (name, email, role) values (${person.name}, ${person.email.trim().toLowerCase()}, ${person.role})
    on conflict (email) do nothing returning id`;
  return row?.id;
}

export interface UserChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly suspended?: boolean | undefined;
}
export type ChangeOutcome =
  | { kind: 'changed'; before: { name: string; role: Role; suspended: boolean }; email: string }
  | { kind: 'unknown' }
  | { kind: 'last_admin' };

/** A role counts from the person's next request; suspending ends every session. */
export async function changeUser(tx: Transaction, id: string, change: UserChange, now: Date): Promise<ChangeOutcome> {
  const lasts = await isLastAdmin(tx, id);
  const [before] = await tx.sql<{ name: string; role: Role; suspended: boolean; email: string }[]>`
    select name, role, suspended_at is not null as suspended, email from access_users where id = ${id} for update`;
  if (before === undefined) return { kind: 'unknown' };
  const leaves = (change.role !== undefined && change.role !== 'admin') || change.suspended === true;
  if (leaves && lasts) return { kind: 'last_admin' };
  const name = change.name ?? before.name;
  const role = change.role ?? before.role;
  const suspended = change.suspended ?? before.suspended;
  await tx.sql`
    update access_users
    set name = ${name}, role = ${role}, updated_at = ${now},
        suspended_at = case when ${suspended} then coalesce(suspended_at, ${now}) end
    where id = ${id}`;
  if (suspended && !before.suspended) await endSessionsOf(tx, id);
  return { kind: 'changed', before, email: before.email };
}

export type RemoveOutcome =
  | { kind: 'removed'; name: string; role: Role }
  | { kind: 'unknown' }
  | { kind: 'last_admin' };

/** With passwords, passkeys, sessions and links. What they did stays under their name. */
export async function removeUser(tx: Transaction, id: string): Promise<RemoveOutcome> {
  if (await isLastAdmin(tx, id)) return { kind: 'last_admin' };
  const [row] = await tx.sql<{ name: string; role: Role }[]>`
    delete from access_users where id = ${id} returning name, role`;
  return row === undefined ? { kind: 'unknown' } : { kind: 'removed', ...row };
}

/** Takes the authenticator app away from somebody who has lost it. @returns whether there was one. */
export async function dropSecondFactor(tx: Transaction, id: string): Promise<boolean> {
  await tx.sql`update access_users set two_factor_enabled = false where id = ${id}`;
  return (await tx.sql`delete from access_second_factors where user_id = ${id}`).count > 0;
}

/** How many backup codes somebody has left. `read` opens what is kept sealed. */
export async function backupCodesLeft(
  reader: Reader,
  userId: string,
  read: (sealed: string) => Promise<string>,
): Promise<number> {
  const [row] = await reader.sql<{ codes: string }[]>`
    select backup_codes as codes from access_second_factors where user_id = ${userId}`;
  const codes: unknown = row === undefined ? [] : JSON.parse(await read(row.codes));
  return Array.isArray(codes) ? codes.length : 0;
}

/** Whether nobody has access yet, so that the first administrator is to be made. */
export async function nobodyYet(reader: Reader): Promise<boolean> {
  const [row] = await reader.sql<{ any: boolean }[]>`select exists (select from access_users) as any`;
  return row?.any === false;
}

/** Locks the administrators' rows: of two who demote each other at once, the second finds nobody else left. */
async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  const admins = await tx.sql<{ id: string }[]>`
    select u.id from access_users u
    where u.role = 'admin' and u.suspended_at is null
      and (exists (select from access_accounts a where a.user_id = u.id) or exists (select from access_passkeys p where p.user_id = u.id))
    order by u.id for update`;
  return admins.length === 1 && admins[0]?.id === id;
}
