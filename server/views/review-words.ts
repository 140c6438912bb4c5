// Questions about who is who, as agents read them: what was seen, what is asked, and what follows from each answer.

import type { Review } from '@throughline/contract';
import type { Answer } from '../contacts/rules-reviews.ts';
import { say } from '../words/say.ts';
import { sentence, type Value } from '../words/sentence.ts';
import type { Reader } from '../words/viewer.ts';

/** Whom it is about, by their best names. `other` is null where nobody else is concerned. */
export interface Asked {
  type: Review['type'];
  name: Value;
  other: Value | null;
  phone: string | null;
}

export interface ReviewWords {
  title: string;
  detail: string;
  /** What happened at the moment the question came up. */
  happened: string;
}

export function reviewWords(reader: Reader, { type, name, ...asked }: Asked): ReviewWords {
  const other = asked.other ?? sentence('review.somebody_else');
  const number = asked.phone === null ? sentence('review.a_number') : { phone: asked.phone };
  return {
    title: titleOf(reader, type, { name, other, number }),
    detail: say(reader, `review.${type}.detail`),
    happened: happenedOf(reader, type, { name, number }),
  };
}

function titleOf(
  reader: Reader,
  type: Review['type'],
  { name, other, number }: Record<'name' | 'other' | 'number', Value>,
) {
  switch (type) {
    case 'recycled_number':
    case 'conflicting_shared_number':
    case 'claimed_number':
      return say(reader, `review.${type}.title`, { name, other, number });
    case 'unattested_number_change':
      return say(reader, 'review.unattested_number_change.title', { name, number });
    case 'missing_rotation':
      return say(reader, 'review.missing_rotation.title', { name });
    case 'conflicting_parent':
    case 'too_many_parts':
      return say(reader, `review.${type}.title`, { name, other });
  }
}

function happenedOf(reader: Reader, type: Review['type'], { name, number }: Record<'name' | 'number', Value>) {
  switch (type) {
    case 'recycled_number':
    case 'unattested_number_change':
      return say(reader, `review.${type}.happened`, { number });
    case 'conflicting_shared_number':
    case 'claimed_number':
      return say(reader, `review.${type}.happened`, { name, number });
    case 'missing_rotation':
    case 'conflicting_parent':
    case 'too_many_parts':
      return say(reader, `review.${type}.happened`);
  }
}

export function actionWords(reader: Reader, type: Review['type'], action: Answer): Review['actions'][number] {
  const joinedAlready = type === 'missing_rotation';
  switch (action) {
    case 'same':
      return { action, label: say(reader, 'review.same.label'), explains: say(reader, 'review.same.explains') };
    case 'different':
      return {
        action,
        label: say(reader, 'review.different.label'),
        explains: say(reader, joinedAlready ? 'review.different.joined.explains' : 'review.different.explains'),
      };
    case 'right':
      return {
        action,
        label: say(reader, joinedAlready ? 'review.same.label' : 'review.right.label'),
        explains: say(reader, 'review.right.explains'),
      };
  }
}
