// Where the keys come from that seal what is in the database: the environment, a file somebody keeps, or a file in the home, made at the first
// start. A database that is sealed with other keys is not opened: what is here could not be read, and what is written could not be read there.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type EncryptionConfig, parseEncryptionKeys } from './config.ts';
import { connect, type Reader } from './db/connect.ts';
import { type Keyring, keyIdOf, keyringOf } from './db/sealing.ts';
import { keysInUse } from './flows/seal-anew.ts';

/** The keys there are; undefined where there are none. @throws where the file holds something else. */
export function knownKeys({ keys, file }: EncryptionConfig): Keyring | undefined {
  if (keys.length > 0) return keyringOf(() => keys);
  return keysIn(file).length > 0 ? keyringOf(() => keysIn(file)) : undefined;
}

/**
 * The keys that open this database; undefined where there are none and nothing is sealed.
 *
 * @throws where something is sealed with a key that is not here.
 */
export async function keysThatOpen(config: EncryptionConfig, databaseUrl: string): Promise<Keyring | undefined> {
  const known = knownKeys(config);
  const db = connect(databaseUrl, { connections: 1 });
  try {
    const missing = await missingKeys(db, known);
    if (missing.length > 0) throw new Error(refusal(missing, config));
  } finally {
    await db.close();
  }
  return known;
}

/** The same; where there are none yet, one is made in the home. */
export async function openKeys(config: EncryptionConfig, databaseUrl: string): Promise<Keyring> {
  const known = await keysThatOpen(config, databaseUrl);
  if (known) return known;
  if (config.named)
    throw new Error(
      `ENCRYPTION_KEY_FILE names ${config.file}, where no key is. Write one there: openssl rand -base64 32.`,
    );
  await addKey(config.file);
  return knownKeys(config) as Keyring;
}

/** Keys something in the database is sealed with that are not here. */
export async function missingKeys(db: Reader, known: Keyring | undefined): Promise<string[]> {
  const used = await keysInUse(db);
  return used.filter(({ keyId }) => !known?.has(keyId)).map(({ keyId }) => keyId);
}

function refusal(missing: readonly string[], { keys, file }: EncryptionConfig): string {
  const place = keys.length > 0 ? 'ENCRYPTION_KEY' : file;
  return `This database holds what is sealed with the encryption key ${missing.join(', ')}, which is not in ${place}. Bring it back, behind newer ones: in ENCRYPTION_KEY, in the file ENCRYPTION_KEY_FILE names, or in encryption-keys of the home the service had. Where it is lost for good: throughline secrets --help says what can be done.`;
}

/** A new key before those there are. Whole or not at all, and readable by its owner only. Answers its id. */
export async function addKey(file: string): Promise<string> {
  const key = randomBytes(32);
  const lines = [key, ...keysIn(file)].map((one) => one.toString('base64'));
  const text = `${lines.join('\n')}\n`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Of two processes that start on one home at once, one makes it.
  const isMade = await writeFile(file, text, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  if (isMade) return keyIdOf(key);
  const beside = `${file}.new`;
  await writeFile(beside, text, { mode: 0o600 });
  await rename(beside, file);
  return keyIdOf(key);
}

/** What is to be mended about the file: others than its owner may read it. */
export async function fileProblem({ keys, file }: EncryptionConfig): Promise<string | undefined> {
  if (keys.length > 0 || process.platform === 'win32') return undefined;
  const there = await stat(file).catch(() => undefined);
  if (!there || (there.mode & 0o077) === 0) return undefined;
  return `Others can read ${file}, which opens what is sealed in the database: chmod 600 it.`;
}

function keysIn(file: string): Buffer[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const keys = parseEncryptionKeys(text);
  if (!keys) throw new Error(`${file} must hold encryption keys alone, 32 bytes in base64 each.`);
  return keys;
}
