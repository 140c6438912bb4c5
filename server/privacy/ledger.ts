// The privacy room, outside the database: the ledger of erasures, a file that only grows. A backup of the database does not know of what
// was erased after it; this does. It holds keyed hashes and random ids, and names nobody.

import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Erasure } from './marks.ts';
import { headOf, LedgerReader, linesOf } from './rules-ledger.ts';

export interface Ledger {
  path: string;
  /** By which the database knows it; undefined where there is no file yet, or one begun before ledgers had ids. */
  id(): Promise<string | undefined>;
  /** Gives it its id. Returns once it is on the disk. */
  begin(id: string): Promise<void>;
  /** Returns once it is on the disk. @throws where the file is gone: nobody is erased without it. */
  append(one: Erasure): Promise<void>;
  /** @throws where a line in its middle cannot be read. */
  read(): Promise<Erasure[]>;
}

export function openLedger(path: string): Ledger {
  return {
    path,
    id: async () => (await readLines(path)).id,
    begin: async (id) => {
      await appendTo(path, headOf(id), constants.O_CREAT);
      await syncFolder(dirname(path));
    },
    append: (one) => appendTo(path, linesOf(one)),
    read: async () => [...(await readLines(path)).whole.values()],
  };
}

async function appendTo(path: string, lines: string, create = 0): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND | create, 0o600);
  try {
    // On a line of its own, also after a line that was cut off.
    await file.appendFile(`\n${lines}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new file is there after a power cut only once its folder is on the disk. Not every system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

async function readLines(path: string): Promise<LedgerReader> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const reader = new LedgerReader();
  for (const line of text.split('\n')) if (!cutOff(line)) reader.read(line);
  return reader;
}

/** A crash leaves the beginning of a line, which has no end. */
function cutOff(line: string): boolean {
  return line !== '' && !line.endsWith('}');
}
