// What is wrong with a message before it is sent, in words that say what would be right.

export interface SendProblem {
  /** Path inside the content, as `interactive.action.buttons.0.reply.title`. */
  field: string;
  problem: string;
}

/** Meta counts characters; so does this, in UTF-16 units, which is never less. */
export function lengthProblems(
  field: string,
  text: string | undefined,
  { least = 1, most }: { least?: number; most: number },
): SendProblem[] {
  if (text === undefined) return [];
  if (least > 0 && text.trim().length === 0) return [{ field, problem: 'must not be empty' }];
  if (text.length > most) return [{ field, problem: `must have at most ${most} characters; it has ${text.length}` }];
  return [];
}

export function countProblems(
  field: string,
  count: number,
  { least = 1, most, what }: { least?: number; most: number; what: string },
): SendProblem[] {
  if (count < least) return [{ field, problem: `must have at least ${least} ${what}` }];
  if (count > most) return [{ field, problem: `must have at most ${most} ${what}; there are ${count}` }];
  return [];
}

/** Two of the same confuse whoever reads the answer, and Meta refuses them. */
export function repeatProblems(field: string, values: readonly string[], what: string): SendProblem[] {
  return new Set(values).size < values.length ? [{ field, problem: `must not have the same ${what} twice` }] : [];
}
