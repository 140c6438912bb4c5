// Of whom something is otherwise than before, for whoever shows them or is told. Pure.

import type { ContactId, State } from '@throughline/identity';
import type { Settled } from './settled.ts';

/** Moves with every word of a person, and is nothing new about them: their thread tells of it. */
const passing: ReadonlySet<string> = new Set(['last', 'heard', 'heardAt', 'seen']);

export function contactsChanged(
  settled: readonly Pick<Settled, 'before' | 'after' | 'notices' | 'reviews' | 'refolded'>[],
): Set<ContactId> {
  const changed = settled.filter(
    ({ before, after, notices, reviews, refolded }) =>
      refolded || notices.length > 0 || reviews.length > 0 || standing(before) !== standing(after),
  );
  return new Set(changed.flatMap(({ after }) => after.holders.map((holder) => holder.contactId)));
}

function standing(state: State): string {
  return JSON.stringify(state, (key, value: unknown) => (passing.has(key) ? undefined : value));
}
