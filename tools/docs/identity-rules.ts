// The page of identity's rules, from its rule book and its case table. Pure: values in, text out.

import { type Case, letters } from '../../identity/given.testing.ts';
import { type RuleId, ruleBook } from '../../identity/index.ts';
import { printedCase } from './printed-case.ts';
import { table } from './table.ts';

/** `preface`: what a reader must know first, in Markdown. */
export function identityRules(cases: readonly Case[], preface: string): string {
  const ids = Object.keys(ruleBook) as RuleId[];
  const stories = cases.filter((row) => ruleOf(row) === undefined);
  const sections = ids.map((id) =>
    ruleSection(
      id,
      cases.filter((row) => ruleOf(row) === id),
    ),
  );
  return `${[
    preface.trim(),
    `## The rules at a glance\n\n${glance(cases, ids)}`,
    `## Stories\n\nSeveral rules in each.\n\n${stories.map(printedCase).join('\n\n')}`,
    '## Rule by rule',
    ...sections,
  ].join('\n\n')}\n`;
}

/** The rule a case is about: "R3: ..." in its name. Throws for one that the rule book does not have. */
function ruleOf({ name, people }: Case): RuleId | undefined {
  if (people.length > letters.length) throw new Error(`"${name}" has more people than there are letters for.`);
  const [, id] = /^([RC]\d+): /.exec(name) ?? [];
  if (id !== undefined && !(id in ruleBook)) throw new Error(`"${name}" is about a rule that the rule book lacks.`);
  return id as RuleId | undefined;
}

function glance(cases: readonly Case[], ids: readonly RuleId[]): string {
  const rows = ids.map((id) => {
    const count = cases.filter((row) => ruleOf(row) === id).length;
    return [`[${id}](#${id.toLowerCase()})`, ruleBook[id].title, count === 0 ? '' : String(count)];
  });
  return table([['Rule', 'Situation', 'Cases'], ...rows], [2]);
}

function ruleSection(id: RuleId, cases: readonly Case[]): string {
  const { title, says, agents } = ruleBook[id];
  return [
    `### ${id}`,
    `**${title}.** ${says}`,
    ...(agents ? [`Agents see: ${agents}.`] : []),
    ...(cases.length > 0 ? cases.map(printedCase) : [withoutCases(id)]),
  ].join('\n\n');
}

function withoutCases(id: RuleId): string {
  const words = {
    identity: '_No case in the table yet._',
    service: '_Kept by the service around this table, and tested there._',
    'nobody yet': '_Not built yet._',
  };
  return words[ruleBook[id].keptBy];
}
