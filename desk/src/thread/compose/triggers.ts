// Where in a text a sign calls for a list of things to choose from: @ for colleagues, / for ready answers. Pure.

export interface Trigger {
  /** Where the sign stands. */
  from: number;
  /** What has been written after it, up to the caret. */
  query: string;
}

const longest = 40;

/** The sign must begin a word, and what follows may hold `spaces` of them: names do, shortcuts do not. */
export function triggerAt(
  text: string,
  caret: number,
  { sign, spaces }: { sign: string; spaces: number },
): Trigger | undefined {
  const from = text.lastIndexOf(sign, caret - 1);
  if (from === -1 || caret <= from) return undefined;
  const query = text.slice(from + 1, caret);
  const before = text[from - 1];
  const begins = before === undefined || /[\s([{«"'¿¡]/u.test(before);
  if (!begins || query.length > longest || query.includes('\n') || /^\s/.test(query)) return undefined;
  return query.split(/\s/).length - 1 > spaces ? undefined : { from, query };
}

/** The text with what was chosen in place of the sign and its word, and where the caret goes. */
export function withChosen(
  text: string,
  caret: number,
  { from }: Trigger,
  chosen: string,
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const joint = chosen.endsWith(' ') && rest.startsWith(' ') ? chosen.slice(0, -1) : chosen;
  return { text: text.slice(0, from) + joint + rest, caret: from + chosen.length };
}

/** Small and large letters and accents are the same to whoever is in a hurry. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
