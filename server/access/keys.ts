// API keys: `tl_` and 32 random bytes in base64url. A key is shown once, when it is made; the database has its sha256.

import { hash, randomBytes } from 'node:crypto';
import type { Key, Role } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { type Database, inTransaction, type Reader, type Transaction } from '../db/connect.ts';
import type { Actor } from './actor.ts';
import { scopesOf } from './permissions.ts';
import { addKey, allKeys, endKey, type KeyRow, keyByHash, markKeyUsed } from './store.ts';

const keyPattern = /^tl_[A-Za-z0-9_-]{43}$/;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const prefixLength = 9;
const nameLengthMax = 100;

/** How long a looked-up key is believed. A revoked key is refused everywhere once this has passed. */
export const keyBeliefMs = 5_000;
/** How many keys are remembered at once; the one learned first makes room. */
const rememberedKeysMax = 1_000;
const lastUsedStepMs = 60_000;

export interface KeyRequest {
  readonly name: string;
  readonly role: Role;
  /** Absent: all portfolios, those registered later included. */
  readonly portfolios?: readonly PortfolioId[];
  readonly expiresAt?: Date;
}

/**
 * Makes a key. The answer is the only place where it can ever be read.
 *
 * @throws when the name is empty or over 100 characters, or the list of portfolios is there but empty.
 */
export async function createKey(tx: Transaction, request: KeyRequest): Promise<{ id: string; key: string }> {
  const name = request.name.trim();
  if (name.length === 0 || name.length > nameLengthMax)
    throw new Error(`A key needs a name of 1 to ${nameLengthMax} characters.`);
  if (request.portfolios?.length === 0)
    throw new Error('A key needs at least one portfolio. Leave the list out for all of them.');
  const key = `tl_${randomBytes(32).toString('base64url')}`;
  const id = await addKey(tx, {
    name,
    role: request.role,
    portfolioIds: request.portfolios ?? null,
    hash: digestOf(key),
    prefix: key.slice(0, prefixLength),
    expiresAt: request.expiresAt ?? null,
  });
  return { id, key };
}

/** Ends a key, within `keyBeliefMs` on every node. @returns whether there was such a key, still in force. */
export async function revokeKey(tx: Transaction, id: string): Promise<boolean> {
  return uuidPattern.test(id) && (await endKey(tx, id));
}

/** Every key ever made, the ended ones too, oldest first. Never the keys themselves. */
export function listKeys(reader: Reader): Promise<KeyRow[]> {
  return allKeys(reader);
}

export async function keyById(reader: Reader, id: string): Promise<KeyRow | undefined> {
  return (await allKeys(reader)).find((key) => key.id === id);
}

/** As it is listed. */
export function keyShown(row: KeyRow, now: Date): Key {
  const { id, name, role, portfolioIds, prefix, createdAt, lastUsedAt, expiresAt, revokedAt } = row;
  const over = expiresAt !== null && expiresAt <= now;
  return {
    id,
    name,
    role,
    portfolios: portfolioIds === null ? null : [...portfolioIds],
    prefix,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    state: revokedAt !== null ? 'revoked' : over ? 'expired' : 'active',
  };
}

interface Remembered {
  readonly until: number;
  readonly row: Promise<KeyRow | undefined>;
  lastUsedAt: number | undefined;
}

/**
 * Answers whose key it is. A thousand requests a second by one key cost one query every `keyBeliefMs`, not a thousand:
 * concurrent ones share the first one's. Only keys that exist are remembered, so that guesses cannot push them out; what
 * has ended is remembered as ended, so that a program still using it stays cheap.
 */
export function keyReader(
  db: Database,
  options: { now: () => Date; report: (event: string, error: unknown) => void },
): (key: string) => Promise<Actor | undefined> {
  const remembered = new Map<string, Remembered>();

  function lookUp(key: string, now: number): Remembered {
    const digest = digestOf(key);
    const name = digest.toString('base64');
    const known = remembered.get(name);
    if (known !== undefined && now < known.until) return known;
    const forget = () => remembered.get(name) === entry && remembered.delete(name);
    const row = keyByHash(db, digest).then(
      (found) => {
        if (found === undefined) forget();
        return found;
      },
      (error) => {
        forget();
        throw error;
      },
    );
    const entry: Remembered = { until: now + keyBeliefMs, row, lastUsedAt: undefined };
    remembered.delete(name);
    remembered.set(name, entry);
    if (remembered.size > rememberedKeysMax) remembered.delete(remembered.keys().next().value ?? name);
    return entry;
  }

  function noteUse(entry: Remembered, row: KeyRow, at: Date): void {
    const last = entry.lastUsedAt ?? row.lastUsedAt?.getTime() ?? 0;
    if (at.getTime() - last < lastUsedStepMs) return;
    entry.lastUsedAt = at.getTime();
    const unlessSince = new Date(at.getTime() - lastUsedStepMs);
    inTransaction(db, (tx) => markKeyUsed(tx, { id: row.id, at, unlessSince })).catch((error) =>
      options.report('key_use_not_noted', error),
    );
  }

  return async (key) => {
    if (!keyPattern.test(key)) return undefined;
    const now = options.now();
    const entry = lookUp(key, now.getTime());
    const row = await entry.row;
    if (row === undefined || row.revokedAt !== null) return undefined;
    if (row.expiresAt !== null && row.expiresAt <= now) return undefined;
    noteUse(entry, row, now);
    return actorOfKey(row);
  };
}

function actorOfKey(row: KeyRow): Actor {
  return {
    kind: 'key',
    id: row.id,
    name: row.name,
    email: null,
    role: row.role,
    scopes: scopesOf(row.role),
    portfolios: row.portfolioIds ?? 'all',
  };
}

/** sha256 without salt or stretching: the key is 32 random bytes, so there is no dictionary to try against the hash. */
function digestOf(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}
