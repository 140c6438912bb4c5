// Histories: items connected by shared identifiers, within one portfolio. Items of two histories never concern each other.

import { defaultPolicy, type EvidenceId, identifiersOf } from '@throughline/identity';
import type { Item } from './meta.ts';

/** The history each piece of evidence is part of. */
export function historiesOf(items: Iterable<Item>): Map<EvidenceId, string> {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    parents.set(key, root);
    return root;
  };
  const keysOf = ({ portfolio, evidence }: Item) =>
    identifiersOf(evidence, defaultPolicy).map((key) => `${portfolio} ${key}`);
  const all = [...items];
  for (const item of all) {
    const [first, ...others] = keysOf(item);
    for (const other of others) if (first) parents.set(rootOf(other), rootOf(first));
  }
  return new Map(all.map((item) => [item.evidence.id, rootOf(keysOf(item)[0] ?? item.evidence.id)]));
}
