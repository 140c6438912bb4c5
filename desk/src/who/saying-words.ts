// What the desk writes around a word about who is who: on its buttons, and once it is done. Pure.

import type { IdentityChange } from '@throughline/contract';
import type { Saying } from '../api/who-is-who.ts';
import type { Key } from '../words/en/index.ts';
import { allText } from '../words/lists.ts';
import { say } from '../words/say.tsx';

/** The button that does it. */
export function confirmWords(kind: Saying['kind']): string {
  return say(confirmed[kind]);
}

const confirmed = {
  merge: 'who.areOne',
  'never-merge': 'who.keepApart',
  split: 'who.tellApart',
  undo: 'who.takeItBack',
} as const satisfies Record<Saying['kind'], Key>;

/** The contract's bounds of a reason, in characters. */
export const reasonBounds = { shortest: 3, longest: 500 } as const;

export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= reasonBounds.shortest && length <= reasonBounds.longest;
}

/** One sentence, once it is done, naming those it is about. */
export function doneWords(kind: Saying['kind'], { before, after }: IdentityChange): string {
  const was = listOf(before.map(({ displayName }) => displayName));
  const is = listOf(after.map(({ displayName }) => displayName));
  switch (kind) {
    case 'merge':
      return say('who.areOneNow', { names: was });
    case 'never-merge':
      return say('who.stayApart', { names: is });
    case 'split':
      return say('who.areSeveral', { names: is, count: after.length });
    case 'undo':
      return say('who.takenBackDone');
  }
}

/** Whether before and after differ in whom there is, and are worth drawing. */
export function isRedrawn({ before, after }: IdentityChange): boolean {
  const shape = (people: IdentityChange['before']) =>
    people.map(({ accounts }) => accounts.map(({ id }) => id).join()).join('|');
  return shape(before) !== shape(after);
}

/** "Ana", "Ana and Bea", "Ana, Bea and Cleo"; each name keeps its own direction. */
export function listOf(names: string[]): string {
  return allText(names.map((name) => `\u2068${name}\u2069`));
}
