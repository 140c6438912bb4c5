// Files: look at one, ask for one again, upload one to send.

import type { Readable } from 'node:stream';
import { Media, type Media as MediaShape, Problem, UploadedMedia } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Database, inTransaction } from '../../db/connect.ts';
import { queueRemoval } from '../../media/blobs.ts';
import { addUpload, askAgain } from '../../media/files.ts';
import { safeName } from '../../media/rules-names.ts';
import { sniff } from '../../media/sniff.ts';
import { usableNumber } from '../../views/business-numbers.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { mediaById } from '../../views/media.ts';
import { onlyPortfolio } from '../../views/portfolios.ts';
import { sentence } from '../../words/sentence.ts';
import type { Viewer } from '../../words/viewer.ts';
import { keptOrRemoved, takeIn, typeFor } from '../file-intake.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });

export const media: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, mediaUrl, wakeMedia }) => {
  const show = async (id: string, viewer: Viewer): Promise<MediaShape> => {
    const found = await mediaById(db, viewer, id);
    if (!found) throw notFound('upload');
    const { portfolioId, media } = found;
    return media.state === 'ready' ? { ...media, url: mediaUrl(portfolioId, media.id) } : media;
  };

  app.get(
    '/media/:id',
    {
      ...guard('conversations:read'),
      schema: {
        tags: ['Media'],
        summary: 'A file: whether it is here, and a link to it that lives for some minutes',
        params,
        response: { 200: Media, '4xx': Problem },
      },
    },
    async (request) => show(request.params.id, viewerOf(request)),
  );

  app.post(
    '/media/:id/retry',
    {
      ...guard('conversations:manage'),
      schema: {
        tags: ['Media'],
        summary: 'Ask WhatsApp again for a file that could not be fetched',
        params,
        headers: idempotency,
        response: { 202: Media, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const found = await mediaById(db, viewer, id);
      if (!found) throw notFound('upload');
      const { portfolioId } = found;
      const { asked } = await once(db, { request, asks: { retry: id } }, async (tx) => ({
        asked: await askAgain(tx, { portfolioId, id }),
      }));
      if (!asked)
        throw new ProblemError(
          409,
          'media_not_retryable',
          sentence('problem.media_not_retryable', { state: found.media.state }),
        );
      wakeMedia();
      return reply.code(202).send(await show(id, viewer));
    },
  );
};

const headers = idempotency.extend({
  'content-type': z.string().max(200).optional().describe('What it is, as you know it. The bytes decide.'),
  'x-filename': z.string().max(1000).optional().describe('Its name, percent-encoded UTF-8 (encodeURIComponent).'),
});

const whose = z.object({
  conversation: z.uuid().optional().describe('The conversation it is for; or'),
  from: z
    .string()
    .max(100)
    .optional()
    .describe('the id of the business number it is sent from. Needed only where you see several portfolios.'),
});

/** A plugin of its own: here a body is a file, whatever its type, and is never held in memory. */
export const mediaUploads: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard, blobs, log }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post(
    '/media',
    {
      ...guard('conversations:reply'),
      schema: {
        tags: ['Media'],
        summary: 'Upload a file to send: the bytes as the body',
        description:
          'The body is the file itself. It is looked at rather than believed, and refused here where WhatsApp would refuse it. Name its id in a message within a day.',
        querystring: whose,
        headers,
        response: { 201: UploadedMedia, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const portfolioId = await portfolioOf(db, viewerOf(request), request.query);
      const filename = nameIn(request.headers['x-filename']);
      const body = request.body as Readable | undefined;
      const taken = await takeIn({ db, blobs }, body, Number(request.headers['content-length'] ?? Number.NaN));
      try {
        const claim = { filename, mimeType: request.headers['content-type'] };
        const described = await sniff(taken.head, taken.bytes === taken.head.length, claim);
        const type = typeFor(described, taken.bytes);
        const content = await blobs.store(portfolioId, taken);
        const id = tools.newId();
        const asks = { upload: taken.hash.toString('hex'), filename, portfolioId };
        const answer = await keptOrRemoved({ db, portfolioId, content }, () =>
          once(db, { request, asks }, async (tx) => {
            await addUpload(tx, portfolioId, { id, type, filename: filename ?? null }, content, described);
            return { id, type, mimeType: described.mimeType, sizeBytes: taken.bytes, filename: filename ?? null };
          }),
        );
        // Repeated under its key: the answer is the first one's, and these bytes are one copy too many.
        if (answer.id !== id) await inTransaction(db, (tx) => queueRemoval(tx, portfolioId, content));
        log.info({ event: 'media_taken', media: answer.id });
        return reply.code(201).send(answer);
      } finally {
        await taken.drop();
      }
    },
  );
};

async function portfolioOf(
  db: Database,
  viewer: Viewer,
  { conversation, from }: z.infer<typeof whose>,
): Promise<PortfolioId> {
  if (conversation) {
    const found = await conversationById(db, viewer, conversation);
    if (!found) throw notFound('conversation');
    return found.portfolioId;
  }
  if (from) {
    const number = await usableNumber(db, viewer.portfolios, from);
    if (!number) throw notFound('business number');
    return number.portfolioId;
  }
  const only = await onlyPortfolio(db, viewer.portfolios);
  if (only) return only;
  throw new ProblemError(422, 'portfolio_unclear', sentence('problem.portfolio_unclear'), {
    errors: [{ field: 'querystring.conversation', problem: sentence('field.conversation_or_number') }],
  });
}

function nameIn(header: string | undefined): string | undefined {
  try {
    return safeName(decodeURIComponent(header ?? ''));
  } catch {
    throw new ProblemError(400, 'invalid_request', sentence('problem.invalid_request.filename'), {
      errors: [{ field: 'headers.x-filename', problem: sentence('field.filename') }],
    });
  }
}
