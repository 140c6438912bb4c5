// What deciding comes to.

import type { Decision, Notice } from './notices.ts';
import type { Review } from './reviews.ts';
import type { HolderId, State } from './state.ts';
import type { Traced } from './trace.ts';

export interface Resolution {
  state: State;
  decisions: Decision[];
  /** New ones; where `refolded`, all of the neighborhood's, replacing those there were. */
  notices: Notice[];
  /** Questions for people: new ones; where `refolded`, all of the neighborhood's. Some may be settled already: see `isSettled`. */
  reviews: Review[];
  /** What each fact folded here changed. */
  trace: Traced[];
  refolded: boolean;
  /** Holders that are no more, each with its successor. */
  retired: ReadonlyMap<HolderId, HolderId>;
}
