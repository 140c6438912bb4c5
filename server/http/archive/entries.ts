// What is in the archive of a person's data: everything the data map says is theirs, as JSON with its schema; the same to read, in their
// language; their files; and a card to keep.

import { type Explanation, PrivacyExport } from '@throughline/contract';
import { defaultPolicy } from '@throughline/identity';
import { z } from 'zod';
import type { Blobs } from '../../blobs/blobs.ts';
import { writeCard } from '../../cards/rules-write.ts';
import type { Database } from '../../db/connect.ts';
import { pagesOfFiles, readSubject } from '../../flows/read-subject.ts';
import { limits } from '../../limits.ts';
import { blobOf } from '../../media/blobs.ts';
import type { FileOfPerson } from '../../media/erasing.ts';
import { savedEnding } from '../../media/rules-types.ts';
import type { Subject } from '../../subject.ts';
import { cardOfContact } from '../../views/cards.ts';
import type { ContactFound } from '../../views/contacts.ts';
import { explanationOf } from '../../views/explanation.ts';
import { threadsFor } from '../../views/privacy-transcript.ts';
import { tell } from '../../words/say.ts';
import { firstPage, recipients } from './page.ts';
import { filesAndPages, threadPages } from './reading.ts';
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
  const about = { id: contact.id, found };
  const told = await explanationOf(db, { about, mostEvidence: limits.archiveEvidence }, defaultPolicy);
  const explanation = { ...told, steps: ownSteps(told) };
  yield { name: 'data.json', bytes: dataJson(parts, explanation) };
  yield { name: 'schema.json', bytes: once(JSON.stringify(z.toJSONSchema(PrivacyExport), null, 2)) };
  const files = yield* filesAndPages(viewer, filesOf(parts));
  const threads = yield* threadPages(
    { db, portfolioId, viewer },
    await threadsFor(db, portfolioId, subject.conversations),
  );
  const page = { viewer, now, contact, explanation, threads, files };
  yield { name: 'index.html', bytes: once([...firstPage(page)].join('')) };
  yield { name: 'contact.vcf', bytes: once(writeCard(cardOfContact(contact))) };
}

/** Row by row, so that a million messages take no more memory than a page of them. */
async function* dataJson(
  { db, found, subject, requestId, now, wrote }: ArchiveParts,
  explanation: Explanation,
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
      if (page.rows.length > 0) yield page.rows.map(rowOf(page.table)).join(',\n');
    } else if (page.rows.length > 0) yield `,\n${page.rows.map(rowOf(page.table)).join(',\n')}`;
  }
  yield `${table === undefined ? '' : ']}'}\n]}\n`;
}

/** Of a file, where in the archive it is. */
function rowOf(table: string): (row: Readonly<Record<string, unknown>>) => string {
  if (table !== 'media') return (row) => JSON.stringify(row);
  return (row) => {
    const file = fileName(row as unknown as FileOfPerson);
    return JSON.stringify(file ? { ...row, file } : row);
  };
}

/** Undefined where its bytes were never here. */
function fileName({ id, mimeType }: Pick<FileOfPerson, 'id' | 'mimeType'>): string | undefined {
  return mimeType ? `files/${id}.${savedEnding(mimeType)}` : undefined;
}

async function* filesOf({ db, blobs, found: { portfolioId }, subject }: ArchiveParts): AsyncGenerator<ArchiveEntry> {
  for await (const page of pagesOfFiles(db, subject))
    for (const file of page) {
      const name = fileName(file);
      const blob = name && (await blobOf(db, portfolioId, file.id));
      const bytes = blob && (await blobs.read(blob, { start: 0, end: blob.size - 1 }));
      if (bytes) yield { name, bytes };
    }
}

/** A step that keeps the person apart from somebody names that somebody, who is not theirs to know of. */
function ownSteps({ steps }: Explanation): Explanation['steps'] {
  return steps.filter(({ type }) => type !== 'kept_apart');
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
