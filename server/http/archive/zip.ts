// A ZIP sealed with a passphrase (AES-256), written as it is read: however much goes in, no more than a few pieces are in memory. Names of
// entries are not encrypted in this format, so none says anything.

import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { configure, ZipWriter } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

export interface ArchiveEntry {
  name: string;
  bytes: AsyncIterable<string | Uint8Array>;
}

/** The stream fails where an entry does: half an archive does not look like a whole one. */
export function sealedZip(entries: AsyncIterable<ArchiveEntry>, passphrase: string): Readable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // Large from the start: nobody knows yet how much will come.
  const zip = new ZipWriter(writable, { password: passphrase, encryptionStrength: 3, zip64: true, level: 6 });
  const write = async () => {
    for await (const { name, bytes } of entries)
      await zip.add(name, Readable.toWeb(Readable.from(pieces(bytes))) as ReadableStream<Uint8Array>);
    await zip.close();
  };
  write().catch((error: unknown) => writable.abort(error).catch(() => {}));
  return Readable.fromWeb(readable as NodeStream);
}

const pieceLetters = 64 * 1024;

/** Lines are gathered: a piece each would be slow. */
async function* pieces(bytes: ArchiveEntry['bytes']): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const one of bytes) {
    if (typeof one === 'string') text += one;
    if (text.length > pieceLetters || typeof one !== 'string') {
      if (text !== '') yield Buffer.from(text);
      text = '';
    }
    if (typeof one !== 'string') yield one;
  }
  if (text !== '') yield Buffer.from(text);
}
