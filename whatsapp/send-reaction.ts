// A reaction, and taking it back (Meta, "Reaction messages", read 2026-09). Not delivered to a message older than 30 days, to one
// that was deleted, or to another reaction; its only status is `sent`.

import type { Wamid } from './items.ts';
import type { SendProblem } from './send-problem.ts';

export interface ReactionSend {
  type: 'reaction';
  /** An empty `emoji` takes the reaction back. */
  reaction: { message_id: Wamid; emoji: string };
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function reactionProblems({ reaction }: ReactionSend): SendProblem[] {
  const { emoji } = reaction;
  if (emoji === '') return [];
  return [...segments.segment(emoji)].length === 1 && /\p{Extended_Pictographic}|\p{RI}|\u20e3/u.test(emoji)
    ? []
    : [{ field: 'reaction.emoji', problem: 'must be one emoji' }];
}
