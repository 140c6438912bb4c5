// What the desk writes around a word about who is who: on its buttons, and once it is done. Pure.

import type { IdentityChange } from '@throughline/contract';
import type { Saying } from '../api/who-is-who.ts';

/** The button that does it. */
export const confirmWords: Record<Saying['kind'], string> = {
  merge: 'They are one person',
  'never-merge': 'Keep them apart',
  split: 'Tell them apart',
  undo: 'Take it back',
};

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
      return `${was} are one person now.`;
    case 'never-merge':
      return `${is} stay apart, whatever comes in.`;
    case 'split':
      return `${is} are ${after.length > 2 ? after.length : 'two'} people now.`;
    case 'undo':
      return 'Taken back.';
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
  const kept = names.map((name) => `\u2068${name}\u2069`);
  const last = kept.pop() ?? '';
  return kept.length === 0 ? last : `${kept.join(', ')} and ${last}`;
}
