// All kinds of breakage the audit of code knows.

import type { Rule } from '../finding.ts';
import { fileRules } from './files.ts';
import { keyRules } from './keys.ts';
import { readingRules } from './reading.ts';
import { sendingRules } from './sending.ts';
import { storeRules } from './stores.ts';

export const rules: readonly Rule[] = [...readingRules, ...keyRules, ...sendingRules, ...storeRules, ...fileRules];

/** What a rule is about. */
export type Family = 'reading' | 'keys' | 'sending' | 'stores' | 'files';

export const families: readonly (readonly [Family, readonly Rule[]])[] = [
  ['reading', readingRules],
  ['keys', keyRules],
  ['sending', sendingRules],
  ['stores', storeRules],
  ['files', fileRules],
];

const familyById = new Map(families.flatMap(([family, own]) => own.map(({ id }) => [id, family] as const)));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of a finding. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** Undefined where there is no such rule: what was found by another version may be of a kind this one does not know. */
export function knownRule(id: string): (Rule & { readonly family: Family }) | undefined {
  const [rule, family] = [byId.get(id), familyById.get(id)];
  return rule && family ? { ...rule, family } : undefined;
}
