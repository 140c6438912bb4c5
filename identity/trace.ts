// What a fold did, fact by fact: made on the way, and kept only where somebody asks why.

import type { Anchor, EvidenceId } from './evidence.ts';
import type { Bsuid, E164, ParentBsuid } from './identifiers.ts';
import type { Rule } from './notices.ts';
import type { HolderId, Lease } from './state.ts';

export type Change =
  | { type: 'born'; holderId: HolderId }
  | { type: 'named'; holderId: HolderId; kind: 'bsuid' | 'parent'; value: Bsuid | ParentBsuid }
  | { type: 'leased'; holderId: HolderId; phone: E164 }
  | { type: 'lease_ended'; holderId: HolderId; phone: E164; ended: NonNullable<Lease['ended']> }
  /** `goneId` went into `holderId`; `a` and `b` are what the two were known by. */
  | { type: 'joined'; holderId: HolderId; goneId: HolderId; a: Anchor; b: Anchor }
  /** Something spoke for these being one, and they were left apart. */
  | { type: 'kept_apart'; holderId: HolderId; otherId: HolderId; because: KeptApart };

export type KeptApart =
  | 'told_apart'
  | 'too_many_parts'
  | 'quiet_too_long'
  | 'other_key'
  | 'other_account'
  | 'other_parent';

export interface Traced {
  evidenceId: EvidenceId;
  at: number;
  tie: string;
  rule: Rule;
  change: Change;
}
