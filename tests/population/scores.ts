// Scores of a partition of items against the truth. Pure; the definitions are the usual ones of record linkage.

/** An item: who it truly is of, and whose it was taken for. */
export interface Labelled {
  truth: string;
  found: string;
}

export interface Accuracy {
  precision: number;
  recall: number;
}

/** Of all pairs of items taken for one person's, how many are; of all pairs that are one person's, how many were taken so. */
export function pairwise(items: readonly Labelled[]): Accuracy {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const both = pairs(cells(items).values());
  const found = pairs(countBy(items, ({ found }) => found).values());
  const true_ = pairs(countBy(items, ({ truth }) => truth).values());
  return { precision: found === 0 ? 1 : both / found, recall: true_ === 0 ? 1 : both / true_ };
}

/** B-cubed: for each item, the share of its found person that is its true person, and the other way round; the mean over items. */
export function bCubed(items: readonly Labelled[]): Accuracy {
  const found = countBy(items, (item) => item.found);
  const truth = countBy(items, (item) => item.truth);
  let [precision, recall] = [0, 0];
  for (const [key, count] of cells(items)) {
    const [ofTruth = '', ofFound = ''] = key.split('\n');
    precision += (count * count) / (found.get(ofFound) ?? 1);
    recall += (count * count) / (truth.get(ofTruth) ?? 1);
  }
  return items.length === 0
    ? { precision: 1, recall: 1 }
    : { precision: precision / items.length, recall: recall / items.length };
}

/** Each two people who have items taken for one person's. */
export function falseMerges(items: readonly Labelled[]): { people: [string, string]; found: string }[] {
  const byFound = Map.groupBy(items, ({ found }) => found);
  return [...byFound].flatMap(([found, own]) => {
    const people = [...new Set(own.map(({ truth }) => truth))];
    return people.flatMap((one, index) =>
      people.slice(index + 1).map((other) => ({ people: [one, other] as [string, string], found })),
    );
  });
}

/** The people whose items were taken for several people's, each with these. */
export function splits(items: readonly Labelled[]): Map<string, Set<string>> {
  const byTruth = Map.groupBy(items, ({ truth }) => truth);
  const found = [...byTruth].map(([truth, own]) => [truth, new Set(own.map((item) => item.found))] as const);
  return new Map(found.filter(([, parts]) => parts.size > 1));
}

/** An item by history, and whose it was taken for in two runs. */
export interface Twice {
  history: string;
  one: string;
  other: string;
}

/** The share of histories whose items fall into different people in the two runs, whatever these are called. */
export function endDifferently(items: readonly Twice[]): number {
  const histories = Map.groupBy(items, ({ history }) => history);
  const differ = [...histories.values()].filter((own) => {
    const both = new Set(own.map(({ one, other }) => `${one}\n${other}`)).size;
    const parts = (pick: (item: Twice) => string) => new Set(own.map(pick)).size;
    return both !== parts(({ one }) => one) || both !== parts(({ other }) => other);
  });
  return histories.size === 0 ? 0 : differ.length / histories.size;
}

function cells(items: readonly Labelled[]): Map<string, number> {
  return countBy(items, ({ truth, found }) => `${truth}\n${found}`);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
