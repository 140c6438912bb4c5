// Who goes first where a number may send no faster: answers, then what people begin, then campaigns. Nobody starves.

/** Answers, what people begin, campaigns. */
export const priorities = { answer: 0, begun: 1, campaign: 2 } as const;
export type Priority = (typeof priorities)[keyof typeof priorities];

/**
 * The order in which turn number `turn` of a business number fills its room. Of ten turns seven begin with answers, two with what
 * people begin, one with campaigns; what the first leave free is for the others.
 */
export function orderOfTurn(turn: number): readonly Priority[] {
  const { answer, begun, campaign } = priorities;
  const place = turn % 10;
  if (place === 9) return [campaign, answer, begun];
  return place === 3 || place === 7 ? [begun, answer, campaign] : [answer, begun, campaign];
}
