// What stands of a person's words on being written to. Their own, said on WhatsApp, and what was noted here for them. Pure.

import type { HolderId } from '@throughline/identity';

export type Category = 'marketing' | 'all';

export interface PreferenceWord {
  holderId: HolderId;
  category: Category;
  value: 'stop' | 'resume';
  /** Milliseconds since the epoch. */
  at: number;
  /** null: the person's own, said on WhatsApp. */
  noted: { by: string; reason: string } | null;
}

/**
 * What stands, one word for each category: a stop of any account of the person's holds for the person, so that no merge widens
 * what somebody agreed to (C7); among several of the same, the newest.
 */
export function standingOf(words: readonly PreferenceWord[]): PreferenceWord[] {
  const perAccount = [...Map.groupBy(words, (word) => `${word.category} ${word.holderId}`).values()].map(ofAccount);
  return [...Map.groupBy(perAccount, (word) => word.category).values()].map(
    (standing) => newest(standing.filter((word) => word.value === 'stop')) ?? (newest(standing) as PreferenceWord),
  );
}

/**
 * A stop of the person's own is taken back by the person alone: WhatsApp goes on refusing our marketing until then (131050; Meta,
 * "user_preferences webhook", read 2026-09), whatever was noted here. What was noted is taken back by the next word, whoever says it.
 */
function ofAccount(words: readonly PreferenceWord[]): PreferenceWord {
  const own = newest(words.filter((word) => word.noted === null));
  return own?.value === 'stop' ? own : (newest(words) as PreferenceWord);
}

function newest(words: readonly PreferenceWord[]): PreferenceWord | undefined {
  return words.toSorted((a, b) => b.at - a.at || (a.value === 'stop' ? -1 : 1))[0];
}

export interface Consent {
  marketingStopped: boolean;
  /** Nothing we begin: answers only. */
  doNotContact: boolean;
}

/** Who wants nothing begun wants no marketing either. */
export function consentOf(words: readonly PreferenceWord[]): Consent {
  const stops = standingOf(words).filter((word) => word.value === 'stop');
  return { marketingStopped: stops.length > 0, doNotContact: stops.some((word) => word.category === 'all') };
}
