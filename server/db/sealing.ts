// The operator's keys: what may not stand in the database as it is, is sealed with AES-256-GCM under the first of them, and bound to its place,
// so that a value moved to another row does not open there. Keys that went before are still read, until everything is sealed anew.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

/** Eight bytes that name a key and tell nothing of it, in hex. */
export type KeyId = string;

export interface Keyring {
  /** What is sealed from now on is sealed with it. */
  readonly newest: KeyId;
  has(id: KeyId): boolean;
  /** `place`: where it stands, such as table, column and key of the row. */
  seal(plain: Uint8Array, place: readonly string[]): Buffer;
  /** @throws UnknownKeyError where the key is not here; another error where the value was changed, or moved. */
  open(sealed: Uint8Array, place: readonly string[]): Buffer;
}

export class UnknownKeyError extends Error {
  readonly keyId: KeyId;
  constructor(keyId: KeyId) {
    super(
      `A value is sealed with the encryption key ${keyId}, which is not here. Bring it back: see throughline secrets.`,
    );
    this.keyId = keyId;
  }
}

const version = 1;
const keyIdBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes;
const algorithm = 'aes-256-gcm';

/** `load` answers 32 bytes each, the newest first; asked again where a value names a key that came since. */
export function keyringOf(load: () => readonly Uint8Array[]): Keyring {
  let keys = new Map<KeyId, KeyObject>();
  const read = () => {
    keys = new Map(load().map((key) => [keyIdOf(key), createSecretKey(key)]));
  };
  read();
  const [newest] = keys.keys();
  if (newest === undefined) throw new Error('A keyring needs a key.');
  const keyOf = (id: KeyId): KeyObject => {
    if (!keys.has(id)) read();
    const key = keys.get(id);
    if (!key) throw new UnknownKeyError(id);
    return key;
  };
  return {
    newest,
    has: (id) => keys.has(id),
    seal: (plain, place) => {
      const head = Buffer.concat([Buffer.of(version), Buffer.from(newest, 'hex')]);
      return Buffer.concat([head, sealWith(keyOf(newest), plain, boundTo(head, place))]);
    },
    open: (sealed, place) => {
      const head = Buffer.from(sealed.subarray(0, headBytes));
      if (head[0] !== version) throw new Error('A sealed value is of a version this program does not know.');
      return openWith(keyOf(sealedBy(sealed)), sealed.subarray(headBytes), boundTo(head, place));
    },
  };
}

/** The key a sealed value names. In SQL: `encode(substring(sealed from 2 for 8), 'hex')`. */
function sealedBy(sealed: Uint8Array): KeyId {
  return Buffer.from(sealed.subarray(1, headBytes)).toString('hex');
}

export function keyIdOf(key: Uint8Array): KeyId {
  return createHash('sha256')
    .update('throughline encryption key\0')
    .update(key)
    .digest('hex')
    .slice(0, keyIdBytes * 2);
}

function boundTo(head: Buffer, place: readonly string[]): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify(place))]);
}

/**
 * A nonce, the sealed bytes, and their tag. A key as an object: 1 kB is sealed in 5 µs of a core, and as long opened; with the key as bytes,
 * which are read in anew each time, it takes 19.
 */
export function sealWith(key: KeyObject, plain: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where the bytes or what they are bound to are not as they were sealed. */
export function openWith(key: KeyObject, sealed: Uint8Array, bound: Uint8Array): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('A sealed value is too short.');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

/** Random ones, drawn many at a time: asking the system for each costs as much as sealing a short webhook. */
const pool = Buffer.alloc(nonceBytes * 512);
let drawn = pool.length;

function newNonce(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const nonce = Buffer.from(pool.subarray(drawn, drawn + nonceBytes));
  drawn += nonceBytes;
  return nonce;
}
