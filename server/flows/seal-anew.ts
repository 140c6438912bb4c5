// What is sealed with the operator's keys, whatever room it stands in: under which keys, and moved to the newest, a bounded number at a time.

import { abandonSecrets, resealSecrets, type SecretName, secretsListed } from '../access/secrets.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../db/connect.ts';
import { abandonRaw, rawKeysByKey, resealRawKeys } from '../inbox/raw-keys.ts';
import { limits } from '../limits.ts';

export interface KeyUse {
  keyId: string;
  /** Keys of days of raw webhooks. */
  rawKeys: number;
  secrets: number;
}

export async function keysInUse(db: Reader): Promise<KeyUse[]> {
  const uses = new Map<string, KeyUse>();
  const use = (keyId: string) => {
    const known = uses.get(keyId) ?? { keyId, rawKeys: 0, secrets: 0 };
    uses.set(keyId, known);
    return known;
  };
  for (const { keyId, count } of await rawKeysByKey(db)) use(keyId).rawKeys = count;
  for (const { keyId } of await secretsListed(db)) use(keyId).secrets += 1;
  return [...uses.values()];
}

/** Everything to the newest key. Killed, it goes on where it was when it is run again. Answers what was sealed anew. */
export async function sealAnew(db: Database): Promise<{ rawKeys: number; secrets: number }> {
  const secrets = await inTransaction(db, (tx) => resealSecrets(tx));
  let rawKeys = 0;
  for (let more = true; more; ) {
    const count = await inTransaction(db, (tx) => resealRawKeys(tx, limits.resealedAtOnce));
    rawKeys += count;
    more = count === limits.resealedAtOnce;
  }
  return { rawKeys, secrets };
}

export interface Abandoned {
  secrets: SecretName[];
  /** Webhooks and parts of them. */
  rows: number;
  /** Of those, webhooks nobody had worked on yet. */
  waiting: number;
}

/** Gives up what is sealed under keys that are lost for good. */
export async function abandonSealed(tx: Transaction, keyIds: readonly string[]): Promise<Abandoned> {
  const secrets = await abandonSecrets(tx, keyIds);
  return { secrets, ...(await abandonRaw(tx, keyIds)) };
}
