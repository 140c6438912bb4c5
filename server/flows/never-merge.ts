// These two are never one person, somebody says, whatever is seen later (I11).

import type { Transaction } from '../db/connect.ts';
import { type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';
import { type Pair, twoContacts } from './two-contacts.ts';

export async function neverMerge(tx: Transaction, pair: Pair, saying: Saying): Promise<Spoken> {
  const found = await twoContacts(tx, pair, { saying, code: 'already_apart' });
  if (found.kind === 'refused') return found.spoken;
  const { state, a, b } = found;
  return await sayWord(tx, { kind: 'never-merge', ...spokenNow(state, saying), a, b }, saying);
}
