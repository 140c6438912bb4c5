// The form of the policy as it is being changed: what differs, and whether it may be saved. Pure.

import type { Policy } from '@throughline/contract';
import type { PolicyChange } from '../api/who-is-who.ts';
import { say } from '../words/say.tsx';

/** What the form holds: days as they are typed. */
export interface Draft {
  days: string;
  strict: boolean;
  joinOnSharedNumber: boolean;
  acrossPortfolios: Policy['acrossPortfolios'];
}

export const dayBounds = { least: 1, most: 3650 } as const;

export function draftOf({ adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios }: Policy): Draft {
  return { days: String(adoptionLimitDays), strict, joinOnSharedNumber, acrossPortfolios };
}

/** What is wrong with the days as typed; undefined where nothing is. */
export function daysProblem(days: string): string | undefined {
  const value = Number(days);
  const whole = /^\s*\d+\s*$/.test(days);
  if (whole && value >= dayBounds.least && value <= dayBounds.most) return undefined;
  return say('settings.daysBounds', dayBounds);
}

/** Only what differs from the policy held; undefined where nothing does. */
export function changeOf(draft: Draft, policy: Policy): PolicyChange | undefined {
  const change: PolicyChange = {};
  const days = Number(draft.days);
  if (days !== policy.adoptionLimitDays) change.adoptionLimitDays = days;
  if (draft.strict !== policy.strict) change.strict = draft.strict;
  if (draft.joinOnSharedNumber !== policy.joinOnSharedNumber) change.joinOnSharedNumber = draft.joinOnSharedNumber;
  if (draft.acrossPortfolios !== policy.acrossPortfolios) change.acrossPortfolios = draft.acrossPortfolios;
  return Object.keys(change).length === 0 ? undefined : change;
}
