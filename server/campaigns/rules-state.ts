// What may be done with a campaign, by its state.

import type { CampaignState } from '@throughline/contract';

export type Action = 'check' | 'start' | 'pause' | 'resume' | 'cancel' | 'delete' | 'edit' | 'pace' | 'schedule';

const allowed: Readonly<Record<CampaignState, readonly Action[]>> = {
  draft: ['check', 'edit', 'pace', 'schedule', 'delete'],
  checking: ['cancel', 'pace'],
  ready: ['check', 'start', 'edit', 'pace', 'schedule', 'cancel'],
  scheduled: ['start', 'pace', 'schedule', 'cancel'],
  running: ['pause', 'cancel', 'pace'],
  paused: ['resume', 'cancel', 'pace'],
  done: [],
  cancelled: [],
};

export function mayDo(state: CampaignState, action: Action): boolean {
  return allowed[state].includes(action);
}

export function actionsIn(state: CampaignState): readonly Action[] {
  return allowed[state];
}

/** Where a start leads: a time to come is waited for. */
export function started(startsAt: number | null, now: number): 'running' | 'scheduled' {
  return startsAt !== null && startsAt > now ? 'scheduled' : 'running';
}

/** Cancelling a check leaves a draft: nothing has been sent, nothing is lost. */
export function cancelled(state: CampaignState): CampaignState {
  return state === 'checking' ? 'draft' : 'cancelled';
}
