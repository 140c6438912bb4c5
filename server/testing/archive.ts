// A copy of somebody's data as whoever has the passphrase opens it.

import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** Names and bytes of all its files, one after another. */
export async function insideOf(zip: Uint8Array, passphrase: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const entry of await new ZipReader(new Uint8ArrayReader(zip), { password: passphrase }).getEntries())
    if (!entry.directory)
      parts.push(Buffer.from(entry.filename), Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  return Buffer.concat(parts);
}
