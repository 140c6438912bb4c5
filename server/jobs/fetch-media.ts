// Time's door to the files customers send: asks Meta where each lies, fetches it while that lasts, keeps it.
//
// Meta, "Media", read 2026-09: ids of customers' files last 7 days; the address of one lasts 5 minutes and wants the access token.

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type MediaAnswer, readMediaAnswer } from '@throughline/whatsapp';
import type { Logger } from 'pino';
import type { Blobs } from '../blobs/blobs.ts';
import { type Taken, TooLongError } from '../blobs/intake.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { type Fetched, recordFetched } from '../flows/record-fetched.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { usedBytes } from '../media/blobs.ts';
import { claimDue, type Due, pauseDue } from '../media/files.ts';
import { sniff } from '../media/sniff.ts';
import { callGraph, type GraphAccess, graphPath } from './graph.ts';

export interface Fetching {
  db: Database;
  graph: GraphAccess;
  blobs: Blobs;
  tools: Tools;
  log: Logger;
}

const trouble = (what: Extract<Fetched, { kind: 'trouble' }>['trouble']): Fetched => ({
  kind: 'trouble',
  trouble: what,
});

/** Fetches the newest file that is due. Answers how many files were looked at. */
export async function fetchMedia(fetching: Fetching): Promise<number> {
  const { db, blobs, tools, log } = fetching;
  // No room for the smallest of files: what is due waits, and nobody asks Meta in vain.
  if ((await usedBytes(db)) >= blobs.quotaBytes)
    return await inTransaction(db, (tx) => pauseDue(tx, limits.mediaFullPauseMs, limits.mediaSweepRows));
  const due = await inTransaction(db, (tx) => claimDue(tx, limits.mediaLeaseMs));
  if (!due) return 0;
  const fetched = await fetchOne(fetching, due).catch((error: unknown) => {
    log.error({ event: 'media_fetch_failed', media: due.id, error: error instanceof Error ? error.name : 'unknown' });
    return trouble('storage');
  });
  await inTransaction(db, (tx) => recordFetched(tx, due, fetched, { tools, chance: Math.random() }));
  log.info({
    event: 'media_fetched',
    media: due.id,
    outcome: fetched.kind === 'trouble' ? fetched.trouble : fetched.kind,
    attempts: due.attempts,
  });
  return 1;
}

async function fetchOne(fetching: Fetching, due: Due): Promise<Fetched> {
  const place = await ask(fetching.graph, due);
  if (place === 'unreached') return trouble('unreachable');
  switch (place.kind) {
    case 'gone':
      return { kind: 'gone' };
    case 'denied':
      return trouble('denied');
    case 'later':
      return trouble('meta_busy');
    case 'found':
      return await fetchFound(fetching, due, place);
  }
}

async function ask(graph: GraphAccess, due: Due): Promise<MediaAnswer | 'unreached'> {
  const answer = await callGraph(graph, {
    method: 'GET',
    path: graphPath(due.metaId),
    query: { phone_number_id: due.phoneNumberId },
    timeoutMs: limits.mediaAskMs,
  });
  return answer.kind === 'answered' ? readMediaAnswer(answer.status, answer.body) : 'unreached';
}

type Found = Extract<MediaAnswer, { kind: 'found' }>;

async function fetchFound({ db, graph, blobs }: Fetching, due: Due, found: Found): Promise<Fetched> {
  const most = limits.mediaBytes[due.type];
  if ((found.bytes ?? 0) > most) return { kind: 'too_large' };
  const room = await blobs.reserve(found.bytes ?? most, await usedBytes(db));
  if (!room) return trouble('storage_full');
  try {
    const taken = await download(graph, blobs, { url: found.url, most });
    return 'kind' in taken ? taken : await keep(blobs, due, { taken, declared: found.sha256 });
  } finally {
    room.giveBack();
  }
}

async function download(
  graph: GraphAccess,
  blobs: Blobs,
  { url, most }: { url: string; most: number },
): Promise<Taken | Fetched> {
  if (!mayHaveOurToken(url, graph)) return trouble('meta_busy');
  try {
    const answer = await fetch(url, {
      // Meta's file servers turn away who does not name himself.
      headers: { authorization: `Bearer ${graph.accessToken}`, 'user-agent': 'Throughline' },
      signal: AbortSignal.timeout(limits.mediaTransferMs),
    });
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel();
      // An address that has run out, or a file that is being moved: the id tells, when it is asked again.
      return trouble('meta_busy');
    }
    return await blobs.take(Readable.fromWeb(answer.body as ReadableStream), most);
  } catch (error) {
    if (error instanceof TooLongError) return { kind: 'too_large' };
    if (isOurs(error)) return trouble('storage');
    return trouble('unreachable');
  }
}

/** The access token goes over TLS, or to where it goes anyway. */
function mayHaveOurToken(url: string, graph: GraphAccess): boolean {
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || origin === new URL(graph.url).origin;
}

const diskTroubles = new Set(['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EIO', 'ENOENT']);

function isOurs(error: unknown): boolean {
  return error instanceof Error && 'code' in error && diskTroubles.has(String(error.code));
}

async function keep(
  blobs: Blobs,
  due: Due,
  { taken, declared }: { taken: Taken; declared: string | undefined },
): Promise<Fetched> {
  try {
    const hash = taken.hash.toString('hex');
    const expected = declared ?? due.declaredHash ?? hash;
    if (taken.bytes === 0 || hash !== expected) return trouble('damaged');
    const claim = { filename: due.filename ?? undefined, mimeType: due.claimedType ?? undefined };
    const described = await sniff(taken.head, taken.bytes === taken.head.length, claim);
    return { kind: 'here', content: await blobs.store(due.portfolioId, taken), ...described };
  } finally {
    await taken.drop();
  }
}
