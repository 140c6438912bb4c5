// These two are never one person, somebody says, whatever is seen later (I11).

import { type ContactId, forbidsMerge, holderAt } from '@throughline/identity';
import { anchorOfContact } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { around, refuse, type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';

export async function neverMerge(
  tx: Transaction,
  pair: { one: ContactId; other: ContactId },
  saying: Saying,
): Promise<Spoken> {
  const { state, contacts } = await around(tx, [pair.one, pair.other], saying);
  const [one, other] = contacts;
  const [a, b] = [anchorOfContact(state, one), anchorOfContact(state, other)];
  const [x, y] = [a && holderAt(state, a), b && holderAt(state, b)];
  if (!a || !b || !x || !y) throw new Error('A contact that was found has nobody in it.');
  if (one === other) return await refuse(tx, state, [one], { refused: { code: 'same_contact' }, saying });
  const never = forbidsMerge(state, x, y);
  if (never) {
    const refused = { code: 'already_apart' as const, by: never.actor.name, at: never.at };
    return await refuse(tx, state, [one, other], { refused, saying });
  }
  return await sayWord(tx, { kind: 'never-merge', ...spokenNow(state, saying), a, b }, saying);
}
