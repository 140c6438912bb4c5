// Notices: what happened to a person's identity, as typed data. They stand at event time and are made by the fold, so a
// late fact rewrites them along with everything else.

import type { EvidenceId } from './evidence.ts';
import type { E164, Username } from './identifiers.ts';
import type { HolderId } from './state.ts';

export type Rule =
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'R7'
  | 'R8'
  | 'R9'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R14'
  | 'R15'
  | 'R16'
  | 'R17'
  | 'R18'
  | 'R19'
  | 'R20'
  | 'R22'
  | 'R23'
  | 'R24'
  | 'R25'
  | 'R26'
  | 'R27'
  | 'R30'
  | 'R31'
  | 'R34';

export type NoticeFact =
  | { type: 'username_adopted'; username: Username; hidden: boolean }
  | { type: 'username_changed'; from: Username; username: Username; hidden: boolean }
  | { type: 'username_dropped'; from: Username }
  | { type: 'number_hidden'; phone: E164 }
  | { type: 'number_shown'; phone: E164 }
  | { type: 'number_changed'; from?: E164; to?: E164 }
  | { type: 'number_released'; phone: E164 }
  | { type: 'number_in_new_hands'; phone: E164 }
  | { type: 'second_number'; from: E164; to: E164 }
  | { type: 'number_shared'; phone: E164 }
  | { type: 'number_given_up'; phone: E164 }
  | { type: 'security_code_changed' }
  | { type: 'conversations_joined'; because: 'number_changed' | 'same_number' | 'same_parent' | 'number_shared' }
  | { type: 'contacts_merged' | 'contacts_split' | 'kept_apart'; by: string; reason: string }
  | { type: 'taken_back'; what: 'merge' | 'split' | 'never-merge'; by: string; reason: string };

export interface Notice {
  evidenceId: EvidenceId;
  holderId: HolderId;
  at: number;
  tie: string;
  rule: Rule;
  fact: NoticeFact;
}

/** What one piece of evidence came to: the rule that decided, and whose it is. `holderId` is absent where it changes nobody. */
export interface Decision {
  evidenceId: EvidenceId;
  at: number;
  rule: Rule;
  holderId?: HolderId;
  /** Set where the evidence was left aside: R27, a status that contradicts; R20, a change of an unknown number; R31, erased. */
  ignored?: 'contradicts' | 'nothing_known' | 'no_change' | 'blocked' | 'claim' | 'erased';
}

/** What a rule makes of one fact. */
export type Outcome = Pick<Decision, 'rule' | 'holderId' | 'ignored'>;
