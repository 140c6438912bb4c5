// How bytes lie in the store: AES-256-GCM in segments, each with its own tag, so that a part can be read and still be checked, under
// a key of this blob's own that is kept in the database (decision 0020). Whoever deletes the key has deleted the bytes, in every
// copy and backup of the store.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';

export const segmentBytes = 64 * 1024;
const tagBytes = 16;
const sealedSegmentBytes = segmentBytes + tagBytes;
const algorithm = 'aes-256-gcm';

/** A key is used for one blob and never again: so a segment's number is enough of a nonce. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** How long `bytes` are once sealed. */
export function sealedSize(bytes: number): number {
  return bytes + Math.ceil(bytes / segmentBytes) * tagBytes;
}

/** Seals what flows through. */
export function sealing(key: Uint8Array): Transform {
  let number = 0;
  return inPieces(segmentBytes, (plain) => {
    const cipher = createCipheriv(algorithm, key, nonceOf(number++));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  });
}

/** Bytes `start` to `end`, both included, of a blob of `size` bytes. */
export interface Part {
  start: number;
  end: number;
}

/** Where in the sealed bytes a part lies: whole segments, both ends included. */
export function sealedPart({ start, end }: Part, size: number): Part {
  const last = Math.floor(end / segmentBytes);
  const until = Math.min((last + 1) * sealedSegmentBytes, sealedSize(size));
  return { start: Math.floor(start / segmentBytes) * sealedSegmentBytes, end: until - 1 };
}

/**
 * Opens the segments `sealedPart` named and lets through the part alone. The stream fails where a segment was changed, is
 * missing, or is another one's.
 */
export function unsealing(key: Uint8Array, { start, end }: Part): Transform {
  let number = Math.floor(start / segmentBytes);
  let skip = start % segmentBytes;
  let left = end - start + 1;
  const opened = (sealed: Buffer): Buffer => {
    if (sealed.length <= tagBytes) throw new Error('A sealed segment is too short.');
    const decipher = createDecipheriv(algorithm, key, nonceOf(number++), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
    const part = plain.subarray(skip, skip + left);
    skip = 0;
    left -= part.length;
    return part;
  };
  return inPieces(sealedSegmentBytes, opened, () => {
    if (left > 0) throw new Error('A sealed blob ends too soon.');
  });
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

/** Gathers what flows through into pieces of `size` (the last may be shorter) and gives on what `make` makes of each. */
function inPieces(size: number, make: (piece: Buffer) => Buffer, atEnd: () => void = () => {}): Transform {
  let waiting: Buffer[] = [];
  let held = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        waiting.push(chunk);
        held += chunk.length;
        if (held >= size) {
          let whole = Buffer.concat(waiting);
          for (; whole.length >= size; whole = whole.subarray(size)) this.push(make(whole.subarray(0, size)));
          waiting = [whole];
          held = whole.length;
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (held > 0) this.push(make(Buffer.concat(waiting)));
        atEnd();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
