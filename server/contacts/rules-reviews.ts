// What may be answered to a question about who is who. Pure.

import type { ReviewType } from '@throughline/identity';

export type Answer = 'same' | 'different' | 'right';

/** Where there is nobody to be the same as, all there is to say is that it is right. */
export function answersTo(type: ReviewType, hasOther: boolean): readonly Answer[] {
  return hasOther ? answers[type] : ['right'];
}

const answers: Readonly<Record<ReviewType, readonly Answer[]>> = {
  recycled_number: ['same', 'different'],
  unattested_number_change: ['right'],
  // The machine took the two for one already.
  missing_rotation: ['right', 'different'],
  conflicting_parent: ['same', 'different'],
  conflicting_shared_number: ['same', 'different'],
  claimed_number: ['same', 'different'],
  too_many_parts: ['same', 'different'],
};
