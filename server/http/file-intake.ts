// A file that is handed in by a request: taken in whole or not at all, never held in memory, and looked at rather than believed.

import type { Readable } from 'node:stream';
import type { PortfolioId } from '@throughline/identity';
import type { Blobs, NewBlob } from '../blobs/blobs.ts';
import { type Taken, TooLongError } from '../blobs/intake.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { queueRemoval, usedBytes } from '../media/blobs.ts';
import { type MediaType, sendableAs, sizeSentence } from '../media/rules-types.ts';
import type { Sniffed } from '../media/sniff.ts';
import { sentence } from '../words/sentence.ts';
import { ProblemError } from './problems.ts';

const most = Math.max(...Object.values(limits.mediaBytes));

export async function takeIn(
  { db, blobs }: { db: Database; blobs: Blobs },
  body: Readable | undefined,
  announced: number,
): Promise<Taken> {
  if (!body || announced === 0) throw empty();
  if (announced > most) throw tooLarge();
  const room = await blobs.reserve(Number.isFinite(announced) ? announced : most, await usedBytes(db));
  if (!room) throw new ProblemError(507, 'storage_full', sentence('problem.storage_full'));
  try {
    const taken = await blobs.take(body, most);
    if (taken.bytes > 0) return taken;
    await taken.drop();
    throw empty();
  } catch (error) {
    throw error instanceof TooLongError ? tooLarge() : error;
  } finally {
    room.giveBack();
  }
}

function empty(): ProblemError {
  return new ProblemError(400, 'invalid_request', sentence('problem.invalid_request.empty'), {
    errors: [{ field: 'body', problem: sentence('field.bytes') }],
  });
}

function tooLarge(): ProblemError {
  return new ProblemError(413, 'media_too_large', sentence('problem.media_too_large', { most: sizeSentence(most) }));
}

export function typeFor({ mimeType }: Sniffed, bytes: number): MediaType {
  const sendable = sendableAs(mimeType, bytes);
  if (sendable.kind === 'sendable') return sendable.type;
  const [status, code] = sendable.kind === 'too_large' ? [413, 'media_too_large'] : [422, 'media_not_sendable'];
  throw new ProblemError(Number(status), String(code), sendable.detail, {
    errors: [{ field: 'body', problem: sendable.detail }],
  });
}

/** The object stands in the store before its row: where the row does not come to be, it goes again. */
export async function keptOrRemoved<T>(
  { db, portfolioId, content }: { db: Database; portfolioId: PortfolioId; content: NewBlob },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await inTransaction(db, (tx) => queueRemoval(tx, portfolioId, content));
    throw error;
  }
}
