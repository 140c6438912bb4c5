// An archive opened for somebody who takes it away, by the API or at the command line: in the person's language, and followed as it is written.

import type { Blobs } from '../../blobs/blobs.ts';
import type { Database } from '../../db/connect.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { followDownload } from '../../flows/note-download.ts';
import { subjectOf } from '../../flows/preview-privacy.ts';
import { countGiven } from '../../flows/read-subject.ts';
import type { Tools } from '../../flows/tools.ts';
import type { Download, RequestRow } from '../../privacy/store.ts';
import { contactById } from '../../views/contacts.ts';
import { languageFor } from '../../views/privacy-transcript.ts';
import { type Viewer, within } from '../../words/viewer.ts';
import { archiveEntries } from './entries.ts';
import type { ArchiveEntry } from './zip.ts';

export interface OpenedArchive {
  entries: AsyncIterable<ArchiveEntry>;
  /** It was broken off before its end. */
  cut: () => Promise<void>;
}

export interface Opening {
  request: RequestRow;
  /** Whoever takes it; the archive is in the person's language where that is known. */
  viewer: Viewer;
  heard?: (download: Download) => void;
}

/** Undefined where the person is not there any more. */
export async function openArchive(
  { db, blobs, tools }: { db: Database; blobs: Blobs; tools: Tools },
  { request, viewer, heard }: Opening,
): Promise<OpenedArchive | undefined> {
  const subject = await inSnapshot(db, (tx) => subjectOf(tx, request));
  const spoken = await languageFor(db, request, subject.conversations);
  const found = await contactById(db, { ...within(viewer, request.portfolioId), ...spoken }, request.contactId);
  if (!found) return undefined;
  const total = await countGiven(db, subject);
  const download = await followDownload(db, { request, total }, tools, heard);
  const now = new Date(tools.clock());
  const parts = { db, blobs, found, subject, requestId: request.id, now, wrote: download.wrote };
  return { entries: followed(), cut: () => download.ended('cut') };

  // Noted before the last bytes leave, so that whoever has them all is told so.
  async function* followed() {
    yield* archiveEntries(parts);
    await download.ended('taken');
  }
}
