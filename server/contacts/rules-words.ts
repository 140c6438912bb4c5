// What a word of people's is about, and whom it changes. Pure.

import {
  type Anchor,
  anchorOf,
  anchorsOf,
  type ContactId,
  type Holder,
  type HolderId,
  holderAt,
  type State,
  type Word,
} from '@throughline/identity';

/** Why a word would have no effect, or may not be said. */
export type Refusal =
  | { code: 'same_contact' }
  | { code: 'never_merge'; by: string; at: number }
  | { code: 'already_apart'; by: string; at: number }
  | { code: 'account_unknown' }
  | { code: 'alone' }
  | { code: 'step_unknown' }
  | { code: 'word_unknown' }
  | { code: 'taken_back' }
  | { code: 'no_effect' };

export const membersOf = (state: State, id: ContactId): Holder[] =>
  state.holders.filter((holder) => holder.contactId === id);

/** What to call a contact by in a word: the account it has its id from. */
export function anchorOfContact(state: State, id: ContactId): Anchor | undefined {
  const [first] = membersOf(state, id).sort((a, b) => Number(b.ownContactId === id) - Number(a.ownContactId === id));
  return first && anchorOf(state, first.id);
}

/** Contacts that are not made of the same as before, and those of whom the word speaks; who was seen first stands first. */
export function concernedContacts(before: State, after: State, word: Word | null): Concerned {
  const was = new Map(before.holders.map((holder) => [holder.id, holder.contactId]));
  const is = new Map(after.holders.map((holder) => [holder.id, holder.contactId]));
  const moved = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  const named = (state: State) => (word ? anchorsOf(word) : []).flatMap((anchor) => holderAt(state, anchor) ?? []);
  const holders = new Set<HolderId>([...moved, ...named(before), ...named(after)]);
  const within = (state: State, contacts: ReadonlyMap<HolderId, ContactId>) =>
    [...new Set([...holders].flatMap((id) => contacts.get(id) ?? []))].sort(
      (a, b) => bornOf(state, a) - bornOf(state, b),
    );
  return { before: within(before, was), after: within(after, is) };
}

const bornOf = (state: State, id: ContactId) => Math.min(...membersOf(state, id).map((holder) => holder.born.at));

export interface Concerned {
  before: ContactId[];
  after: ContactId[];
}
