// `audit code`: a program, a schema, a list or a flow is looked through for what breaks without a phone number.

import { writeFile } from 'node:fs/promises';
import { auditText } from '../readiness/code/audit-text.ts';
import { ruleOf } from '../readiness/code/catalog/catalog.ts';
import type { Finding } from '../readiness/code/finding.ts';
import { sarifOf } from '../readiness/code/sarif.ts';
import { filesUnder } from './audit-files.ts';
import { type Call, UsageError } from './command.ts';
import { version } from './version.ts';

export interface CodeAudit {
  readonly files: number;
  readonly findings: readonly Finding[];
  readonly unread: readonly { path: string; why: string }[];
  /** Left out because the line before says so. */
  readonly ignored: number;
}

/** Answers the exit code: 0 where there is nothing to do, 1 where there is. */
export async function auditCode({ values, rest, print, say }: Call): Promise<number> {
  const [path] = rest;
  if (path === undefined || rest.length > 1)
    throw new UsageError('Say which folder or file: throughline audit code PATH.');
  const audit = await auditFiles(path, values.all === true);
  for (const one of audit.unread) say(`${one.path}: ${one.why}`);
  if (typeof values.sarif === 'string') {
    await writeFile(values.sarif, `${JSON.stringify(sarifOf(audit.findings, audit.unread, version), null, 2)}\n`);
    say(`Written to ${values.sarif}.`);
  }
  print(inWords(audit), { ...audit, findings: audit.findings.map((one) => ({ ...ruleOf(one.rule), ...one })) });
  return audit.findings.length > 0 ? 1 : 0;
}

async function auditFiles(root: string, all: boolean): Promise<CodeAudit> {
  const findings: Finding[] = [];
  const unread: { path: string; why: string }[] = [];
  let [files, ignored] = [0, 0];
  for await (const taken of filesUnder(root, all)) {
    if (taken.kind === 'passed_over') {
      unread.push({ path: taken.path, why: taken.why });
      continue;
    }
    files++;
    const audit = await auditText(taken.source);
    findings.push(...audit.findings);
    ignored += audit.ignored;
    if (audit.unread !== undefined) unread.push({ path: taken.source.path, why: audit.unread });
  }
  return { files, findings, unread, ignored };
}

function inWords({ files, findings, unread, ignored }: CodeAudit): string {
  const kinds = new Map<string, Finding[]>();
  for (const one of findings) kinds.set(one.rule, [...(kinds.get(one.rule) ?? []), one]);
  const parts = [...kinds].map(([id, found]) => {
    const { level, title, why, fix } = ruleOf(id);
    const places = found.map(({ file, line, column, excerpt }) => `    ${file}:${line}:${column}  ${excerpt}`);
    return [`${level}  ${title}  [${id}]`, `  ${why}`, `  What to do: ${fix}`, ...places, ''].join('\n');
  });
  const counted = `${files} files read, ${unread.length} passed over. ${findings.length} places in ${new Set(findings.map(({ file }) => file)).size} files, of ${kinds.size} kinds.`;
  const left = ignored > 0 ? ` ${ignored} left out because their lines say so.` : '';
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${counted}${left}`;
}
