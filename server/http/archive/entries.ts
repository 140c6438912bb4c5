// What is in the archive of a person's data: everything the data map says is theirs, as JSON with its schema; the same to read, in their
// language; their files; and a card to keep.

import { type Explanation, PrivacyExport } from '@throughline/contract';
import { defaultPolicy, type PortfolioId } from '@throughline/identity';
import { z } from 'zod';
import type { Blobs } from '../../blobs/blobs.ts';
import { writeCard } from '../../cards/rules-write.ts';
import type { Database } from '../../db/connect.ts';
import { readSubject } from '../../flows/read-subject.ts';
import { blobOf } from '../../media/blobs.ts';
import type { FileOfPerson } from '../../media/erasing.ts';
import type { Subject } from '../../subject.ts';
import { cardOfContact } from '../../views/cards.ts';
import type { ContactFound } from '../../views/contacts.ts';
import { explanationOf } from '../../views/explanation.ts';
import { linesOfThread, threadsFor } from '../../views/privacy-transcript.ts';
import { tell } from '../../words/say.ts';
import { archivePage, recipients } from './page.ts';
import type { ArchiveEntry } from './zip.ts';

export interface ArchiveParts {
  db: Database;
  blobs: Blobs;
  found: ContactFound;
  subject: Subject;
  requestId: string;
  now: Date;
  /** Told of rows as they are written. */
  wrote?: (rows: number) => Promise<void>;
}

export async function* archiveEntries(parts: ArchiveParts): AsyncGenerator<ArchiveEntry> {
  const { db, found, subject, now } = parts;
  const { viewer, portfolioId, contact } = found;
  const told = await explanationOf(db, { about: { id: contact.id, found } }, defaultPolicy);
  const explanation = { ...told, steps: ownSteps(told) };
  const files = new Map<string, string>();
  yield { name: 'data.json', bytes: dataJson(parts, { explanation, files }) };
  yield { name: 'schema.json', bytes: once(JSON.stringify(z.toJSONSchema(PrivacyExport), null, 2)) };
  for (const [mediaId, name] of files) {
    const bytes = await bytesOf(parts, portfolioId, mediaId);
    if (bytes) yield { name, bytes };
    else files.delete(mediaId);
  }
  const threads = await threadsFor(db, portfolioId, subject.conversations);
  const linesOf = ({ id }: { id: string }) => linesOfThread(db, portfolioId, id);
  const page = { viewer, now, contact, explanation, threads, linesOf, files: [...files.values()] };
  yield { name: 'index.html', bytes: archivePage(page) };
  yield { name: 'contact.vcf', bytes: once(writeCard(cardOfContact(contact))) };
}

/** Row by row, so that a million messages take no more memory than a page of them. */
async function* dataJson(
  { db, found, subject, requestId, now, wrote }: ArchiveParts,
  { explanation, files }: { explanation: Explanation; files: Map<string, string> },
): AsyncGenerator<string> {
  const { viewer, contact } = found;
  const head = {
    schema: 'throughline-privacy-export-1',
    requestId,
    exportedAt: now.toISOString(),
    you: {
      name: contact.displayName,
      username: contact.username ?? null,
      numbers: subject.phones.map(({ phone, from, until }) => ({
        value: phone,
        from: from === '-infinity' ? null : from,
        until: until === 'infinity' ? null : until,
      })),
      earlierUsernames: subject.usernames.filter((one) => one !== contact.username),
      accounts: [...subject.bsuids, ...subject.parents],
    },
    whyYou: explanation.steps.map(({ at, title, detail }) => ({ at, title, detail })),
    recipients: recipients.map((key) => tell(viewer, { key, values: {} })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"sections":[`;
  let table: string | undefined;
  for await (const page of readSubject(db, subject)) {
    await wrote?.(page.rows.length);
    if (page.table !== table) {
      yield `${table === undefined ? '' : ']},'}\n{"heading":${JSON.stringify(page.heading)},"from":${JSON.stringify(page.table)},"rows":[`;
      table = page.table;
      if (page.rows.length > 0) yield page.rows.map(rowOf(page.table, files)).join(',\n');
    } else if (page.rows.length > 0) yield `,\n${page.rows.map(rowOf(page.table, files)).join(',\n')}`;
  }
  yield `${table === undefined ? '' : ']}'}\n]}\n`;
}

/** Of a file, where in the archive it is. */
function rowOf(table: string, files: Map<string, string>): (row: Readonly<Record<string, unknown>>) => string {
  if (table !== 'media') return (row) => JSON.stringify(row);
  return (row) => {
    const { id, mimeType: type } = row as Partial<FileOfPerson>;
    if (id === undefined || !type) return JSON.stringify(row);
    const name = `files/${id}.${/^[a-z]+\/(?:x-)?([a-z0-9]{2,5})\b/.exec(type)?.[1] ?? 'bin'}`;
    files.set(id, name);
    return JSON.stringify({ ...row, file: name });
  };
}

/** A step that keeps the person apart from somebody names that somebody, who is not theirs to know of. */
function ownSteps({ steps }: Explanation): Explanation['steps'] {
  return steps.filter(({ type }) => type !== 'kept_apart');
}

async function bytesOf({ db, blobs }: ArchiveParts, portfolioId: PortfolioId, mediaId: string) {
  const blob = await blobOf(db, portfolioId, mediaId);
  return blob && (await blobs.read(blob, { start: 0, end: blob.size - 1 }));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
