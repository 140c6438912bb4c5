// The archive of an access request. It is never kept: it is made while it is taken away, and opens with the passphrase alone.

import { DownloadArchive } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { takeArchive } from '../../flows/take-archive.ts';
import { sentence } from '../../words/sentence.ts';
import { openArchive } from '../archive/open.ts';
import { sealedZip } from '../archive/zip.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';

export const privacyArchive: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, blobs, tools, guard }) => {
  app.post(
    '/privacy/requests/:id/archive',
    {
      ...guard('privacy:manage'),
      schema: {
        tags: ['Privacy'],
        summary: 'Take the archive of an access request away, sealed with a passphrase',
        description:
          'A ZIP (AES-256): data.json and its schema, the same to read as index.html, files, and a card. Made as it is taken and never kept here; noted each time.',
        params: z.object({ id: z.uuid() }),
        body: DownloadArchive,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const taken = await inTransaction(db, (tx) =>
        takeArchive(tx, { portfolios: actor.portfolios, id, actor }, tools),
      );
      if (taken.kind === 'no_request') throw notFound('request');
      if (taken.kind === 'not_ready')
        throw new ProblemError(409, 'privacy_no_archive', sentence('problem.privacy_no_archive'));
      const opening = { request: taken.request, viewer: viewerOf(request) };
      const archive = await openArchive({ db, blobs, tools }, opening);
      if (!archive) throw notFound('contact');
      reply.header('content-type', 'application/zip');
      reply.header('content-disposition', `attachment; filename="data-${id.slice(0, 8)}.zip"`);
      reply.header('cache-control', 'no-store');
      const zip = sealedZip(archive.entries, request.body.passphrase);
      zip.once('close', () => {
        if (!zip.readableEnded)
          archive.cut().catch(() => request.log.error({ event: 'archive_not_noted', request: id }));
      });
      zip.on('error', (error) => request.log.error({ event: 'archive_not_made', request: id, error: error.name }));
      return await reply.send(zip);
    },
  );
};
