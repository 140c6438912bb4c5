// The pages of an archive, made as what they show is read: no more than a page of messages or names is in memory, and a line for each page.

import type { PortfolioId } from '@throughline/identity';
import type { Database } from '../../db/connect.ts';
import { limits } from '../../limits.ts';
import { linesOfThread, type SaidLine, type TranscriptThread } from '../../views/privacy-transcript.ts';
import type { Viewer } from '../../words/viewer.ts';
import { type FileList, filesPage, type Part, partPage } from './page.ts';
import type { ArchiveEntry } from './zip.ts';

interface Reading {
  db: Database;
  portfolioId: PortfolioId;
  viewer: Viewer;
}

/** Pages of long threads; answers what the first page shows of all. Threads that are short stand there, up to a page of them. */
export async function* threadPages(
  { db, portfolioId, viewer }: Reading,
  threads: readonly TranscriptThread[],
): AsyncGenerator<ArchiveEntry, { with: string; parts: Part[] }[]> {
  const shown: { with: string; parts: Part[] }[] = [];
  let room = limits.archivePageLines;
  for (const [index, thread] of threads.entries()) {
    const parts: Part[] = [];
    let earlier: string | undefined;
    for await (const { lines, number, isLast } of pagesOf(linesOfThread(db, portfolioId, thread.id))) {
      const [first, last] = [lines[0], lines.at(-1)];
      if (!first || !last) continue;
      if (number === 1 && isLast && lines.length <= room) {
        parts.push({ kind: 'here', lines });
        room -= lines.length;
        continue;
      }
      const file = partName(index + 1, number);
      const later = isLast ? undefined : partName(index + 1, number + 1);
      yield {
        name: `messages/${file}`,
        bytes: steadily(partPage(viewer, { with: thread.with, lines, earlier, later })),
      };
      parts.push({ kind: 'page', name: `messages/${file}`, from: first.at, until: last.at });
      earlier = file;
    }
    shown.push({ with: thread.with, parts });
  }
  return shown;
}

const partName = (thread: number, page: number) => `${thread}-${String(page).padStart(4, '0')}.html`;

interface Lines {
  lines: SaidLine[];
  number: number;
  isLast: boolean;
}

async function* pagesOf(said: AsyncIterable<SaidLine>): AsyncGenerator<Lines> {
  let lines: SaidLine[] = [];
  let number = 1;
  for await (const line of said) {
    if (lines.length === limits.archivePageLines) {
      yield { lines, number, isLast: false };
      number += 1;
      lines = [];
    }
    lines.push(line);
  }
  yield { lines, number, isLast: true };
}

/** The files themselves, and pages of their names where they are many; answers what the first page shows of them. */
export async function* filesAndPages(
  viewer: Viewer,
  files: AsyncIterable<ArchiveEntry>,
): AsyncGenerator<ArchiveEntry, FileList> {
  const pages: { name: string; from: number; until: number }[] = [];
  let names: string[] = [];
  const page = (): ArchiveEntry => {
    const from = pages.length * limits.archivePageFiles + 1;
    const name = `files/${String(pages.length + 1).padStart(4, '0')}.html`;
    pages.push({ name, from, until: from + names.length - 1 });
    const listed = names;
    names = [];
    return { name, bytes: steadily(filesPage(viewer, listed)) };
  };
  for await (const file of files) {
    if (names.length === limits.archivePageFiles) yield page();
    yield file;
    names.push(file.name);
  }
  if (pages.length === 0) return { kind: 'here', names };
  yield page();
  return { kind: 'pages', pages };
}

async function* steadily(pieces: Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
}
