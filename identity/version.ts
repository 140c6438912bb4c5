// Under which rules somebody was decided. Stored beside each decision, so that a change of either is noticed and reaches everyone.

import type { Policy } from './policy.ts';

/** Raise it with every change to the fold, or to what it keeps, that could decide the same evidence differently. */
export const rulesVersion = 2;

/**
 * The rules and this policy in one short word: the version, and a hash of the policy's values. Two that are equal decide alike.
 * Every field of the policy counts, whatever fields it has, in an order of its own; but for the erased, whose evidence is gone: nobody
 * else is decided differently by them.
 */
export function decidedUnder({ erased: _erased, ...policy }: Policy): string {
  return `${rulesVersion}-${hashOf(JSON.stringify(inOrder(policy)))}`;
}

/** Sets, maps and records as lists in an order of their own. */
function inOrder(value: unknown): unknown {
  if (value instanceof Set) return [...value].sort();
  if (value instanceof Map) return [...value].sort(byFirst);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .sort(byFirst)
    .map(([name, inner]) => [name, inOrder(inner)]);
}

function byFirst([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** FNV-1a, 64 bits, over UTF-16 units: not for secrecy, only to be short. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
