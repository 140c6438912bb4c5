// Time's door to the files we send: hands each to Meta once for each business number that sends it.
//
// Meta, "Media", read 2026-09: POST /{PHONE_NUMBER_ID}/media, a form with the file and its type; answers an id that lasts 30 days.

import { randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readUploadAnswer } from '@throughline/whatsapp';
import { type Database, inTransaction } from '../db/connect.ts';
import { type HandedOver, recordUpload } from '../flows/record-upload.ts';
import { limits } from '../limits.ts';
import { blobOf } from '../media/blobs.ts';
import { safeName } from '../media/rules-names.ts';
import { claimUpload, type DueUpload } from '../media/uploads.ts';
import type { Fetching } from './fetch-media.ts';
import { callGraph, graphPath } from './graph.ts';

export interface Uploading extends Fetching {
  wakeSender: () => void;
}

/** Hands over the file that has waited longest. Answers how many were tried. */
export async function uploadMedia(uploading: Uploading): Promise<number> {
  const { db, tools, log } = uploading;
  const due = await inTransaction(db, (tx) => claimUpload(tx, limits.mediaLeaseMs));
  if (!due) return 0;
  const handed = await handOver(uploading, due).catch((error: unknown): HandedOver => {
    log.error({
      event: 'media_upload_failed',
      media: due.mediaId,
      error: error instanceof Error ? error.name : 'unknown',
    });
    return { kind: 'later', why: 'storage' };
  });
  const mayGo = await inTransaction(db, (tx) => recordUpload(tx, due, handed, { tools, chance: Math.random() }));
  log.info({ event: 'media_uploaded', media: due.mediaId, outcome: handed.kind, attempts: due.attempts });
  if (mayGo) uploading.wakeSender();
  return 1;
}

type Kept = NonNullable<Awaited<ReturnType<typeof blobOf>>>;

async function handOver({ db, graph, blobs }: Uploading, due: DueUpload): Promise<HandedOver> {
  const kept = await keptFile(db, due);
  if (!kept) return { kind: 'gone' };
  const bytes = await blobs.read(kept, { start: 0, end: kept.size - 1 });
  // The book says it is there: a folder that is not mounted, another node's disk. It may be back in a moment.
  if (!bytes) return { kind: 'later', why: 'missing' };
  // In plain on disk for as long as the call takes: a form needs the file's length, and not all of it in memory.
  const path = join(blobs.incoming, randomUUID());
  try {
    await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const answer = await callGraph(graph, {
      method: 'POST',
      path: graphPath(due.phoneNumberId, 'media'),
      body: await formOf(kept, path),
      timeoutMs: limits.mediaTransferMs,
    });
    if (answer.kind !== 'answered') return { kind: 'later', why: answer.kind };
    const read = readUploadAnswer(answer.status, answer.body);
    if (read.kind === 'uploaded') return { kind: 'uploaded', metaId: read.id };
    return read.kind === 'refused' ? read : { kind: 'later', why: 'meta_busy' };
  } finally {
    await rm(path, { force: true });
  }
}

async function keptFile(db: Database, { portfolioId, mediaId }: DueUpload): Promise<Kept | undefined> {
  return await blobOf(db, portfolioId, mediaId);
}

async function formOf(kept: Kept, path: string): Promise<FormData> {
  const type = kept.mimeType ?? 'application/octet-stream';
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', await openAsBlob(path, { type }), safeName(kept.filename) ?? 'file');
  return form;
}
