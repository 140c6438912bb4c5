// The audit of one file, by what it is.

import { auditCsv } from './csv/audit-csv.ts';
import type { FileAudit, Finding, SourceText, Spot } from './finding.ts';
import { auditFlow, builderOf } from './flows/audit-flow.ts';
import { placed } from './places.ts';
import { auditScript } from './script/audit-script.ts';
import { auditShapes, isSchema } from './shapes/audit-shapes.ts';
import { treeOf } from './shapes/tree.ts';
import { auditSql } from './sql/audit-sql.ts';

/** Files whose names end so are looked at. */
export const auditedNames = /\.([cm]?[jt]sx?|sql|json|ya?ml|csv|tsv)$/i;

export async function auditText(source: SourceText): Promise<FileAudit> {
  const spots = await spotsOf(source);
  if (!spots) return { findings: [], ignored: 0, unread: 'It could not be read as what its name says.' };
  const all = placed(source, spots);
  const lines = /readiness-ignore/.test(source.text) ? source.text.split('\n') : [];
  const findings = all.filter((one) => !isIgnored(one, lines));
  return { findings, ignored: all.length - findings.length };
}

/** `readiness-ignore RULE` in a comment on the line or the one before. The rule is named, so that nothing else is silenced with it. */
function isIgnored({ rule, line }: Finding, lines: readonly string[]): boolean {
  return [lines[line - 1], lines[line - 2]].some((text) => text !== undefined && ignores(text, rule));
}

function ignores(text: string, rule: string): boolean {
  const [, named = ''] = /readiness-ignore:?\s+([a-z\s,-]+)/.exec(text) ?? [];
  return named.split(/[\s,]+/).includes(rule);
}

async function spotsOf(source: SourceText): Promise<readonly Spot[] | undefined> {
  const { path, text } = source;
  if (/\.[cm]?[jt]sx?$/i.test(path)) return auditScript(path, text);
  if (/\.sql$/i.test(path)) return await auditSql(source);
  if (/\.[ct]sv$/i.test(path)) return auditCsv(source) ?? [];
  const tree = treeOf(path, text);
  if (!tree) return undefined;
  const builder = builderOf(tree);
  if (builder) return auditFlow(tree, builder, text);
  return isSchema(tree) ? auditShapes(source, tree) : [];
}
