// Two contacts are one person, somebody says. Their accounts and threads stay what they are; only the contact is one (R30, R33).

import { type HolderId, holderAt, type State } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';
import { type Pair, twoContacts } from './two-contacts.ts';

export async function mergeContacts(tx: Transaction, pair: Pair, saying: Saying): Promise<Spoken> {
  const found = await twoContacts(tx, pair, { saying, code: 'never_merge' });
  if (found.kind === 'refused') return found.spoken;
  const { state, a, b } = found;
  return await sayWord(tx, { kind: 'merge', ...spokenNow(state, saying), a, b }, saying, (_before, after) =>
    isOne(after, holderAt(after, a), holderAt(after, b)),
  );
}

function isOne(state: State, a: HolderId | undefined, b: HolderId | undefined): boolean {
  const contactOf = (id: HolderId | undefined) => state.holders.find((holder) => holder.id === id)?.contactId;
  return contactOf(a) !== undefined && contactOf(a) === contactOf(b);
}
