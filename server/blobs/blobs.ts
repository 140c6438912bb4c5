// The store this service writes to, the ones it can read, and the room there is.

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { limits } from '../limits.ts';
import { diskStore } from './disk.ts';
import { type Taken, takeIn } from './intake.ts';
import { type S3Access, s3Store } from './s3.ts';
import { type Part, sealedPart, unsealing } from './sealing.ts';
import type { BlobStore, ObjectName, StoreKind } from './store.ts';

export interface MediaConfig {
  quotaBytes: number;
  /** Days a file is kept after it came; absent: as long as its conversation. */
  retentionDays: number | undefined;
  /** Absent: a folder under the home. */
  s3: S3Access | undefined;
}

/** What the database knows of a blob. */
export interface StoredBlob extends ObjectName {
  store: StoreKind;
  key: Uint8Array;
  size: number;
}

/** Stands in the store, and in no book yet. */
export interface NewBlob {
  object: string;
  store: StoreKind;
  key: Uint8Array;
  hash: Uint8Array;
  size: number;
}

export interface Blobs {
  quotaBytes: number;
  retentionDays: number | undefined;
  /** Puts what was taken in where new blobs go, under a new name. Its row comes after it. */
  store(portfolioId: string, taken: Taken): Promise<NewBlob>;
  /** Undefined: not configured any more. */
  storeOf(kind: StoreKind): BlobStore | undefined;
  /** Reads a stream to disk, sealed. @throws TooLongError */
  take(source: Readable, most: number): Promise<Taken>;
  /** The plain bytes of a part. Undefined where the object is missing. */
  read(blob: StoredBlob, part: Part): Promise<Readable | undefined>;
  /**
   * Room for so many bytes beside the `used` ones and what else is being taken in, until it is given back. Undefined where the
   * quota, or the disk, would be full.
   */
  reserve(bytes: number, used: number): Promise<{ giveBack(): void } | undefined>;
  /** Where files stand in plain for the moment of handing them to Meta. */
  incoming: string;
  /** Removes what a process that died left half taken in. */
  tidy(now: number): Promise<void>;
}

export async function openBlobs(home: string, { quotaBytes, retentionDays, s3 }: MediaConfig): Promise<Blobs> {
  const folder = join(home, 'media', 'blobs');
  const incoming = join(home, 'media', 'incoming');
  for (const one of [folder, incoming]) await mkdir(one, { recursive: true, mode: 0o700 });
  const disk = diskStore(folder);
  const stores: Partial<Record<StoreKind, BlobStore>> = { disk, ...(s3 && { s3: s3Store(s3) }) };
  const own = stores.s3 ?? disk;
  let coming = 0;
  return {
    quotaBytes,
    retentionDays,
    store: async (portfolioId, taken) => {
      const object = randomUUID();
      await own.put({ portfolioId, object }, { path: taken.path, ...taken.sealed });
      return { object, store: own.kind, key: taken.key, hash: taken.hash, size: taken.bytes };
    },
    storeOf: (kind) => stores[kind],
    take: (source, most) => takeIn(source, { folder: incoming, most }),
    read: async (blob, part) => {
      const sealed = await stores[blob.store]?.get(blob, sealedPart(part, blob.size));
      // The reader hears of a failure from the stream it reads.
      return sealed && pipeline(sealed, unsealing(blob.key, part), () => {});
    },
    reserve: async (bytes, used) => {
      if (used + coming + bytes > quotaBytes) return undefined;
      coming += bytes;
      const { bavail, bsize } = await statfs(incoming);
      let given = false;
      const giveBack = () => {
        if (!given) coming -= bytes;
        given = true;
      };
      if (bavail * bsize - coming >= limits.diskFloorBytes) return { giveBack };
      giveBack();
      return undefined;
    },
    incoming,
    tidy: async (now) => {
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name);
        const written = await stat(path).catch(() => undefined);
        if (written && now - written.mtimeMs > limits.incomingLeftMs) await rm(path, { force: true });
      }
    },
  };
}
