// What can be known of our own readers, by what became of what they were told: of people with a number, and of people without.

import type { ReadinessReader } from '@throughline/contract';

export interface Told {
  readonly taken: number;
  /** Not taken, at the first try or at all. */
  readonly troubled: number;
}

/** Fewer than this of people without a number say nothing. */
const fewest = 5;
/** So much more trouble without a number than with one is no accident: in parts of all that was told. */
const muchMore = 0.2;

export function verdictOn(withNumber: Told, without: Told, mode: ReadinessReader['mode']): ReadinessReader['verdict'] {
  if (mode === 'fill-phone' || mode === 'stable-alias') return 'needs_number';
  if (mode !== null || sum(without) < fewest) return 'not_known';
  return troubleOf(without) - (sum(withNumber) === 0 ? 0 : troubleOf(withNumber)) > muchMore ? 'breaks' : 'takes_both';
}

function sum({ taken, troubled }: Told): number {
  return taken + troubled;
}

function troubleOf(told: Told): number {
  return told.troubled / sum(told);
}
