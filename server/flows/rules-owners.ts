// Whose a piece of evidence is, by what the fold came to. Pure.

import {
  type Anchor,
  anchorsOf,
  type Evidence,
  type HolderId,
  holderAt,
  holderOf,
  isWord,
  type Party,
  type Position,
  phoneKeyOf,
  positionOf,
  type State,
  type Word,
} from '@throughline/identity';
import type { Subject } from '../subject.ts';

/** Whether it is theirs. What nobody is found for any more is, where nobody else was ever known by what it names. */
export function isOfSubject(evidence: Evidence, state: State, subject: Subject): boolean {
  if (isWord(evidence)) return anchorsOf(evidence).some((anchor) => isTheirAnchor(anchor, state, subject));
  const holders = new Set<string>(subject.holders);
  const owners = ownersOf(evidence, state);
  if (owners.length > 0) return owners.some((id) => holders.has(id));
  return partiesOf(evidence).some((party) => isTheirParty(party, subject));
}

/** A word without them, where it speaks of others too; undefined where nothing of it is left. */
export function wordWithout(word: Word, state: State, subject: Subject): Word | undefined {
  const isTheirs = (anchor: Anchor) => isTheirAnchor(anchor, state, subject);
  if (word.kind === 'rename') {
    const about = word.about.filter((anchor) => !isTheirs(anchor));
    return about.length === 0 ? undefined : { ...word, about };
  }
  if (word.kind !== 'split') return anchorsOf(word).some(isTheirs) ? undefined : word;
  const from = word.from.filter((anchor) => !isTheirs(anchor));
  return isTheirs(word.a) || from.length === 0 ? undefined : { ...word, from };
}

/** Of whom a word speaks, as they are given it: what it says of others is those others'. */
export function theirAnchors(word: Word, state: State, subject: Subject): Anchor[] {
  return anchorsOf(word).filter((anchor) => isTheirAnchor(anchor, state, subject));
}

function ownersOf(evidence: Exclude<Evidence, Word>, state: State): HolderId[] {
  const position = positionOf(evidence);
  switch (evidence.kind) {
    case 'seen-together':
      return some(holderOf(state, evidence, position));
    case 'rotated':
      return [
        ...some(holderOf(state, evidence.current, position)),
        ...some(holderBefore(state, evidence.previous, position)),
      ];
    case 'gone':
      return some(holderBefore(state, { phone: evidence.phone }, position));
    case 'claimed':
      return [...some(holderAt(state, evidence.about)), ...some(holderOf(state, { phone: evidence.phone }, position))];
  }
}

/** The word that ends a lease stands where it ends: a moment before, it was still theirs. */
function holderBefore(state: State, party: Party, position: Position): HolderId | undefined {
  return holderOf(state, party, { at: position.at - 1, tie: position.tie }) ?? holderOf(state, party, position);
}

function partiesOf(evidence: Exclude<Evidence, Word>): Party[] {
  if (evidence.kind === 'rotated') return [evidence.previous, evidence.current];
  return evidence.kind === 'seen-together' ? [evidence] : [{ phone: evidence.phone }];
}

function isTheirParty({ phone, bsuid, parent }: Party, { bsuids, parents, ownIdentifiers }: Subject): boolean {
  return (
    (bsuid !== undefined && bsuids.includes(bsuid)) ||
    (parent !== undefined && parents.includes(parent)) ||
    (phone !== undefined && ownIdentifiers.includes(`phone:${phoneKeyOf(phone)}`))
  );
}

function isTheirAnchor(anchor: Anchor, state: State, subject: Subject): boolean {
  const holder = holderAt(state, anchor);
  if (holder) return subject.holders.includes(holder);
  return isTheirParty(anchor.kind === 'phone' ? { phone: anchor.value } : { [anchor.kind]: anchor.value }, subject);
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
