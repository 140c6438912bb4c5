// Two contacts somebody says something about: found, and not said no to already.

import { type Anchor, type ContactId, forbidsMerge, holderAt, type State } from '@throughline/identity';
import { anchorOfContact, type Refusal } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { around, refuse, type Saying, type Spoken } from './say-word.ts';

export interface Pair {
  one: ContactId;
  other: ContactId;
}

export type Two = { kind: 'two'; state: State; a: Anchor; b: Anchor } | { kind: 'refused'; spoken: Spoken };

/** `code`: what it means here that somebody has said of the two that they are never one person. */
export async function twoContacts(
  tx: Transaction,
  pair: Pair,
  { saying, code }: { saying: Saying; code: Extract<Refusal, { by: string }>['code'] },
): Promise<Two> {
  const { state, contacts } = await around(tx, [pair.one, pair.other], saying);
  const [one, other] = contacts;
  const [a, b] = [anchorOfContact(state, one), anchorOfContact(state, other)];
  const [x, y] = [a && holderAt(state, a), b && holderAt(state, b)];
  if (!a || !b || !x || !y) throw new Error('A contact that was found has nobody in it.');
  const no = async (contactIds: ContactId[], refused: Refusal): Promise<Two> => ({
    kind: 'refused',
    spoken: await refuse(tx, state, contactIds, { refused, saying }),
  });
  if (one === other) return await no([one], { code: 'same_contact' });
  const never = forbidsMerge(state, x, y);
  if (never) return await no([one, other], { code, by: never.actor.name, at: never.at });
  return { kind: 'two', state, a, b };
}
