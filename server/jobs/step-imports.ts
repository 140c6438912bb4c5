// Time's door to imports: goes on with those that are looked at or carried out, a batch and a commit at a time; forgets those that are over.

import { type Database, inTransaction } from '../db/connect.ts';
import { type Deciding, stepImport } from '../flows/step-import.ts';
import type { Tools } from '../flows/tools.ts';
import type { ImportKey } from '../imports/shapes.ts';
import { forgetImports, putOffImport } from '../imports/store.ts';
import { limits } from '../limits.ts';
import { isPassing } from './drain-inbox.ts';

export interface Importing extends Deciding {
  db: Database;
}

/**
 * One batch of one of them. Answers 0 where there is none.
 *
 * @throws what it failed with; the import is put off then, so that it does not hold up others.
 */
export async function stepImports({ db, policy, tools }: Importing): Promise<number> {
  const taken: ImportKey[] = [];
  try {
    return (await inTransaction(db, (tx) => stepImport(tx, { policy, tools }, (one) => void taken.push(one)))) ? 1 : 0;
  } catch (error) {
    const [one] = taken;
    if (one && !isPassing(error)) await inTransaction(db, (tx) => putOffImport(tx, one, new Date(tools.clock())));
    throw error;
  }
}

export async function sweepImports({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const daysAgo = (days: number) => new Date(tools.clock() - days * 86_400_000);
  const over = { before: daysAgo(limits.importKeptDays), cutBefore: daysAgo(limits.importWaitsDays) };
  return await inTransaction(db, (tx) => forgetImports(tx, over));
}
