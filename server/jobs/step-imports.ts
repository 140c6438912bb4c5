// Time's door to imports: goes on with those that are looked at or carried out, a batch and a commit at a time; forgets those that are over.

import { type Database, inTransaction } from '../db/connect.ts';
import { type Deciding, stepImport } from '../flows/step-import.ts';
import type { Tools } from '../flows/tools.ts';
import { forgetImports } from '../imports/store.ts';
import { limits } from '../limits.ts';

export interface Importing extends Deciding {
  db: Database;
}

/** One batch of one of them. Answers 0 where there is none. */
export async function stepImports({ db, policy, tools }: Importing): Promise<number> {
  return (await inTransaction(db, (tx) => stepImport(tx, { policy, tools }))) ? 1 : 0;
}

export async function sweepImports({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const daysAgo = (days: number) => new Date(tools.clock() - days * 86_400_000);
  const over = { before: daysAgo(limits.importKeptDays), cutBefore: daysAgo(limits.importWaitsDays) };
  return await inTransaction(db, (tx) => forgetImports(tx, over));
}
