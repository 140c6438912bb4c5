// The access room, secrets an operator keeps here instead of in the environment of the service: sealed with their key, and read at its start.

import type { Reader, Transaction } from '../db/connect.ts';

/** As the configuration names them. */
export const secretNames = ['META_ACCESS_TOKEN', 'META_APP_SECRET', 'META_VERIFY_TOKEN', 'OIDC_CLIENT_SECRET'] as const;
export type SecretName = (typeof secretNames)[number];
/**
 * The first THROUGHLINE_SECRET this database was used with. Hashes by which events are known again, erased people stay away and the audit is chained
 * are keyed with it for good, whatever took its place; no operator sets or removes it.
 */
const firstSecretName = 'FIRST_SECRET';
export type KeptName = SecretName | typeof firstSecretName;

export async function setSecret(tx: Transaction, name: SecretName, value: string): Promise<void> {
  const sealed = sealedFor(tx, name, value);
  await tx.sql`
    insert into secrets (name, sealed) values (${name}, ${sealed})
    on conflict (name) do update set sealed = excluded.sealed, changed_at = now()`;
}

function sealedFor({ vault }: Transaction, name: KeptName, value: string): Buffer {
  if (!vault) throw new Error('There is nothing to seal with.');
  return vault.keys.seal(Buffer.from(value), placeOf(name));
}

/** The first secret, which is `value` where none is known yet. Of two nodes that start at once one says which. */
export async function keepFirstSecret(tx: Transaction, value: string): Promise<string> {
  await tx.sql`
    insert into secrets (name, sealed) values (${firstSecretName}, ${sealedFor(tx, firstSecretName, value)})
    on conflict (name) do nothing`;
  return (await firstSecret(tx)) ?? value;
}

/** Undefined where no service has been started on this database since there is such a thing. */
export async function firstSecret(db: Reader): Promise<string | undefined> {
  const [row] = await db.sql<{ sealed: Buffer }[]>`select sealed from secrets where name = ${firstSecretName}`;
  return row && db.vault?.keys.open(row.sealed, placeOf(firstSecretName)).toString();
}

export async function removeSecret(tx: Transaction, name: SecretName): Promise<boolean> {
  return (await tx.sql`delete from secrets where name = ${name}`).count > 0;
}

/** @throws where one cannot be opened: with another key than it was sealed with, or moved from another row. */
export async function storedSecrets(db: Reader): Promise<Partial<Record<SecretName, string>>> {
  const rows = await db.sql<{ name: SecretName; sealed: Buffer }[]>`
    select name, sealed from secrets where name <> ${firstSecretName}`;
  return Object.fromEntries(
    rows.flatMap(({ name, sealed }) => {
      const value = db.vault?.keys.open(sealed, placeOf(name)).toString();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export interface SecretListed {
  name: KeptName;
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
  const rows = await tx.sql<{ name: KeptName; sealed: Buffer }[]>`
    select name, sealed from secrets
    where encode(substring(sealed from 2 for 8), 'hex') <> ${vault.keys.newest} for update`;
  for (const { name, sealed } of rows) {
    const plain = vault.keys.open(sealed, placeOf(name));
    await tx.sql`update secrets set sealed = ${vault.keys.seal(plain, placeOf(name))} where name = ${name}`;
  }
  return rows.length;
}

/** Gives up those under keys that are lost: they must be set again. Answers their names. */
export async function abandonSecrets(tx: Transaction, keyIds: readonly string[]): Promise<KeptName[]> {
  const rows = await tx.sql<{ name: KeptName }[]>`
    delete from secrets where encode(substring(sealed from 2 for 8), 'hex') = any(${[...keyIds]}::text[]) returning name`;
  return rows.map(({ name }) => name);
}

const placeOf = (name: KeptName) => ['secrets', 'sealed', name];
