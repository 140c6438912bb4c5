// Words for where a campaign stands, whom it reaches, and what became of its rows.

import type { Campaign, CampaignState, Reach, RowState } from '@throughline/contract';
import type { Key } from '../words/en/index.ts';
import { locale, say } from '../words/say.tsx';
import { zoneName } from '../words/zones.ts';

export const stateWords = {
  draft: 'campaigns.stateDraft',
  checking: 'campaigns.stateChecking',
  ready: 'campaigns.stateReady',
  scheduled: 'campaigns.stateScheduled',
  running: 'campaigns.stateRunning',
  paused: 'campaigns.statePaused',
  done: 'campaigns.stateDone',
  cancelled: 'campaigns.stateCancelled',
} as const satisfies Record<CampaignState, Key>;

/** What it means and what to do stands in `about`. */
export const reachWords = {
  phone: { label: 'campaigns.phone', about: 'campaigns.phoneAbout' },
  account: { label: 'campaigns.account', about: 'campaigns.accountAbout' },
  not_a_number: { label: 'campaigns.notANumber', about: 'campaigns.notANumberAbout' },
  duplicate_row: { label: 'campaigns.duplicateRow', about: 'campaigns.duplicateRowAbout' },
  duplicate_person: { label: 'campaigns.duplicatePerson', about: 'campaigns.duplicatePersonAbout' },
  username_not_addressable: { label: 'campaigns.usernameOnly', about: 'campaigns.usernameOnlyAbout' },
  bsuid_needs_relationship: { label: 'campaigns.accountOnly', about: 'campaigns.accountOnlyAbout' },
  number_moved: { label: 'campaigns.numberMoved', about: 'campaigns.numberMovedAbout' },
  own_number: { label: 'campaigns.ownNumber', about: 'campaigns.ownNumberAbout' },
  opted_out: { label: 'campaigns.optedOut', about: 'campaigns.optedOutAbout' },
  do_not_contact: { label: 'campaigns.doNotContact', about: 'campaigns.doNotContactAbout' },
  blocked: { label: 'campaigns.blocked', about: 'campaigns.blockedAbout' },
  value_missing: { label: 'campaigns.valueMissing', about: 'campaigns.valueMissingAbout' },
  needs_phone: { label: 'campaigns.needsPhone', about: 'campaigns.needsPhoneAbout' },
} as const satisfies Record<Reach, { label: Key; about: Key }>;

const reached: ReadonlySet<string> = new Set<Reach>(['phone', 'account']);

export function isReached(reach: string): boolean {
  return reached.has(reach);
}

export const rowStateWords = {
  waiting: 'campaigns.rowWaiting',
  queued: 'campaigns.rowQueued',
  accepted: 'campaigns.rowAccepted',
  sent: 'thread.sent',
  delivered: 'thread.delivered',
  read: 'thread.read',
  failed: 'campaigns.rowFailed',
  unknown: 'campaigns.rowUnknown',
  skipped: 'campaigns.rowSkipped',
  cancelled: 'campaigns.rowCancelled',
} as const satisfies Record<RowState, Key>;

export const rowStates = Object.keys(rowStateWords) as RowState[];

/** How many rows will be sent to, and how many not, as the check found them. */
export function willReach({ byReach }: Pick<Campaign, 'byReach'>): { sent: number; left: number } {
  const counts = Object.entries(byReach);
  const sum = (which: boolean) => counts.reduce((all, [reach, n]) => all + (isReached(reach) === which ? n : 0), 0);
  return { sent: sum(true), left: sum(false) };
}

const waitingStates: ReadonlySet<string> = new Set<RowState>(['waiting', 'queued']);

/** 0 to 1: the share of rows that have their end or are with WhatsApp. */
export function progressOf({ rows, byState }: Pick<Campaign, 'rows' | 'byState'>): number {
  if (rows === 0) return 0;
  const open = Object.entries(byState).reduce((all, [state, n]) => all + (waitingStates.has(state) ? n : 0), 0);
  return Math.min(1, Math.max(0, (rows - open) / rows));
}

/** "Tue, 1 December 2026, 09:30, Bogota": the time there, as it was chosen. */
export function scheduleWords({ at, timeZone }: { at: string; timeZone: string }): string {
  const moment = new Date(`${at}:00Z`);
  const there = { timeZone: 'UTC' } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return say('campaigns.scheduledFor', {
    day: moment.toLocaleDateString(locale(), { ...day, ...there }),
    time: moment.toLocaleTimeString(locale(), { timeStyle: 'short', ...there }),
    zone: zoneName(timeZone),
  });
}
