// docs/readiness-rules.md: every kind of breakage the audit of code knows, from the table it works by.

import type { Rule } from '../../server/readiness/code/finding.ts';

const titles = {
  reading: 'Programs that read a number',
  keys: 'What people are found by',
  sending: 'Sending, types and schemas in programs',
  stores: 'Databases',
  files: 'Schemas, lists and flows',
} as const;

export function readinessRules(families: readonly (readonly [keyof typeof titles, readonly Rule[]])[]): string {
  const parts = families.map(([family, rules]) => [`## ${titles[family]}`, ...rules.map(ruleText)].join('\n\n'));
  return `# What the audit of code finds

Printed from [the table of rules](../server/readiness/code/catalog) by \`npm run docs\`. How to use it: [Readiness](guides/readiness.md).

${parts.join('\n\n')}
`;
}

function ruleText({ id, level, title, why, fix, page, checked }: Rule): string {
  const source = page === undefined ? '' : `\n\nMeta: [${page.split('/whatsapp/')[1]}](${page}), revision ${checked}.`;
  return `### ${id}\n\n${title}. (${level})\n\n${why}\n\n**What to do.** ${fix}${source}`;
}
