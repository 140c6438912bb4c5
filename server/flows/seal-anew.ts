// What is sealed with the operator's keys, whatever room it stands in: under which keys, and moved to the newest, a bounded number at a time.

import { abandonSecrets, type KeptName, resealSecrets, secretsListed } from '../access/secrets.ts';
import { type Database, inTransaction, type Reader, type Transaction } from '../db/connect.ts';
import { abandonRaw, rawKeysByKey, resealRawKeys } from '../inbox/raw-keys.ts';
import { limits } from '../limits.ts';
import {
  abandonSubscriptionSecrets,
  resealSubscriptionSecrets,
  subscriptionSecretsByKey,
} from '../subscriptions/secrets.ts';

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
  for (const { keyId, count } of await subscriptionSecretsByKey(db)) use(keyId).secrets += count;
  return [...uses.values()];
}

/** Everything to the newest key. Killed, it goes on where it was when it is run again. Answers what was sealed anew. */
export async function sealAnew(db: Database): Promise<{ rawKeys: number; secrets: number }> {
  const own = await inTransaction(db, (tx) => resealSecrets(tx));
  const secrets = own + (await inTransaction(db, (tx) => resealSubscriptionSecrets(tx)));
  let rawKeys = 0;
  for (let more = true; more; ) {
    const count = await inTransaction(db, (tx) => resealRawKeys(tx, limits.resealedAtOnce));
    rawKeys += count;
    more = count === limits.resealedAtOnce;
  }
  return { rawKeys, secrets };
}

export interface Abandoned {
  secrets: KeptName[];
  /** Addresses that are told what happens: paused, since nobody knows what signs for them now. */
  webhooks: number;
  /** Webhooks and parts of them. */
  rows: number;
  /** Of those, webhooks nobody had worked on yet. */
  waiting: number;
}

/** Gives up what is sealed under keys that are lost for good. */
export async function abandonSealed(tx: Transaction, keyIds: readonly string[]): Promise<Abandoned> {
  const secrets = await abandonSecrets(tx, keyIds);
  const webhooks = await abandonSubscriptionSecrets(tx, keyIds);
  return { secrets, webhooks, ...(await abandonRaw(tx, keyIds)) };
}
