// Findings as SARIF 2.1.0, which code hosts show beside the lines (OASIS, "Static Analysis Results Interchange Format", errata 01).

import { createHash } from 'node:crypto';
import { rules } from './catalog/catalog.ts';
import type { Finding, Rule } from './finding.ts';

const page = 'https://throughline.dev/docs/guides/readiness';

/** `unread`: files that could not be read, with why. `version`: of this program. */
export function sarifOf(
  findings: readonly Finding[],
  unread: readonly { path: string; why: string }[],
  version: string,
): unknown {
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'throughline audit',
            semanticVersion: version,
            informationUri: page,
            rules: rules.map(ruleAsSarif),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that was audited.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unread.map(({ path, why }) => ({
              level: 'note',
              message: { text: why },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: findings.map((finding) => resultOf(finding, places.get(finding.rule) ?? -1)),
      },
    ],
  };
}

function ruleAsSarif({ id, level, title, why, fix, page: source, checked }: Rule): unknown {
  const rest = source === undefined ? '' : `\n\nMeta: ${source} (revision ${checked})`;
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\nWhat to do: ${fix}${rest}`, markdown: `${why}\n\n**What to do:** ${fix}${rest}` },
    helpUri: source ?? `${page}#${id}`,
    defaultConfiguration: { level },
    properties: { tags: ['whatsapp', 'identity'], precision: 'high', 'problem.severity': level },
  };
}

function resultOf({ rule, file, line, column, endLine, endColumn, excerpt }: Finding, ruleIndex: number): unknown {
  const { level, title, why, fix } = rules[ruleIndex] as Rule;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: `${title}. ${why} ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: excerpt } },
        },
      },
    ],
    // Of the line as it reads, not of where it stands: what moves stays the same finding.
    partialFingerprints: { 'lineOf/v1': createHash('sha256').update(`${rule}\0${file}\0${excerpt}`).digest('hex') },
  };
}

function artifact(path: string): unknown {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
