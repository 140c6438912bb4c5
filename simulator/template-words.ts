// Small things the template files share: parameters in a text, Meta's refusals, lists out of JSON.

import { faultOf, type MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';

/** The names of the parameters in a text, in the order they first appear: `1`, `2`, or `first_name`. */
export function parametersIn(text: unknown): string[] {
  const found = String(text ?? '').matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g);
  return [...new Set([...found].map((match) => match[1] ?? ''))];
}

export const wrong = (details: string, subcode?: number): MetaFault => ({
  ...faultOf(100, `(#100) ${details}`),
  ...(subcode === undefined ? {} : { subcode }),
});

export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asObject) : []);
