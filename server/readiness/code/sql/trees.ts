// Reading PostgreSQL's parse trees: records of one key, the kind of the node.

export type Tree = Record<string, unknown>;

/** A statement as it is read, and how its byte positions become places in the file. */
export interface Placing {
  readonly text: string;
  readonly place: (location: number) => number;
}

export function part(tree: unknown, ...keys: string[]): Tree | undefined {
  let at: unknown = tree;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Tree)[key];
  }
  return typeof at === 'object' && at !== null ? (at as Tree) : undefined;
}

export function list(tree: unknown, key: string): Tree[] {
  const at = (tree as Tree | undefined)?.[key];
  return Array.isArray(at) ? (at as Tree[]) : [];
}

export function word(tree: unknown, key: string): string {
  const at = (tree as Tree | undefined)?.[key];
  return typeof at === 'string' ? at : '';
}

export function numberOf(tree: unknown, key: string): number {
  const at = (tree as Tree | undefined)?.[key];
  return typeof at === 'number' ? at : 0;
}

/** The nodes of one kind in a list. */
export function parts(tree: unknown, key: string, kind: string): Tree[] {
  return list(tree, key).flatMap((one) => {
    const found = part(one, kind);
    return found ? [found] : [];
  });
}

/** Names in a list of strings. */
export function words(tree: unknown, key: string): string[] {
  return list(tree, key).flatMap((one) => {
    const text = part(one, 'String')?.sval;
    return typeof text === 'string' ? [text] : [];
  });
}

/** The column a reference names, with its table as far as it says. */
export function columnOf(tree: unknown): { table: string; column: string; location: number } | undefined {
  const reference = part(tree, 'ColumnRef');
  if (!reference) return undefined;
  const names = words(reference, 'fields');
  const column = names.at(-1);
  return column === undefined
    ? undefined
    : { table: names.at(-2) ?? '', column, location: numberOf(reference, 'location') };
}

/** Every node of a kind, wherever it is. */
export function* nodesOf(tree: unknown, kind: string): Generator<Tree> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    if (key === kind && typeof value === 'object' && value !== null) yield value as Tree;
    yield* nodesOf(value, kind);
  }
}
