// The privacy room, outside the database: the ledger of erasures, a file that only grows. A backup of the database does not know of what
// was erased after it; this does. It holds keyed hashes and random ids, and names nobody.

import { open, readFile } from 'node:fs/promises';
import type { Erasure } from './marks.ts';
import { LedgerReader, linesOf } from './rules-ledger.ts';

export interface Ledger {
  /** Returns once it is on the disk. */
  append(one: Erasure): Promise<void>;
  /** @throws where a line in its middle cannot be read. */
  read(): Promise<Erasure[]>;
}

export function openLedger(path: string): Ledger {
  return {
    append: async (one) => {
      const file = await open(path, 'a', 0o600);
      try {
        // On a line of its own, also after a line that was cut off.
        await file.appendFile(`\n${linesOf(one)}`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: async () => {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      const reader = new LedgerReader();
      for (const line of text.split('\n')) if (!cutOff(line)) reader.read(line);
      return [...reader.whole.values()];
    },
  };
}

/** A crash leaves the beginning of a line, which has no end. */
function cutOff(line: string): boolean {
  return line !== '' && !line.endsWith('}');
}
