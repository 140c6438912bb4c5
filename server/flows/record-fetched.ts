// What came of fetching a file, recorded, and told to whoever looks at the message it belongs to.

import { record } from '../changes/store.ts';
import { threadsWith } from '../conversations/places.ts';
import type { Transaction } from '../db/connect.ts';
import type { Content } from '../media/blobs.ts';
import { type Due, type FileKey, giveUp, keepFile, messagesWith, tryLater } from '../media/files.ts';
import { nextTry, type Trouble } from '../media/rules-fetching.ts';
import type { Tools } from './tools.ts';

/** `gone`: Meta has it no more. `too_large`: more than is taken. `trouble`: another try may do. */
export type Fetched =
  | { kind: 'here'; content: Content; mimeType: string; width?: number; height?: number }
  | { kind: 'gone' }
  | { kind: 'too_large' }
  | { kind: 'trouble'; trouble: Trouble };

/** `chance`: 0 to 1, spreads the next tries. */
export async function recordFetched(
  tx: Transaction,
  due: Due,
  fetched: Fetched,
  { tools, chance }: { tools: Tools; chance: number },
): Promise<void> {
  await save(tx, due, fetched, { tools, chance });
  await tellMedia(tx, due);
}

async function save(
  tx: Transaction,
  due: Due,
  fetched: Fetched,
  { tools, chance }: { tools: Tools; chance: number },
): Promise<void> {
  switch (fetched.kind) {
    case 'here':
      await keepFile(tx, due, fetched.content, fetched);
      return;
    case 'gone':
      return giveUp(tx, due, { state: 'expired', reason: 'gone' });
    case 'too_large':
      return giveUp(tx, due, { state: 'too_large', reason: 'too_large' });
    case 'trouble': {
      const { trouble } = fetched;
      const tried = { attempts: due.attempts, since: due.createdAt.getTime(), now: tools.clock(), chance };
      const next = nextTry(trouble, tried);
      if (next.kind === 'over') return giveUp(tx, due, { state: 'failed', reason: trouble });
      return tryLater(tx, due, { reason: trouble, delayMs: next.delayMs });
    }
  }
}

/** The threads that show this file are to be looked at again. */
export async function tellMedia(tx: Transaction, file: FileKey): Promise<void> {
  const { portfolioId } = file;
  const threads = await threadsWith(tx, portfolioId, await messagesWith(tx, file));
  await record(
    tx,
    portfolioId,
    threads.map((subjectId) => ({ kind: 'conversation' as const, subjectId })),
  );
}
