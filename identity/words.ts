// What people who work here say about who is who: these two are one person, these are not, take that back.
//
// Words are evidence like any other: a set, in the order they were said, whatever order they came in. They decide which accounts
// make one contact, and keep the machine from joining what a person told apart. They never move a message (R30).

import type { Anchor, EvidenceId, Word } from './evidence.ts';

export function isWord(evidence: { kind: string }): evidence is Word {
  return ['merge', 'split', 'never-merge', 'undo', 'settled', 'rename'].includes(evidence.kind);
}

export function anchorsOf(word: Word): readonly Anchor[] {
  if (word.kind === 'split') return [word.a, ...word.from];
  return 'about' in word ? word.about : [word.a, word.b];
}

/** The words that stand, in the order they were said: those taken back are left out, and so are the takings-back. */
export function standing(words: readonly Word[]): Word[] {
  const undone = takenBack(words);
  return once(words).filter((word) => word.kind !== 'undo' && !undone.has(word.id));
}

/** The words that somebody took back and that have not been said again by taking that back. */
export function takenBack(words: readonly Word[]): Set<EvidenceId> {
  const undone = new Set<EvidenceId>();
  // From the last to the first: whether an undo stands is known before what it undoes is met.
  for (const word of once(words).toReversed()) if (word.kind === 'undo' && !undone.has(word.id)) undone.add(word.word);
  return undone;
}

function once(words: readonly Word[]): Word[] {
  return [...new Map(words.map((word) => [word.id, word])).values()].sort(bySaying);
}

function bySaying(a: Word, b: Word): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The last word on a pair; `never` stays the last until it is taken back. `names(anchor)` tells which of the two an anchor means, if any. */
export function lastWordOn(words: readonly Word[], names: (anchor: Anchor) => 'one' | 'other' | undefined) {
  let last: 'same' | 'apart' | 'never' | undefined;
  for (const word of words) {
    const verdict = verdictOn(word, names);
    if (verdict !== undefined && last !== 'never') last = verdict;
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
