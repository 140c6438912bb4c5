// What a word of people's is about, and whom it changes. Pure.

import {
  type Anchor,
  anchorOf,
  anchorsOf,
  type ContactId,
  type EvidenceId,
  type Holder,
  type HolderId,
  holderAt,
  type State,
  type Traced,
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

/** Contacts that are not made of the same as before, and those of whom the word speaks. */
export function concernedContacts(before: State, after: State, word: Word | null): Concerned {
  const was = new Map(before.holders.map((holder) => [holder.id, holder.contactId]));
  const is = new Map(after.holders.map((holder) => [holder.id, holder.contactId]));
  const moved = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  const named = (state: State) => (word ? anchorsOf(word) : []).flatMap((anchor) => holderAt(state, anchor) ?? []);
  const holders = new Set<HolderId>([...moved, ...named(before), ...named(after)]);
  const within = (contacts: ReadonlyMap<HolderId, ContactId>) => [
    ...new Set([...holders].flatMap((id) => contacts.get(id) ?? [])),
  ];
  return { before: within(was), after: within(is) };
}

export interface Concerned {
  before: ContactId[];
  after: ContactId[];
}

/**
 * The two a machine took for one at a fact: two that were joined, or the history of a number and the account that took it over.
 * Undefined where it joined nobody. Of several the last, which is the one that made the account what it is.
 */
export function joinedAt(trace: readonly Traced[], step: EvidenceId): { a: Anchor; b: Anchor } | undefined {
  const here = trace.filter(({ evidenceId }) => evidenceId === step);
  const joined = here.flatMap(({ change }) => (change.type === 'joined' ? [change] : [])).at(-1);
  if (joined) return { a: joined.a, b: joined.b };
  const named = here.flatMap(({ change }) => (change.type === 'named' ? [change] : []));
  const name = named.find(({ kind }) => kind === 'bsuid') ?? named[0];
  const era = name && eraBefore(trace, name.holderId, step);
  return name && era && { a: era, b: { kind: name.kind, value: name.value } as Anchor };
}

/** The number this holder was the history of when the fact came: its first one, from when it had it. Undefined for an account. */
function eraBefore(trace: readonly Traced[], holderId: HolderId, step: EvidenceId): Anchor | undefined {
  const earlier = trace.slice(
    0,
    trace.findIndex(({ evidenceId }) => evidenceId === step),
  );
  const own = earlier.filter(({ change }) => change.holderId === holderId);
  if (own.some(({ change }) => change.type === 'named')) return undefined;
  for (const { change, at, tie } of own)
    if (change.type === 'leased') return { kind: 'phone', value: change.phone, at, tie };
  return undefined;
}
