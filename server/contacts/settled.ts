// What a decision came to for one neighborhood: all that the room needs to save it.

import type { Evidence, HolderId, IdentifierKey, Notice, Review, State } from '@throughline/identity';
import type { NeighborhoodId } from './read-rows.ts';

/** One neighborhood after a decision, with what it was made from. */
export interface Settled {
  id: NeighborhoodId;
  /** Neighborhoods that turned out to be part of this one. */
  absorbed: readonly NeighborhoodId[];
  identifiers: readonly IdentifierKey[];
  /** Of those, what leads here already: it is not written again. */
  stored?: ReadonlyMap<IdentifierKey, NeighborhoodId>;
  evidence: readonly Evidence[];
  before: State;
  after: State;
  notices: readonly Notice[];
  reviews: readonly Review[];
  /** The notices and reviews are all there are, not only the new ones. */
  refolded: boolean;
  retired: ReadonlyMap<HolderId, HolderId>;
  /** The rules and the policy of this decision, in a word (identity/version.ts). */
  decidedUnder: string;
  /** Rows that follow from `before` are not trusted to be there: they are written whether they should have changed or not. */
  doubted?: boolean;
}
