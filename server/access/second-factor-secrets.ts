// The access room, what second factors are sealed with: the secret of the service, by better-auth's own envelope. A secret that took another's place
// opens what the former sealed, and seals anew what is asked to be.
//
// better-auth marks what it seals with the number of the secret, and opens what has no mark with the one it was given alone. (Its options `secret` and
// `secrets`, and crypto/index.mjs of 1.7.25.) Ours are numbered by what they are, not by how many there were: so any of them may go, and which one is
// missing can be told. Without a mark is what was sealed before there could be a second: under the first.

import { createHash } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Reader, Transaction } from '../db/connect.ts';

export interface SignInSecrets {
  readonly newest: string;
  /** Those before it that are still known, in any order. */
  readonly previous: readonly string[];
  /** The very first, from before anything was marked. It need not be among the others. */
  readonly first: string;
}

type SealingKey = Exclude<Parameters<typeof symmetricDecrypt>[0]['key'], string>;

/** As better-auth's options have them. */
export function secretsOf({ newest, previous, first }: SignInSecrets) {
  return { secret: first, secrets: [newest, ...previous].map((value) => ({ version: numberOf(value), value })) };
}

/** The same, for opening by hand. */
export function sealedBy({ newest, previous, first }: SignInSecrets): SealingKey {
  const keys = new Map([newest, ...previous].map((value) => [numberOf(value), value]));
  return { keys, currentVersion: numberOf(newest), legacySecret: first };
}

export interface SecondFactorsBySecret {
  /** People whose second factor is sealed under the newest secret. */
  newest: number;
  older: number;
  /** Under one that is not known here: nobody can open theirs. */
  lost: number;
}

export async function secondFactorsBySecret(db: Reader, secrets: SignInSecrets): Promise<SecondFactorsBySecret> {
  const key = sealedBy(secrets);
  const counts = { newest: 0, older: 0, lost: 0 };
  for (const row of await db.sql<Sealed[]>`select id, secret, backup_codes as codes from access_second_factors`)
    if (isNewest(row, key)) counts.newest += 1;
    else counts[(await opened(row, key)) ? 'older' : 'lost'] += 1;
  return counts;
}

/** Under the newest; what is under a secret that is not known stays as it is. Answers how many people's were sealed anew. */
export async function sealSecondFactorsAnew(tx: Transaction, secrets: SignInSecrets): Promise<number> {
  const key = sealedBy(secrets);
  const rows = await tx.sql<Sealed[]>`
    select id, secret, backup_codes as codes from access_second_factors order by id for update`;
  let count = 0;
  for (const row of rows.filter((one) => !isNewest(one, key))) {
    const plain = await opened(row, key);
    if (!plain) continue;
    const [secret, codes] = await Promise.all(plain.map((data) => symmetricEncrypt({ key, data })));
    await tx.sql`
      update access_second_factors set secret = ${secret ?? ''}, backup_codes = ${codes ?? ''} where id = ${row.id}`;
    count += 1;
  }
  return count;
}

interface Sealed {
  id: string;
  secret: string;
  codes: string;
}

const isNewest = ({ secret, codes }: Sealed, key: SealingKey) =>
  [secret, codes].every((one) => one.startsWith(`$ba$${key.currentVersion}$`));

async function opened({ secret, codes }: Sealed, key: SealingKey): Promise<string[] | undefined> {
  return await Promise.all([secret, codes].map((data) => symmetricDecrypt({ key, data }))).catch(() => undefined);
}

/** Four bytes of a hash: enough to tell a handful of secrets from one another, and nothing to find one by. */
const numberOf = (secret: string) =>
  createHash('sha256').update(`second factors under ${secret}`).digest().readUInt32BE();
