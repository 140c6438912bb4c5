// The messaging limit: how many people a portfolio may begin with in a moving day, outside of their window (Meta, "Messaging
// limits", read 2026-09). Pure.

export interface Uses {
  /** People begun with in the last day. */
  count: number;
  /** Who of those asked about is among them. */
  known: ReadonlySet<string>;
}

/** Who of `people`, in their order, may be written to now. Without a limit: all. */
export function admittedByLimit(people: readonly string[], uses: Uses, limit: number | null): Set<string> {
  const admitted = new Set<string>();
  let count = uses.count;
  for (const person of people) {
    if (admitted.has(person)) continue;
    if (!uses.known.has(person)) {
      if (limit !== null && count >= limit) continue;
      count += 1;
    }
    admitted.add(person);
  }
  return admitted;
}
