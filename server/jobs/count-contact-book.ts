// Time's door to counting what is known of people: each portfolio once an hour, one after the other.

import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { keepBookCounts, uncountedSince } from '../numbers/contact-book.ts';
import { countBook } from '../views/contact-book-counts.ts';

/** Answers how many portfolios were counted. */
export async function countContactBooks({ db, tools }: { db: Database; tools: Tools }): Promise<number> {
  const due = await uncountedSince(db, tools.clock() - limits.contactBookCountedMs);
  for (const portfolioId of due) {
    const at = tools.clock();
    const counts = await countBook(db, portfolioId, at);
    await inTransaction(db, (tx) => keepBookCounts(tx, portfolioId, { counts, at }));
  }
  return due.length;
}
