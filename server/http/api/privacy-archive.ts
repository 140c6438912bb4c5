// The archive of an access request. It is never kept: it is made while it is taken away, and opens with the passphrase alone.

import { DownloadArchive } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { type Downloading, followDownload } from '../../flows/note-download.ts';
import { subjectOf } from '../../flows/preview-privacy.ts';
import { countGiven } from '../../flows/read-subject.ts';
import { takeArchive } from '../../flows/take-archive.ts';
import { contactById } from '../../views/contacts.ts';
import { languageFor } from '../../views/privacy-transcript.ts';
import { sentence } from '../../words/sentence.ts';
import { within } from '../../words/viewer.ts';
import { type ArchiveParts, archiveEntries } from '../archive/entries.ts';
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
      const subject = await inSnapshot(db, (tx) => subjectOf(tx, taken.request));
      const spoken = await languageFor(db, taken.request, subject.conversations);
      const viewer = { ...within(viewerOf(request), taken.request.portfolioId), ...spoken };
      const found = await contactById(db, viewer, taken.request.contactId);
      if (!found) throw notFound('contact');
      const total = await countGiven(db, subject);
      const download = await followDownload(db, { request: taken.request, total }, tools);
      const now = new Date(tools.clock());
      const parts = { db, blobs, found, subject, requestId: id, now, wrote: download.wrote };
      reply.header('content-type', 'application/zip');
      reply.header('content-disposition', `attachment; filename="data-${id.slice(0, 8)}.zip"`);
      reply.header('cache-control', 'no-store');
      const zip = sealedZip(followed(parts, download), request.body.passphrase);
      zip.once('close', () => {
        if (!zip.readableEnded)
          download.ended('cut').catch(() => request.log.error({ event: 'archive_not_noted', request: id }));
      });
      zip.on('error', (error) => request.log.error({ event: 'archive_not_made', request: id, error: error.name }));
      return await reply.send(zip);
    },
  );
};

/** Noted before the last bytes leave, so that whoever has them all is told so. */
async function* followed(parts: ArchiveParts, download: Downloading) {
  yield* archiveEntries(parts);
  await download.ended('taken');
}
