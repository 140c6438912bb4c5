// What deciding comes to.

import type { Decision, Notice } from './notices.ts';
import type { HolderId, State } from './state.ts';

export interface Resolution {
  state: State;
  decisions: Decision[];
  /** New ones; where `refolded`, all of the neighborhood's, replacing those there were. */
  notices: Notice[];
  refolded: boolean;
  /** Holders that are no more, each with its successor. */
  retired: ReadonlyMap<HolderId, HolderId>;
}
