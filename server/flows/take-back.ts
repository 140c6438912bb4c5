// Somebody takes back what was said about who is who. Everything is as if it had never been said, but for the card that tells of it.

import { anchorsOf, type ContactId, type EvidenceId, holderAt, takenBack } from '@throughline/identity';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { around, refuse, type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';

export async function takeBack(
  tx: Transaction,
  { contactId: named, word: id }: { contactId: ContactId; word: string },
  saying: Saying,
): Promise<Spoken> {
  const { state, contacts } = await around(tx, [named], saying);
  const [contactId] = contacts;
  const members = membersOf(state, contactId);
  const word = state.words.find((one) => one.id === id);
  const about = word ? anchorsOf(word) : [];
  const isTheirs = members.some(({ id: own }) => about.some((anchor) => holderAt(state, anchor) === own));
  if (!word || !isTheirs) return await refuse(tx, state, [contactId], { refused: { code: 'word_unknown' }, saying });
  if (takenBack(state.words).has(id as EvidenceId))
    return await refuse(tx, state, [contactId], { refused: { code: 'taken_back' }, saying });
  return await sayWord(tx, { kind: 'undo', ...spokenNow(state, saying), word: word.id, about }, saying);
}
