// A file an integration hands in as Meta takes it: a form with the file in it. It is kept like any file of ours, and answered by our id.

import type { PortfolioId } from '@throughline/identity';
import type { FastifyRequest } from 'fastify';
import type { Blobs } from '../blobs/blobs.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { addUpload } from '../media/files.ts';
import { safeName } from '../media/rules-names.ts';
import { sniff } from '../media/sniff.ts';
import { keptOrRemoved, takeIn, typeFor } from './file-intake.ts';
import { badParameter } from './relay-errors.ts';

interface Taking {
  db: Database;
  blobs: Blobs;
  tools: Tools;
  portfolioId: PortfolioId;
}

export async function takeUpload(request: FastifyRequest, { db, blobs, tools, portfolioId }: Taking): Promise<string> {
  if (!request.isMultipart()) throw badParameter('file', 'must be sent as multipart/form-data');
  const part = await request.file();
  if (!part) throw badParameter('file', 'is required');
  // How much the form announces is a little more than the file.
  const taken = await takeIn({ db, blobs }, part.file, Number(request.headers['content-length'] ?? Number.NaN));
  try {
    const filename = safeName(part.filename);
    const described = await sniff(taken.head, taken.bytes === taken.head.length, {
      ...{ filename, mimeType: part.mimetype },
    });
    const type = typeFor(described, taken.bytes);
    const content = await blobs.store(portfolioId, taken);
    const id = tools.newId();
    await keptOrRemoved({ db, portfolioId, content }, () =>
      inTransaction(db, (tx) =>
        addUpload(tx, portfolioId, { id, type, filename: filename ?? null }, content, described),
      ),
    );
    return id;
  } finally {
    await taken.drop();
  }
}
