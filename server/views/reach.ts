// Whether somebody may be written to, as people read it: what stands of their words, and on which of our numbers they are blocked.

import type { Block, Contact, Preference } from '@throughline/contract';
import { type BlockWish, blocksOf } from '../contacts/rules-blocks.ts';
import { consentOf, type PreferenceWord, standingOf } from '../contacts/rules-preferences.ts';
import type { BusinessNumber } from '../numbers/store.ts';
import { retell, say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';

export function wordsOn(viewer: Viewer, words: readonly PreferenceWord[]): Pick<Contact, 'marketing' | 'preferences'> {
  const standing = standingOf(words);
  const { marketingStopped } = consentOf(words);
  return {
    marketing: marketingStopped ? 'stopped' : standing.length > 0 ? 'resumed' : 'unset',
    preferences: standing.map((word) => preferenceOf(viewer, word)),
  };
}

function preferenceOf(viewer: Viewer, { category, value, at, noted }: PreferenceWord): Preference {
  return {
    category,
    value,
    at: new Date(at).toISOString(),
    by: noted?.by ?? say(viewer, 'preference.own_word'),
    reason: noted?.reason ?? null,
  };
}

export function blocksShown(viewer: Viewer, wishes: readonly BlockWish[], numbers: readonly BusinessNumber[]): Block[] {
  const byId = new Map(numbers.map((one) => [one.phoneNumberId, one]));
  return blocksOf(wishes).map(({ phoneNumberId, state, wish, problem }) => {
    const number = byId.get(phoneNumberId);
    return {
      businessNumber: { id: phoneNumberId, display: number?.displayPhone ?? '', name: number?.name ?? '' },
      state,
      by: wish.by,
      at: new Date(wish.at).toISOString(),
      reason: wish.reason,
      problem: problem === null ? null : retell(viewer, problem),
    };
  });
}
