// Two contacts are one person, somebody says. Their accounts and threads stay what they are; only the contact is one (R30, R33).

import { type ContactId, forbidsMerge, type HolderId, holderAt, type State } from '@throughline/identity';
import { anchorOfContact } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { around, refuse, type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';

export async function mergeContacts(
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
    const refused = { code: 'never_merge' as const, by: never.actor.name, at: never.at };
    return await refuse(tx, state, [one, other], { refused, saying });
  }
  return await sayWord(tx, { kind: 'merge', ...spokenNow(state, saying), a, b }, saying, (_before, after) =>
    isOne(after, holderAt(after, a), holderAt(after, b)),
  );
}

function isOne(state: State, a: HolderId | undefined, b: HolderId | undefined): boolean {
  const contactOf = (id: HolderId | undefined) => state.holders.find((holder) => holder.id === id)?.contactId;
  return contactOf(a) !== undefined && contactOf(a) === contactOf(b);
}
