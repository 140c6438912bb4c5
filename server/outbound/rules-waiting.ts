// Why a message that is owed has not gone yet.

/**
 * `turn`: nothing is wrong, others are before it. `order`: an earlier message of its thread is not done. `media`: its file is not at
 * Meta. `rate`, `pair`, `messaging_limit`: Meta's limits on the number, on the two, on the portfolio. `maintenance`, `unreachable`,
 * `retry`: Meta's trouble. `tomorrow`: Meta asks for a day. `account`: the business's account needs somebody.
 * `undo`: its author may take it back.
 */
export const waitingReasons = [
  'turn',
  'order',
  'media',
  'rate',
  'pair',
  'messaging_limit',
  'maintenance',
  'unreachable',
  'retry',
  'tomorrow',
  'account',
  'undo',
] as const;

export type WaitingReason = (typeof waitingReasons)[number];
