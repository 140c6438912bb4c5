// What rests on THROUGHLINE_SECRET, and on those it has taken the place of.

import {
  type SecondFactorsBySecret,
  type SignInSecrets,
  sealSecondFactorsAnew,
  secondFactorsBySecret,
} from '../access/second-factor-secrets.ts';
import { firstSecret, keepFirstSecret } from '../access/secrets.ts';
import { readConfig } from '../config.ts';
import { type Database, inTransaction, type Reader } from '../db/connect.ts';
import { knownSecrets } from '../home-secret.ts';

export interface SecretUse {
  secondFactors: SecondFactorsBySecret;
  /** How many stand behind the newest. */
  previous: number;
  /** Whether the database has the first, so that it may go from the configuration. */
  isFirstKept: boolean;
}

/** Undefined where there is no secret yet. The keys of the database must be here. */
export async function secretUse(db: Reader): Promise<SecretUse | undefined> {
  const found = await secretsFor(db);
  if (!found) return undefined;
  const { secrets, isFirstKept } = found;
  const secondFactors = await secondFactorsBySecret(db, secrets);
  return { secondFactors, previous: secrets.previous.length, isFirstKept };
}

/** Second factors under the newest, and the first secret kept for good. Answers how many people's were sealed anew. */
export async function restOnNewest(db: Database): Promise<number> {
  const found = await secretsFor(db);
  if (!found) return 0;
  const { secrets, isFirstKept } = found;
  return await inTransaction(db, async (tx) => {
    if (!isFirstKept && tx.vault) await keepFirstSecret(tx, secrets.first);
    return await sealSecondFactorsAnew(tx, secrets);
  });
}

async function secretsFor(db: Reader): Promise<{ secrets: SignInSecrets; isFirstKept: boolean } | undefined> {
  const known = await knownSecrets(readConfig(process.env));
  if (!known) return undefined;
  const first = await firstSecret(db);
  return { secrets: { ...known, first: first ?? known.oldest }, isFirstKept: first !== undefined };
}

export function useInWords({ secondFactors, previous, isFirstKept }: SecretUse): string[] {
  const { newest, older, lost } = secondFactors;
  const counts = [`${newest} under it`, ...(older > 0 ? [`${older} under an older one`] : [])];
  if (lost > 0) counts.push(`${lost} under one that is not here`);
  return [
    `THROUGHLINE_SECRET: second factors of people, ${counts.join(', ')}.`,
    ...(previous > 0
      ? [
          older > 0 || !isFirstKept
            ? 'The older ones are needed: restart every node, then run throughline secrets rotate.'
            : 'Nothing in the database rests on the older ones: they may go once seven days have passed since every node was restarted. Who signed in before then and is taken for signed out signs in again.',
        ]
      : []),
  ];
}

/** What is to be mended. */
export function useProblems({ secondFactors: { older, lost } }: SecretUse): string[] {
  return [
    ...(older > 0
      ? [
          `The second factors of ${older} people are sealed under an older THROUGHLINE_SECRET: restart every node, then run throughline secrets rotate.`,
        ]
      : []),
    ...(lost > 0
      ? [
          `The second factors of ${lost} people are sealed under a THROUGHLINE_SECRET that is not here: they cannot sign in with them. Put it into THROUGHLINE_SECRET_PREVIOUS; where it is lost, reset them under Settings, Users.`,
        ]
      : []),
  ];
}
