// Takes a stream of unknown length and intent to disk, sealed, and says what it is: its size, its hash and its first bytes. What is
// too long is cut off as soon as it is.

import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newKey, sealing } from './sealing.ts';

/** Enough for every signature, and for the first entries of an Office file. */
const headBytes = 64 * 1024;

export interface Taken {
  path: string;
  /** Sealed: what the store is given. */
  sealed: { bytes: number; hash: string };
  key: Buffer;
  /** As they came. `hash` is SHA-256. */
  bytes: number;
  hash: Buffer;
  head: Buffer;
  /** Removes the file, where no store has taken it over. */
  drop(): Promise<void>;
}

export class TooLongError extends Error {}

/** @throws TooLongError beyond `most` bytes; else what the stream failed with. Nothing is left behind then. */
export async function takeIn(source: Readable, { folder, most }: { folder: string; most: number }): Promise<Taken> {
  const path = join(folder, randomUUID());
  const key = newKey();
  const plain = meter({ most });
  const sealed = meter({});
  const drop = () => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(source, plain.through, sealing(key), sealed.through, async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) await file.appendFile(piece);
    });
    await file.sync();
  } catch (error) {
    await file.close();
    await drop();
    throw error;
  }
  await file.close();
  const { bytes, hash, head } = plain.read();
  const wrapped = sealed.read();
  return { path, key, bytes, hash, head, sealed: { bytes: wrapped.bytes, hash: wrapped.hash.toString('hex') }, drop };
}

function meter({ most = Number.POSITIVE_INFINITY }: { most?: number }) {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes));
      bytes += chunk.length;
      if (bytes > most) return done(new TooLongError(`longer than ${most} bytes`));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, read: () => ({ bytes, hash: hash.digest(), head: Buffer.concat(head) }) };
}
