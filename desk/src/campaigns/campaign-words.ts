// Words for where a campaign stands, whom it reaches, and what became of its rows.

import type { Campaign, CampaignState, Reach, RowState } from '@throughline/contract';

export const stateWords: Record<CampaignState, string> = {
  draft: 'Draft',
  checking: 'Being checked',
  ready: 'Ready',
  scheduled: 'Scheduled',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  cancelled: 'Cancelled',
};

interface ReachWord {
  label: string;
  /** What it means and what to do. */
  about: string;
}

export const reachWords: Record<Reach, ReachWord> = {
  phone: { label: 'Will be sent to', about: 'Reachable by this number.' },
  account: { label: 'Will be sent to, by account', about: 'No number is known; their WhatsApp account is used.' },
  not_a_number: { label: 'Not a phone number', about: 'Mend these in the file and upload it again.' },
  duplicate_row: { label: 'Same number twice', about: 'The first row of each is sent to.' },
  duplicate_person: { label: 'Same person, another number', about: 'One message a person: another row is sent to.' },
  username_not_addressable: { label: 'Only a username', about: 'WhatsApp delivers to numbers, never to a username.' },
  bsuid_needs_relationship: { label: 'Only an account', about: 'No number is known, and campaigns go to numbers.' },
  number_moved: { label: 'Number changed hands', about: 'It belongs to somebody else now.' },
  own_number: { label: 'A number of ours', about: 'Your own business numbers are left out.' },
  opted_out: { label: 'Stopped marketing', about: 'They asked for no more marketing, under any of their numbers.' },
  do_not_contact: { label: 'Not to be contacted', about: 'They asked not to be written to.' },
  blocked: { label: 'Blocked', about: 'You have blocked them.' },
  value_missing: { label: 'Something is missing', about: 'A place of the template has no value in this row.' },
  needs_phone: { label: 'Needs a number', about: 'Sign-in codes go to phone numbers only.' },
};

const reached: ReadonlySet<string> = new Set<Reach>(['phone', 'account']);

export function isReached(reach: string): boolean {
  return reached.has(reach);
}

export const rowStateWords: Record<RowState, string> = {
  waiting: 'Waiting',
  queued: 'Being sent',
  accepted: 'Taken by WhatsApp',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Failed',
  unknown: 'Not known',
  skipped: 'Left out',
  cancelled: 'Cancelled',
};

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

/** "1 row", "12,400 rows". */
export function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}

/** "Tue 1 December 2026, 09:30, Bogota": the time there, as it was chosen. */
export function scheduleWords({ at, timeZone }: { at: string; timeZone: string }): string {
  const moment = new Date(`${at}:00Z`);
  const day = moment.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${day}, ${at.slice(11)}, ${zoneName(timeZone)}`;
}

/** "Bogota" for America/Bogota; "New York" for America/New_York. */
export function zoneName(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
