import type { Parked } from '@throughline/contract';

/** Why something was set aside, for a supervisor. */
export const reasonWords: Record<Parked['reason'], string> = {
  portfolio_unknown: 'From a business account that is not connected',
  number_unknown: 'For a business number that is not connected',
  not_readable: 'Could not be read',
  no_identifier: 'Names no sender',
  group_message: 'From a group',
  time_impossible: 'Has a time that cannot be',
  failed: 'Could not be saved',
};
