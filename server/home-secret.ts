// The secrets of a home: one made at its first start, kept in a file only its owner reads, and those that took its place since.
//
// The newest signs sessions and links, and seals second factors; what was signed or sealed with an older one is taken as long as that stands behind
// it. The first of all is kept in the database too (access/secrets.ts), so that it need not stand here for good.

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

export interface Secrets {
  newest: string;
  /** The newest first. */
  previous: readonly string[];
  /** Of those here. */
  oldest: string;
}

/** Those configured, or the home's; where there are none yet, one is made. Readable by its owner only. */
export async function openSecrets(config: Config): Promise<Secrets> {
  if (config.secret === undefined) await makeSecret(config.home);
  const known = await knownSecrets(config);
  if (!known) throw new Error(`${secretFile(config.home)} is empty: it must hold the secret of this home.`);
  return known;
}

async function makeSecret(home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(secretFile(home), randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}

const secretFile = (home: string) => join(home, 'secret');

/** Those of a service that has run before: as configured, or a line each in its home's file, the newest first. Undefined where there are none. */
export async function knownSecrets({ secret, previousSecrets, home }: Config): Promise<Secrets | undefined> {
  const all = secret === undefined ? await linesOf(secretFile(home)) : [secret, ...previousSecrets];
  const [newest, ...previous] = [...new Set(all)];
  return newest === undefined ? undefined : { newest, previous, oldest: previous.at(-1) ?? newest };
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
