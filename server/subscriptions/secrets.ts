// Secrets that sign deliveries, as they stand in the database: sealed with the operator's keys, and bound to their webhook. The one place that
// turns one into the other. A database that is opened without keys, as some tests do, keeps them as they are; each says by its first letter.

import { randomBytes } from 'node:crypto';
import type { Reader, Transaction } from '../db/connect.ts';
import type { SubscriptionKey } from './shapes.ts';

const prefix = 'whsec_';
/** Standard Webhooks 1.0: 24 to 64 bytes. */
const secretBytes = 32;

export function newSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

/** The same for the secret of now and the one of before: one becomes the other as it stands. */
function placeOf({ portfolioId, id }: SubscriptionKey): string[] {
  return ['subscriptions', portfolioId, id];
}

export function keptSecret({ vault }: Reader, key: SubscriptionKey, secret: string): Buffer {
  const plain = Buffer.from(secret, 'utf8');
  return vault ? vault.keys.seal(plain, placeOf(key)) : plain;
}

/** @throws where it is sealed with a key that is not here. */
export function openSecret({ vault }: Reader, key: SubscriptionKey, kept: Buffer): string {
  if (isPlain(kept)) return kept.toString('utf8');
  if (!vault) throw new Error('Secrets are kept sealed, and the database was opened without keys.');
  return vault.keys.open(kept, placeOf(key)).toString('utf8');
}

function isPlain(kept: Buffer): boolean {
  return kept.subarray(0, prefix.length).toString('utf8') === prefix;
}

/** How many webhooks have a secret sealed with each key. */
export async function subscriptionSecretsByKey(db: Reader): Promise<{ keyId: string; count: number }[]> {
  return await db.sql<{ keyId: string; count: number }[]>`
    select encode(substring(k.kept from 2 for 8), 'hex') as "keyId", count(*)::int as count
    from subscriptions s cross join lateral (values (s.secret), (s.previous_secret)) as k (kept)
    where k.kept is not null and substring(k.kept from 1 for 6) <> 'whsec_'::bytea group by 1 order by 1`;
}

interface Kept extends SubscriptionKey {
  secret: Buffer;
  previous: Buffer | null;
}

/** Every webhook has few of them: all at once. Answers how many were sealed anew. */
export async function resealSubscriptionSecrets(tx: Transaction): Promise<number> {
  const { vault } = tx;
  if (!vault) throw new Error('There is nothing to seal with.');
  const rows = await tx.sql<Kept[]>`
    select portfolio_id as "portfolioId", id, secret, previous_secret as previous from subscriptions
    where encode(substring(secret from 2 for 8), 'hex') <> ${vault.keys.newest}
       or encode(substring(previous_secret from 2 for 8), 'hex') <> ${vault.keys.newest} for update`;
  for (const row of rows) {
    const anew = (kept: Buffer) => keptSecret(tx, row, openSecret(tx, row, kept));
    await tx.sql`
      update subscriptions set secret = ${anew(row.secret)}, previous_secret = ${row.previous && anew(row.previous)}
      where portfolio_id = ${row.portfolioId} and id = ${row.id}`;
  }
  return rows.length;
}

/** What nobody can open any more gives way to secrets nobody knows yet: paused until somebody makes one they do. Answers how many webhooks. */
export async function abandonSubscriptionSecrets(tx: Transaction, keyIds: readonly string[]): Promise<number> {
  const rows = await tx.sql<SubscriptionKey[]>`
    select portfolio_id as "portfolioId", id from subscriptions
    where substring(secret from 1 for 6) <> 'whsec_'::bytea
      and (encode(substring(secret from 2 for 8), 'hex') = any(${[...keyIds]}::text[])
           or encode(substring(previous_secret from 2 for 8), 'hex') = any(${[...keyIds]}::text[])) for update`;
  for (const row of rows)
    await tx.sql`
      update subscriptions set secret = ${keptSecret(tx, row, newSecret())}, previous_secret = null, previous_until = null,
        state = case when state = 'active' then 'paused' else state end
      where portfolio_id = ${row.portfolioId} and id = ${row.id}`;
  return rows.length;
}
