// The door to the files themselves. What strangers sent is handed to browsers here, so nothing of it is ever run: its type is what the bytes
// are, out of a short list; pictures, sound and films may be shown, everything else is for saving; and whatever a browser may
// make of it stays in a sandbox of its own. The link is the permission (media/links.ts).

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Blobs } from '../blobs/blobs.ts';
import type { Database } from '../db/connect.ts';
import { blobOf } from '../media/blobs.ts';
import { type Linked, readLink } from '../media/links.ts';
import { dispositionOf, safeName } from '../media/rules-names.ts';
import { servedAs } from '../media/rules-types.ts';
import { sentence } from '../words/sentence.ts';
import { ProblemError } from './problems.ts';
import { rangeOf } from './ranges.ts';

export interface MediaDoor {
  db: Database;
  blobs: Blobs;
  linkKey: Uint8Array;
  clock: () => number;
}

type Request = FastifyRequest<{ Params: { token: string } }>;

export async function mediaDoor(app: FastifyInstance, { db, blobs, linkKey, clock }: MediaDoor): Promise<void> {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:token',
    exposeHeadRoute: false,
    schema: { hide: true },
    handler: async (request, reply) => {
      protect(reply);
      const read = readLink(linkKey, (request as Request).params.token, clock());
      if (read.kind === 'bad') throw new ProblemError(404, 'not_found', sentence('problem.not_found.link'));
      if (read.kind === 'expired') throw new ProblemError(410, 'link_expired', sentence('problem.link_expired'));
      const lastsS = Math.max(0, Math.floor((read.expiresAt - clock()) / 1000));
      return await serve(request as Request, reply, { db, blobs, link: read.link, lastsS });
    },
  });
}

function protect(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', "sandbox; default-src 'none'");
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cache-control', 'no-store');
}

interface Serving {
  db: Database;
  blobs: Blobs;
  link: Linked;
  lastsS: number;
}

async function serve(
  request: Request,
  reply: FastifyReply,
  { db, blobs, link, lastsS }: Serving,
): Promise<FastifyReply> {
  const blob = await blobOf(db, link.portfolioId, link.mediaId);
  if (!blob) throw gone();
  const { contentType, inline } = servedAs(blob.mimeType);
  reply.header('accept-ranges', 'bytes');
  const range = rangeOf(request.headers.range, blob.size);
  if (range.kind === 'unsatisfiable') {
    reply.header('content-range', `bytes */${blob.size}`);
    throw new ProblemError(
      416,
      'range_not_satisfiable',
      sentence('problem.range_not_satisfiable', { count: blob.size }),
    );
  }
  const part = range.kind === 'part' ? range : { start: 0, end: blob.size - 1 };
  const bytes = request.method === 'HEAD' ? null : await readOrSay(request, blobs, { blob, part });
  if (bytes === undefined) throw gone();
  bytes?.on('error', (error) => request.log.error({ event: 'media_not_read', media: link.mediaId, error: error.name }));
  reply.header('content-type', contentType);
  reply.header('content-disposition', dispositionOf(inline, safeName(blob.filename)));
  reply.header('content-length', part.end - part.start + 1);
  // As long as the link: whoever has it may have the file that long anyway.
  reply.header('cache-control', `private, max-age=${lastsS}, no-transform`);
  if (range.kind === 'part') {
    reply.code(206);
    reply.header('content-range', `bytes ${part.start}-${part.end}/${blob.size}`);
  }
  return reply.send(bytes);
}

async function readOrSay(
  request: Request,
  blobs: Blobs,
  { blob, part }: { blob: Parameters<Blobs['read']>[0]; part: Parameters<Blobs['read']>[1] },
): ReturnType<Blobs['read']> {
  try {
    return await blobs.read(blob, part);
  } catch (error) {
    request.log.error({ event: 'media_not_read', error: error instanceof Error ? error.name : 'unknown' });
    throw new ProblemError(503, 'storage_unreachable', sentence('problem.storage_unreachable'));
  }
}

function gone(): ProblemError {
  return new ProblemError(404, 'not_found', sentence('problem.not_found.file'));
}
