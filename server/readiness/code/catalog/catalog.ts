// All kinds of breakage the audit of code knows.

import type { Rule } from '../finding.ts';
import { fileRules } from './files.ts';
import { keyRules } from './keys.ts';
import { readingRules } from './reading.ts';
import { sendingRules } from './sending.ts';
import { storeRules } from './stores.ts';

export const rules: readonly Rule[] = [...readingRules, ...keyRules, ...sendingRules, ...storeRules, ...fileRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of a finding. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}
