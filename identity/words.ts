// What people who work here say about who is who: these two are one person, these are not, take that back.
//
// Words are evidence like any other: a set, in the order they were said, whatever order they came in. They decide which accounts
// make one contact, and keep the machine from joining what a person told apart. They never move a message (R30).

import type { EvidenceId } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid } from './identifiers.ts';

/**
 * Something an account or a number's history is held by, whatever its ids of ours become: one of its account ids, or a number at
 * a moment when it held that number.
 */
export type Anchor =
  | { kind: 'bsuid'; value: Bsuid }
  | { kind: 'parent'; value: ParentBsuid }
  | { kind: 'phone'; value: E164; at: number; tie: string };

interface Said {
  /** Random: the word's own id, never a hash of what it says, since the same may be said twice. */
  id: EvidenceId;
  /** Milliseconds since the epoch, our clock: when it was said. */
  at: number;
  actor: { id: string; name: string };
  reason: string;
}

/** These two are one person. */
export interface Merge extends Said {
  kind: 'merge';
  a: Anchor;
  b: Anchor;
}

/** This one is somebody else than those it was together with. */
export interface Split extends Said {
  kind: 'split';
  a: Anchor;
  from: readonly Anchor[];
}

/** These two are never one person, whatever is seen later, until this is taken back. */
export interface NeverMerge extends Said {
  kind: 'never-merge';
  a: Anchor;
  b: Anchor;
}

/** An earlier word is taken back, as if it had never been said. Taking back an `undo` says the first one again. */
export interface Undo extends Said {
  kind: 'undo';
  word: EvidenceId;
  /** Whom the word was about, so that it is found with them. */
  about: readonly Anchor[];
}

/** Somebody looked at what the machine asked about, and it is right as it stands. */
export interface Settled extends Said {
  kind: 'settled';
  evidenceId: EvidenceId;
  about: readonly Anchor[];
}

export type Word = Merge | Split | NeverMerge | Undo | Settled;

export function isWord(evidence: { kind: string }): evidence is Word {
  return ['merge', 'split', 'never-merge', 'undo', 'settled'].includes(evidence.kind);
}

export function anchorsOf(word: Word): readonly Anchor[] {
  if (word.kind === 'split') return [word.a, ...word.from];
  return word.kind === 'undo' || word.kind === 'settled' ? word.about : [word.a, word.b];
}

/** The words that stand, in the order they were said: those taken back are left out, and so are the takings-back. */
export function standing(words: readonly Word[]): Word[] {
  const inOrder = [...new Map(words.map((word) => [word.id, word])).values()].sort(bySaying);
  const undone = new Set<EvidenceId>();
  // From the last to the first: whether an undo stands is known before what it undoes is met.
  for (const word of inOrder.toReversed()) if (word.kind === 'undo' && !undone.has(word.id)) undone.add(word.word);
  return inOrder.filter((word) => word.kind !== 'undo' && !undone.has(word.id));
}

function bySaying(a: Word, b: Word): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The last word on a pair. `names(anchor)` tells which of the two an anchor means, if any. */
export function lastWordOn(words: readonly Word[], names: (anchor: Anchor) => 'one' | 'other' | undefined) {
  let last: 'same' | 'apart' | 'never' | undefined;
  for (const word of words) {
    const verdict = verdictOn(word, names);
    if (verdict === undefined || (last === 'never' && verdict === 'same')) continue;
    last = verdict;
  }
  return last;
}

function verdictOn(word: Word, names: (anchor: Anchor) => 'one' | 'other' | undefined) {
  if (word.kind === 'merge' || word.kind === 'never-merge') {
    const sides = [names(word.a), names(word.b)];
    if (!sides.includes('one') || !sides.includes('other')) return undefined;
    return word.kind === 'merge' ? 'same' : 'never';
  }
  if (word.kind !== 'split') return undefined;
  const own = names(word.a);
  return own && word.from.some((anchor) => names(anchor) === (own === 'one' ? 'other' : 'one')) ? 'apart' : undefined;
}
