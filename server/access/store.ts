// The room's statements. better-auth writes sessions and password changes with statements of its own (see sign-in.ts).

import type { Role } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly portfolioIds: readonly PortfolioId[] | null;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const keyColumns = fragment`
  id, name, role, portfolio_ids as "portfolioIds", prefix, created_at as "createdAt", last_used_at as "lastUsedAt",
  expires_at as "expiresAt", revoked_at as "revokedAt"`;

/** One probe of the unique index on the hash. */
export async function keyByHash(reader: Reader, hash: Buffer): Promise<KeyRow | undefined> {
  const [row] = await reader.sql<KeyRow[]>`select ${keyColumns} from api_keys where hash = ${hash}`;
  return row;
}

export async function allKeys(reader: Reader): Promise<KeyRow[]> {
  return await reader.sql<KeyRow[]>`select ${keyColumns} from api_keys order by created_at, id`;
}

export interface NewKeyRow {
  readonly name: string;
  readonly role: Role;
  readonly portfolioIds: readonly PortfolioId[] | null;
  readonly hash: Buffer;
  readonly prefix: string;
  readonly expiresAt: Date | null;
}

export async function addKey(tx: Transaction, key: NewKeyRow): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    insert into api_keys (name, role, portfolio_ids, hash, prefix, expires_at)
    values (${key.name}, ${key.role}, ${key.portfolioIds === null ? null : [...key.portfolioIds]}::text[], ${key.hash}, ${key.prefix},
            ${key.expiresAt})
    returning id`;
  if (row === undefined) throw new Error('insert into api_keys returned no row');
  return row.id;
}

/** @returns whether there was such a key, still in force. */
export async function endKey(tx: Transaction, id: string): Promise<boolean> {
  const done = await tx.sql`update api_keys set revoked_at = now() where id = ${id} and revoked_at is null`;
  return done.count > 0;
}

/** Several nodes may want to write the same minute: the condition makes all but the first a no-op. */
export async function markKeyUsed(tx: Transaction, use: { id: string; at: Date; unlessSince: Date }): Promise<void> {
  await tx.sql`
    update api_keys set last_used_at = ${use.at}
    where id = ${use.id} and (last_used_at is null or last_used_at <= ${use.unlessSince})`;
}

export interface PersonRow {
  readonly id: string;
  /** The scrypt hash, with its salt; null for a person who cannot sign in by password. */
  readonly passwordHash: string | null;
}

/** Locks the person's row, so that two saves of one address do not interleave. */
export async function lockPerson(tx: Transaction, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.sql<PersonRow[]>`
    select u.id, a.password as "passwordHash"
    from access_users u left join access_accounts a on a.user_id = u.id and a.provider_id = 'credential'
    where u.email = ${email}
    for update of u`;
  return row;
}

export async function savePerson(
  tx: Transaction,
  person: { email: string; name: string; role: Role },
): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    insert into access_users (email, name, role) values (${person.email}, ${person.name}, ${person.role})
    on conflict (email) do update set name = excluded.name, role = excluded.role, updated_at = now()
    returning id`;
  if (row === undefined) throw new Error('insert into access_users returned no row');
  return row.id;
}

/** better-auth looks for provider 'credential' with the person's own id as the account's. */
export async function savePassword(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
  await tx.sql`
    insert into access_accounts (user_id, provider_id, account_id, password)
    values (${userId}, 'credential', ${userId}::text, ${passwordHash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`;
}

export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.sql`delete from access_sessions where user_id = ${userId}`;
}

export async function isSuspended(reader: Reader, userId: string): Promise<boolean> {
  const [row] = await reader.sql<{ suspended: boolean }[]>`
    select suspended_at is not null as suspended from access_users where id = ${userId}`;
  return row?.suspended === true;
}

/** Sessions past their end keep an address and a browser's name: they go. @returns how many went. */
export async function sweepSessions(tx: Transaction, now: Date): Promise<number> {
  await tx.sql`delete from access_verifications where expires_at <= ${now}`;
  const swept = await tx.sql`delete from access_sessions where expires_at <= ${now}`;
  return swept.count;
}

export interface PersonFound {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** By address, or by the step between password and code, which better-auth keeps as a verification. */
export async function personBy(
  reader: Reader,
  { email, challenge }: { email?: string; challenge?: string },
): Promise<PersonFound | undefined> {
  const [row] =
    challenge === undefined
      ? await reader.sql<PersonFound[]>`select id, name, role from access_users where email = ${email ?? ''}`
      : await reader.sql<PersonFound[]>`
          select u.id, u.name, u.role from access_verifications v join access_users u on u.id::text = v.value
          where v.identifier = ${challenge}`;
  return row;
}
