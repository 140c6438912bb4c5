// One-time links: how somebody comes in before having a way to sign in. A link is 32 random bytes, shown once; the database has its
// sha256. It works once and for a while; a newer one for the same purpose ends the older.

import { hash, randomBytes } from 'node:crypto';
import type { LinkRead } from '@throughline/contract';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';

export type Purpose = LinkRead['purpose'];
export interface MadeLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** `userId` of everybody but the first administrator, who is nobody yet. */
export async function makeLink(
  tx: Transaction,
  { purpose, userId, now }: { purpose: Purpose; userId?: string; now: Date },
): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + (purpose === 'join' ? limits.joinLinkMs : limits.linkMs));
  await tx.sql`
    delete from access_links where used_at is null and user_id is not distinct from ${userId ?? null}::uuid`;
  await tx.sql`
    insert into access_links (hash, purpose, user_id, expires_at)
    values (${digestOf(token)}, ${purpose}, ${userId ?? null}, ${expiresAt})`;
  return { token, expiresAt };
}

/** Where a browser opens it. What stands behind the # is sent to no server and stands in no log. */
export function linkAddress(baseUrl: string, token: string): string {
  return `${new URL(baseUrl).origin}/welcome#${token}`;
}

export type FoundLink =
  | { kind: 'found'; id: string; purpose: Purpose; userId: string | null; name: string | null; email: string | null }
  | { kind: 'unknown' | 'used' | 'expired' };

/** In a transaction: locked, so that of two who use it at once one is second. */
export async function findLink(reader: Reader, token: string, now: Date): Promise<FoundLink> {
  const [row] = await reader.sql<
    { id: string; purpose: Purpose; userId: string | null; expiresAt: Date; usedAt: Date | null }[]
  >`
    select id, purpose, user_id as "userId", expires_at as "expiresAt", used_at as "usedAt"
    from access_links where hash = ${digestOf(token)} for update`;
  if (row === undefined) return { kind: 'unknown' };
  if (row.usedAt !== null) return { kind: 'used' };
  if (row.expiresAt <= now) return { kind: 'expired' };
  const { id, purpose, userId } = row;
  const [person] =
    userId === null
      ? []
      : await reader.sql<{ name: string; email: string }[]>`select name, email from access_users where id = ${userId}`;
  return { kind: 'found', id, purpose, userId, name: person?.name ?? null, email: person?.email ?? null };
}

export async function markUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.sql`update access_links set used_at = ${now} where id = ${id}`;
}

function digestOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
