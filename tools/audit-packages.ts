// npm run audit-packages: the audit of code on real, open code. Takes packages from npm into a temporary folder, audits each, and prints every
// finding with its lines around, to be read and judged by a person. docs/guides/readiness.md has the last count.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder } from '../server/cli/audit-files.ts';
import { auditText } from '../server/readiness/code/audit-text.ts';
import type { Finding } from '../server/readiness/code/finding.ts';

/** Of whom the count in the guide is, in the versions it was made with. */
const packages = [
  '@builderbot/bot@1.3.13',
  '@builderbot/provider-meta@1.2.2',
  '@bot-whatsapp/provider@0.1.38',
  '@chat-adapter/whatsapp@4.41.1',
  '@elizaos/plugin-whatsapp@2.0.0-beta.1',
  '@great-detail/whatsapp@8.4.0',
  '@kapso/whatsapp-cloud-api@0.3.0',
  '@microfox/whatsapp-business@1.5.2',
  '@novu/providers@0.24.2',
  '@peopl-health/nexus@5.56.2',
  '@tiledesk/tiledesk-whatsapp-connector@0.1.66',
  '@whatsapp-cloudapi/types@4.2.0',
  'bottender@1.5.5',
  'chat@4.41.1',
  'n8n-nodes-base@2.41.2',
  'whatsapp-api-js@6.3.0',
  'whatsapp-business@1.7.2',
  'whatsapp-cloud-api@0.3.1',
  'whatsappcloudapi_wrapper@1.0.16',
] as const;

const around = 2;
const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'throughline-packages-'));
try {
  for (const name of chosen.length > 0 ? chosen : packages) await auditPackage(name);
} finally {
  rmSync(folder, { recursive: true });
}

async function auditPackage(name: string): Promise<void> {
  const packed = execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  }).trim();
  const root = join(folder, packed.replace(/\.tgz$/, ''));
  mkdirSync(root);
  execFileSync('tar', ['-xzf', join(folder, packed), '-C', root]);
  let [files, passedOver, found] = [0, 0, 0];
  for await (const taken of filesUnder(root, true)) {
    if (taken.kind === 'passed_over') {
      passedOver++;
      continue;
    }
    files++;
    const { findings, unread } = await auditText(taken.source);
    if (unread !== undefined) passedOver++;
    found += findings.length;
    for (const one of findings) print(name, one, readFileSync(join(root, one.file), 'utf8').split('\n'));
  }
  console.log(`${name}: ${files} files read, ${passedOver} passed over, ${found} findings\n`);
}

function print(name: string, { rule, file, line }: Finding, lines: readonly string[]): void {
  console.log(`${rule}  ${name}  ${file}:${line}`);
  for (let at = Math.max(1, line - around); at <= Math.min(lines.length, line + around); at++)
    console.log(`${at === line ? '>' : ' '} ${(lines[at - 1] ?? '').slice(0, 200)}`);
  console.log('');
}
