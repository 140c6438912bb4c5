// Notes from before words were kept are given theirs.

import { wordsOf } from '../conversations/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { giveNotesWords, wordlessNotes } from '../notes/store.ts';

/** So many of them. Answers how many there were. */
export async function wordNotes(tx: Transaction, limit: number): Promise<number> {
  const notes = await wordlessNotes(tx, limit);
  await giveNotesWords(
    tx,
    notes.map(({ portfolioId, id, text }) => ({ portfolioId, id, words: wordsOf(text) })),
  );
  return notes.length;
}
