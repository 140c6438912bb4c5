// Files in a folder of this home. Written elsewhere and moved into place, so a name never stands for half a file.

import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Part } from './sealing.ts';
import { type BlobStore, type ObjectName, objectPattern, pathOf } from './store.ts';

/** `folder` must be on the same file system as the files that are put. */
export function diskStore(folder: string): BlobStore {
  const placeOf = (name: ObjectName) => join(folder, pathOf(name));
  return {
    kind: 'disk',
    put: async (name, { path }) => {
      const place = placeOf(name);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(path, place);
      // The name itself is on disk once its folder is; the folders above it too, where this file was their first.
      for (let above = dirname(place); above.length >= folder.length; above = dirname(above)) await sync(above);
    },
    get: (name, part) => read(placeOf(name), part),
    remove: (name) => rm(placeOf(name), { force: true }),
    list: async (portfolioId, beginning) => {
      const found: { object: string; writtenAt: number }[] = [];
      const above = join(folder, portfolioId, beginning);
      for (const inner of await namesIn(above))
        for (const object of await namesIn(join(above, inner))) {
          if (!objectPattern.test(object)) continue;
          const { mtimeMs } = await stat(join(above, inner, object));
          found.push({ object, writtenAt: mtimeMs });
        }
      return found;
    },
  };
}

async function read(place: string, { start, end }: Part): Promise<Readable | undefined> {
  // Opened here, so that a missing file is an answer and not a stream that fails later. Never through a link.
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW).catch(missing);
  return file && createReadStream('', { fd: file, start, end });
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(missing)) ?? [];
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
