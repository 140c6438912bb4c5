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

/**
 * The two a machine took for one at a fact: two that were joined, or one that took on an account id it did not have, with what it was
 * known by before. Undefined where there was only one. Of several joins the last, which made the account what it is.
 */
export function joinedAt(trace: readonly Traced[], step: EvidenceId): { a: Anchor; b: Anchor } | undefined {
  const here = trace.filter(({ evidenceId }) => evidenceId === step);
  const joined = here.flatMap(({ change }) => (change.type === 'joined' ? [change] : [])).at(-1);
  if (joined) return { a: joined.a, b: joined.b };
  const named = here.flatMap(({ change }) => (change.type === 'named' ? [change] : []));
  const name = named.find(({ kind }) => kind === 'bsuid') ?? named[0];
  const before = name && anchorBefore(trace, name.holderId, step);
  return name && before && { a: before, b: { kind: name.kind, value: name.value } as Anchor };
}

/** What a holder was known by when the fact came, as `anchorOf` says it. Undefined where it came to be by this fact. */
function anchorBefore(trace: readonly Traced[], holderId: HolderId, step: EvidenceId): Anchor | undefined {
  const earlier = trace.slice(
    0,
    trace.findIndex(({ evidenceId }) => evidenceId === step),
  );
  const own = earlier.filter(({ change }) => change.holderId === holderId);
  const names = own.flatMap(({ change }) => (change.type === 'named' ? [change] : []));
  const name = names.find(({ kind }) => kind === 'bsuid') ?? names[0];
  if (name) return { kind: name.kind, value: name.value } as Anchor;
  for (const { change, at, tie } of own)
    if (change.type === 'leased') return { kind: 'phone', value: change.phone, at, tie };
  return undefined;
}
