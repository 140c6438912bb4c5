// The access room, secrets an operator keeps here instead of in the environment of the service: sealed with their key, and read at its start.

import type { Reader, Transaction } from '../db/connect.ts';

/** As the configuration names them. */
export const secretNames = ['META_ACCESS_TOKEN', 'META_APP_SECRET', 'META_VERIFY_TOKEN', 'OIDC_CLIENT_SECRET'] as const;
export type SecretName = (typeof secretNames)[number];

export async function setSecret(tx: Transaction, name: SecretName, value: string): Promise<void> {
  if (!tx.vault) throw new Error('There is nothing to seal with.');
  const sealed = tx.vault.keys.seal(Buffer.from(value), placeOf(name));
  await tx.sql`
    insert into secrets (name, sealed) values (${name}, ${sealed})
    on conflict (name) do update set sealed = excluded.sealed, changed_at = now()`;
}

export async function removeSecret(tx: Transaction, name: SecretName): Promise<boolean> {
  return (await tx.sql`delete from secrets where name = ${name}`).count > 0;
}

/** @throws where one cannot be opened: with another key than it was sealed with, or moved from another row. */
export async function storedSecrets(db: Reader): Promise<Partial<Record<SecretName, string>>> {
  const rows = await db.sql<{ name: SecretName; sealed: Buffer }[]>`select name, sealed from secrets`;
  return Object.fromEntries(
    rows.flatMap(({ name, sealed }) => {
      const value = db.vault?.keys.open(sealed, placeOf(name)).toString();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export interface SecretListed {
  name: SecretName;
  keyId: string;
  changedAt: Date;
}

/** Without what they are. */
export async function secretsListed(db: Reader): Promise<SecretListed[]> {
  return await db.sql<SecretListed[]>`
    select name, encode(substring(sealed from 2 for 8), 'hex') as "keyId", changed_at as "changedAt" from secrets order by name`;
}

/** Seals anew, under the newest key, those that are sealed under others. Answers how many. */
export async function resealSecrets(tx: Transaction): Promise<number> {
  const { vault } = tx;
  if (!vault) throw new Error('There is nothing to seal with.');
  const rows = await tx.sql<{ name: SecretName; sealed: Buffer }[]>`
    select name, sealed from secrets
    where encode(substring(sealed from 2 for 8), 'hex') <> ${vault.keys.newest} for update`;
  for (const { name, sealed } of rows) {
    const plain = vault.keys.open(sealed, placeOf(name));
    await tx.sql`update secrets set sealed = ${vault.keys.seal(plain, placeOf(name))} where name = ${name}`;
  }
  return rows.length;
}

/** Gives up those under keys that are lost: they must be set again. Answers their names. */
export async function abandonSecrets(tx: Transaction, keyIds: readonly string[]): Promise<SecretName[]> {
  const rows = await tx.sql<{ name: SecretName }[]>`
    delete from secrets where encode(substring(sealed from 2 for 8), 'hex') = any(${[...keyIds]}::text[]) returning name`;
  return rows.map(({ name }) => name);
}

const placeOf = (name: SecretName) => ['secrets', 'sealed', name];
