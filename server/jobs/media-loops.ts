// The jobs about files, started together.

import { limits } from '../limits.ts';
import { type Fetching, fetchMedia } from './fetch-media.ts';
import { type Loop, startLoop } from './loop.ts';
import { compareStores, removeBlobs, sweepMedia } from './sweep-media.ts';
import { uploadMedia } from './upload-media.ts';

const restMs = { media: 1_000, removal: 2_000, sweep: 600_000, comparison: 24 * 60 * 60 * 1000 };

export interface MediaLoops {
  loops: Loop[];
  /** A file is due to be fetched, or to be handed to Meta. */
  wake: () => void;
}

export function startMediaLoops(handling: Fetching, wakeSender: () => void): MediaLoops {
  const { log } = handling;
  const several = (count: number, name: string, run: () => Promise<number>) =>
    Array.from({ length: count }, (_, i) => startLoop({ name: `${name}-${i}`, run, restMs: restMs.media, log }));
  const fetchers = several(limits.mediaFetchesAtOnce, 'fetch-media', () => fetchMedia(handling));
  const uploaders = several(limits.mediaUploadsAtOnce, 'upload-media', () => uploadMedia({ ...handling, wakeSender }));
  const compare = async () => {
    await compareStores(handling);
    return 0;
  };
  return {
    loops: [
      ...fetchers,
      ...uploaders,
      startLoop({ name: 'remove-blobs', run: () => removeBlobs(handling), restMs: restMs.removal, log }),
      startLoop({ name: 'sweep-media', run: () => sweepMedia(handling), restMs: restMs.sweep, log }),
      startLoop({ name: 'compare-stores', run: compare, restMs: restMs.comparison, log }),
    ],
    wake: () => {
      for (const loop of [...fetchers, ...uploaders]) loop.wake();
    },
  };
}
