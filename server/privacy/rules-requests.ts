// How a request goes from its receipt to its end: what may be done in which state, and by whom. Takes values, answers values.

import type { PrivacyKind, PrivacyState } from '@throughline/contract';

export interface Standing {
  kind: PrivacyKind;
  state: PrivacyState;
  held: boolean;
  extended: boolean;
  confirmed: boolean;
  /** How much is named to be corrected. */
  corrections: number;
  /** Who ran it, where it waits for somebody else. */
  runBy: string | null;
}

export type Step =
  | { do: 'send_code' }
  | { do: 'prove' }
  | { do: 'run'; by: string; fourEyes: boolean }
  | { do: 'approve'; by: string }
  /** Names what is to be corrected. */
  | { do: 'correct' }
  | { do: 'refuse' }
  | { do: 'cancel' }
  | { do: 'hold'; held: boolean }
  | { do: 'extend' }
  | { do: 'confirm' }
  | { do: 'finish' };

export type Obstacle =
  /** It is over. */
  | 'ended'
  | 'running'
  | 'not_verified'
  /** It was proven before. */
  | 'already_verified'
  | 'held'
  /** Nothing is named that is to be corrected. */
  | 'no_corrections'
  /** It is not about a correction. */
  | 'no_rectification'
  | 'not_awaiting'
  /** Whoever ran it cannot be the second pair of eyes. */
  | 'same_person'
  | 'already_extended'
  | 'already_confirmed'
  | 'not_running';

export type Verdict = { state: PrivacyState } | { obstacle: Obstacle };

/** The state a step leads to, or why it may not be taken. */
export function after(standing: Standing, step: Step): Verdict {
  const { state, kind } = standing;
  if (isEnded(state)) return { obstacle: 'ended' };
  if (step.do === 'finish') return state === 'running' ? { state: 'done' } : { obstacle: 'not_running' };
  // What is being erased cannot be stopped halfway: half a person is nobody's right.
  if (state === 'running') return { obstacle: 'running' };
  switch (step.do) {
    case 'send_code':
      return isProven(state) ? { obstacle: 'already_verified' } : { state: 'verifying' };
    case 'prove':
      return isProven(state) ? { obstacle: 'already_verified' } : { state: 'verified' };
    case 'run':
      if (!isProven(state)) return { obstacle: 'not_verified' };
      if (standing.held && kind === 'erase') return { obstacle: 'held' };
      if (kind === 'rectify' && standing.corrections === 0) return { obstacle: 'no_corrections' };
      return { state: step.fourEyes && wantsApproval(kind) ? 'awaiting_approval' : 'running' };
    case 'approve':
      if (state !== 'awaiting_approval') return { obstacle: 'not_awaiting' };
      if (standing.held && kind === 'erase') return { obstacle: 'held' };
      return step.by === standing.runBy ? { obstacle: 'same_person' } : { state: 'running' };
    case 'correct':
      if (kind !== 'rectify') return { obstacle: 'no_rectification' };
      // Nobody approves what was changed after it was run.
      return { state: state === 'awaiting_approval' ? 'verified' : state };
    case 'refuse':
      return { state: 'refused' };
    case 'cancel':
      return { state: 'cancelled' };
    case 'hold':
      return { state };
    case 'extend':
      return standing.extended ? { obstacle: 'already_extended' } : { state };
    case 'confirm':
      return standing.confirmed ? { obstacle: 'already_confirmed' } : { state };
  }
}

export function isEnded(state: PrivacyState): boolean {
  return state === 'done' || state === 'refused' || state === 'cancelled';
}

function isProven(state: PrivacyState): boolean {
  return state === 'verified' || state === 'awaiting_approval';
}

/** What cannot be undone, leaves the house, or changes who somebody is held to be, may need a second pair of eyes. */
export function wantsApproval(kind: PrivacyKind): boolean {
  return kind === 'erase' || kind === 'access' || kind === 'rectify';
}
