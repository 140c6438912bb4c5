// What people said about who is who, as notices in the timelines of those it was said about (R30).

import { positionOf, type Word } from './evidence.ts';
import type { Notice, NoticeFact } from './notices.ts';
import { holderAt, type State } from './state.ts';
import { anchorsOf } from './words.ts';

export function cardsOf(state: State): Notice[] {
  return state.words.flatMap((word) => {
    const fact = factOf(word, state.words);
    if (!fact) return [];
    const holders = new Set(anchorsOf(word).flatMap((anchor) => holderAt(state, anchor) ?? []));
    return [...holders].map((holderId) => ({ evidenceId: word.id, holderId, ...positionOf(word), rule: 'R30', fact }));
  });
}

function factOf(word: Word, words: readonly Word[]): NoticeFact | undefined {
  const said = { by: word.actor.name, reason: word.reason };
  switch (word.kind) {
    case 'merge':
      return { type: 'contacts_merged', ...said };
    case 'split':
      return { type: 'contacts_split', ...said };
    case 'never-merge':
      return { type: 'kept_apart', ...said };
    case 'settled':
    case 'rename':
      return undefined;
    case 'undo': {
      const what = words.find((other) => other.id === word.word)?.kind;
      return what === 'merge' || what === 'split' || what === 'never-merge'
        ? { type: 'taken_back', what, ...said }
        : undefined;
    }
  }
}
