// The secret of a home: made at its first start, kept in a file only its owner reads.

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** A secret of this home's own, made at the first start. Readable by its owner only. */
export async function homeSecret(home: string): Promise<string> {
  const file = secretFile(home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return (await readFile(file, 'utf8')).trim();
}

const secretFile = (home: string) => join(home, 'secret');

/** The secret of a service that has run before: the configured one, or its home's. Undefined where there is neither. */
export async function knownSecret({ secret, home }: Config): Promise<string | undefined> {
  return secret ?? (await readFile(secretFile(home), 'utf8').catch(() => undefined))?.trim();
}
