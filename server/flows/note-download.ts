// How far an archive has come that somebody is taking, for whoever waits for it: written as it goes, and seldom.

import { type Database, inTransaction } from '../db/connect.ts';
import type { Download, RequestRow } from '../privacy/store.ts';
import { noteDownload } from '../privacy/store.ts';
import type { Tools } from './tools.ts';

const oftenMs = 1_000;

export interface Downloading {
  /** So many rows more are written. */
  wrote: (rows: number) => Promise<void>;
  ended: (state: 'taken' | 'cut') => Promise<void>;
}

/** `heard` is told of each note, whether or not it is written down. */
export async function followDownload(
  db: Database,
  { request, total }: { request: Pick<RequestRow, 'portfolioId' | 'id'>; total: number },
  { clock }: Pick<Tools, 'clock'>,
  heard: (download: Download) => void = () => {},
): Promise<Downloading> {
  let download: Download = { state: 'making', done: 0, total, at: clock() };
  const note = async (change: Partial<Download>) => {
    download = { ...download, ...change, at: clock() };
    heard(download);
    await inTransaction(db, (tx) => noteDownload(tx, request, download));
  };
  await note({});
  let done = 0;
  return {
    wrote: async (rows) => {
      done += rows;
      if (clock() - download.at >= oftenMs) await note({ done: Math.min(done, total) });
    },
    ended: (state) => note({ state, done: state === 'taken' ? total : Math.min(done, total) }),
  };
}
