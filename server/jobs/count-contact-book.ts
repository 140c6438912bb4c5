// Time's door to counting what is known of people: each portfolio once an hour, a small one each time, one after the other.

import { type Database, inTransaction } from '../db/connect.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { keepBookCounts, uncountedSince } from '../numbers/contact-book.ts';
import { countBook } from '../views/contact-book-counts.ts';

/** Answers 0: what is due again at once would be counted without end. */
export async function countContactBooks({ db, tools }: { db: Database; tools: Tools }): Promise<0> {
  const due = await uncountedSince(db, tools.clock() - limits.contactBookCountedMs, limits.contactBookFewPeople);
  for (const portfolioId of due) {
    const at = tools.clock();
    const counts = await countBook(db, portfolioId, at);
    await inTransaction(db, (tx) => keepBookCounts(tx, portfolioId, { counts, at }));
  }
  return 0;
}
