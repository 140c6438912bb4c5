// Where the bytes of files lie: a folder, or a bucket of anything that speaks S3. Nothing here knows what the bytes are or whose; they
// are sealed before they come (sealing.ts). Doors and jobs use it, never a flow or a room: behind it is a disk or a network.

import type { Readable } from 'node:stream';
import type { Part } from './sealing.ts';

export type StoreKind = 'disk' | 's3';

/** Names an object: whose it is, and an id that is never used twice, so nobody writes over what another is reading. */
export interface ObjectName {
  portfolioId: string;
  object: string;
}

export interface BlobStore {
  readonly kind: StoreKind;
  /** Takes the file at `path` over: afterwards it is there in full, surviving a power cut, or this has failed. */
  put(name: ObjectName, file: { path: string; bytes: number; hash: string }): Promise<void>;
  /** Undefined where there is no such object. */
  get(name: ObjectName, part: Part): Promise<Readable | undefined>;
  /** Nothing happens where there is none. */
  remove(name: ObjectName): Promise<void>;
  /** The objects of a portfolio whose ids begin with these two letters, with the time each was written. */
  list(portfolioId: string, beginning: string): Promise<{ object: string; writtenAt: number }[]>;
}

/** Two levels, so that no folder holds more than some thousands. */
export function pathOf({ portfolioId, object }: ObjectName): string {
  return `${portfolioId}/${object.slice(0, 2)}/${object.slice(2, 4)}/${object}`;
}

export const objectPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
