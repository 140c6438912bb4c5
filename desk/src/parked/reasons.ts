import type { Parked } from '@throughline/contract';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';

/** Why something was set aside, for a supervisor. */
export function reasonWords(reason: Parked['reason']): string {
  return say(reasons[reason]);
}

const reasons = {
  portfolio_unknown: 'parked.portfolioUnknown',
  number_unknown: 'parked.numberUnknown',
  not_readable: 'parked.notReadable',
  no_identifier: 'parked.noIdentifier',
  group_message: 'parked.groupMessage',
  time_impossible: 'parked.timeImpossible',
  failed: 'parked.notSaved',
} as const satisfies Record<Parked['reason'], Key>;
