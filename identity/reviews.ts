// Reviews: what a machine cannot know and somebody should look at. Made by the fold, like notices, so they go away by themselves
// where a late fact answers the question.

import type { Anchor, EvidenceId } from './evidence.ts';
import type { E164 } from './identifiers.ts';
import type { Rule } from './notices.ts';
import { type HolderId, holderAt, type State } from './state.ts';
import { lastWordOn, standing } from './words.ts';

export type ReviewType =
  /** R11, R12, R26: a number in new hands, or in the same hands under a new account. */
  | 'recycled_number'
  /** R9: an account on another number, and nobody attested the change. */
  | 'unattested_number_change'
  /** R16: two account ids under one parent, and no word of a change in between. */
  | 'missing_rotation'
  /** R15: an account under another parent than before. */
  | 'conflicting_parent'
  /** R23: a number Meta vouches for that another account had. */
  | 'conflicting_shared_number'
  /** R24: somebody says that this number, which another person has, is this person's. */
  | 'claimed_number'
  /** R34: a join that would have made one person of too many. */
  | 'too_many_parts';

export interface Review {
  evidenceId: EvidenceId;
  at: number;
  tie: string;
  rule: Rule;
  type: ReviewType;
  /** The person it is about, and what to call them by. */
  holderId: HolderId;
  a: Anchor;
  /** The other one who may be the same person; absent where there is nobody to choose between. */
  otherId: HolderId | null;
  b: Anchor | null;
  phone: E164 | null;
}

/** Whether people have said already what the review asks. */
export function isSettled(state: State, review: Pick<Review, 'evidenceId' | 'a' | 'b'>): boolean {
  const words = standing(state.words);
  if (words.some((word) => word.kind === 'settled' && word.evidenceId === review.evidenceId)) return true;
  const { a, b } = review;
  return b !== null && lastWordOn(words, sides(state, a, b)) !== undefined;
}

function sides(state: State, a: Anchor, b: Anchor) {
  const [one, other] = [holderAt(state, a), holderAt(state, b)];
  return (anchor: Anchor) => {
    if (sameAnchor(anchor, a)) return 'one';
    if (sameAnchor(anchor, b)) return 'other';
    const means = holderAt(state, anchor);
    if (means === undefined || one === other) return undefined;
    return means === one ? 'one' : means === other ? 'other' : undefined;
  };
}

function sameAnchor(a: Anchor, b: Anchor): boolean {
  if (a.kind !== b.kind || a.value !== b.value) return false;
  return a.kind !== 'phone' || b.kind !== 'phone' || (a.at === b.at && a.tie === b.tie);
}
