// Which holders are one contact: each its own, until people put them together (I9). Words only; nothing here reads a message.

import { type Anchor, compare, type Word } from './evidence.ts';
import { type Holder, type HolderId, holderAt, type State } from './state.ts';
import { standing } from './words.ts';

/** Gives every holder the contact it belongs to: of those put together, the one of the earliest born, then the smaller id (C6). */
export function withContacts(state: State): State {
  if (state.words.length === 0 && state.holders.every((holder) => holder.contactId === holder.ownContactId))
    return state;
  const { groupOf } = groups(state, standing(state.words));
  const holders = state.holders.map((holder) => {
    const group = groupOf.get(holder.id) ?? new Set([holder.id]);
    const members = state.holders.filter(({ id }) => group.has(id)).sort(byBirth);
    return { ...holder, contactId: members[0]?.ownContactId ?? holder.ownContactId };
  });
  return { ...state, holders };
}

function byBirth(a: Holder, b: Holder): number {
  return compare(a.born, b.born) || (a.ownContactId < b.ownContactId ? -1 : 1);
}

type Group = Set<HolderId>;

/** Takes the words one after the other. A merge that would put together what is never to be one person has no effect (I11). */
function groups(state: State, words: readonly Word[]): { groupOf: Map<HolderId, Group> } {
  const groupOf = new Map<HolderId, Group>(state.holders.map(({ id }) => [id, new Set([id])]));
  const never: [HolderId, HolderId][] = [];
  const of = (anchor: Anchor) => holderAt(state, anchor);
  for (const word of words) {
    if (word.kind === 'split') leave(groupOf, of(word.a));
    if (word.kind !== 'merge' && word.kind !== 'never-merge') continue;
    const [a, b] = [of(word.a), of(word.b)];
    if (!a || !b || a === b) continue;
    if (word.kind === 'merge') merge(groupOf, a, b, never);
    else {
      if (groupOf.get(a)?.has(b)) leave(groupOf, b);
      never.push([a, b]);
    }
  }
  return { groupOf };
}

function leave(groupOf: Map<HolderId, Group>, id: HolderId | undefined): void {
  if (!id) return;
  groupOf.get(id)?.delete(id);
  groupOf.set(id, new Set([id]));
}

function merge(groupOf: Map<HolderId, Group>, a: HolderId, b: HolderId, never: [HolderId, HolderId][]): void {
  const [one, other] = [groupOf.get(a), groupOf.get(b)];
  if (!one || !other || one === other) return;
  const both = new Set([...one, ...other]);
  if (never.some(([x, y]) => both.has(x) && both.has(y))) return;
  for (const id of both) groupOf.set(id, both);
}

/** Why a merge of the people of these two holders would have no effect, if so. */
export function forbidsMerge(state: State, a: HolderId, b: HolderId): Word | undefined {
  const contactOf = (id: HolderId | undefined) => state.holders.find((holder) => holder.id === id)?.contactId;
  const [one, other] = [contactOf(a), contactOf(b)];
  return standing(state.words).find((word) => {
    if (word.kind !== 'never-merge') return false;
    const sides = [word.a, word.b].map((anchor) => contactOf(holderAt(state, anchor)));
    return sides.includes(one) && sides.includes(other) && one !== other;
  });
}
