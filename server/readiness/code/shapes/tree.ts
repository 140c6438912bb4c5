// JSON and YAML with the place of every part.

import { parseExpression } from '@babel/parser';
import type { Node } from '@babel/types';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

export type Tree = Place & (MapPart | { readonly kind: 'list'; readonly items: readonly Tree[] } | ValuePart);

interface Place {
  readonly start: number;
  readonly end: number;
}

interface MapPart {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

interface ValuePart {
  readonly kind: 'value';
  readonly value: string | number | boolean | null;
}

export interface Entry extends Place {
  readonly key: string;
  readonly value: Tree;
}

/** Undefined where it is neither. */
export function treeOf(path: string, text: string): Tree | undefined {
  try {
    return /\.ya?ml$/.test(path) ? ofYaml(parseDocument(text).contents) : ofJson(parseExpression(text));
  } catch {
    return undefined;
  }
}

function ofJson(node: Node): Tree | undefined {
  const at = { start: node.start ?? 0, end: node.end ?? 0 };
  switch (node.type) {
    case 'ObjectExpression':
      return { ...at, kind: 'map', entries: node.properties.flatMap((one) => entryOf(one)) };
    case 'ArrayExpression':
      return { ...at, kind: 'list', items: node.elements.flatMap((one) => (one ? (ofJson(one) ?? []) : [])) };
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { ...at, kind: 'value', value: node.value };
    case 'NullLiteral':
      return { ...at, kind: 'value', value: null };
    default:
      return undefined;
  }
}

function entryOf(property: Node): Entry[] {
  if (property.type !== 'ObjectProperty') return [];
  const key = property.key.type === 'StringLiteral' ? property.key.value : undefined;
  const value = ofJson(property.value);
  return key === undefined || !value
    ? []
    : [{ key, value, start: property.key.start ?? 0, end: property.key.end ?? 0 }];
}

function ofYaml(node: unknown): Tree | undefined {
  if (isMap(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    const entries = node.items.flatMap(({ key, value }) => {
      const tree = ofYaml(value);
      if (!isScalar(key) || !tree) return [];
      return [{ key: String(key.value), value: tree, start: key.range?.[0] ?? 0, end: key.range?.[1] ?? 0 }];
    });
    return { start, end, kind: 'map', entries };
  }
  if (isSeq(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    return { start, end, kind: 'list', items: node.items.flatMap((one) => ofYaml(one) ?? []) };
  }
  if (!isScalar(node)) return undefined;
  const [start = 0, end = 0] = node.range ?? [];
  const { value } = node;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { start, end, kind: 'value', value: isPlain ? value : null };
}

export function entry(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.find((one) => one.key === key)?.value : undefined;
}

export function textAt(tree: Tree | undefined, key: string): string {
  const found = entry(tree, key);
  return found?.kind === 'value' && typeof found.value === 'string' ? found.value : '';
}

export function numberAt(tree: Tree | undefined, key: string): number | undefined {
  const found = entry(tree, key);
  return found?.kind === 'value' && typeof found.value === 'number' ? found.value : undefined;
}

export function itemsAt(tree: Tree | undefined, key: string): readonly Tree[] {
  const found = entry(tree, key);
  return found?.kind === 'list' ? found.items : [];
}

/** Every map, with the names on the way to it. */
export function* mapsOf(
  tree: Tree,
  way: readonly string[] = [],
): Generator<{ map: Tree & MapPart; way: readonly string[] }> {
  if (tree.kind === 'map') {
    yield { map: tree, way };
    for (const { key, value } of tree.entries) yield* mapsOf(value, [...way, key]);
  }
  if (tree.kind === 'list') for (const item of tree.items) yield* mapsOf(item, way);
}
