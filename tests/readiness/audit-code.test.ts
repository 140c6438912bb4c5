import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditText } from '../../server/readiness/code/audit-text.ts';
import { rules } from '../../server/readiness/code/catalog/catalog.ts';
import type { SourceText } from '../../server/readiness/code/finding.ts';
import { planted } from './planted.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

function filesOf(folder: string): SourceText[] {
  const root = join(fixtures, folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

async function found(folder: string): Promise<string[]> {
  const audits = await Promise.all(filesOf(folder).map((file) => auditText(file)));
  expect(audits.filter(({ unread }) => unread)).toEqual([]);
  return audits.flatMap(({ findings }) => findings.map(({ rule, file, line }) => `${file}:${line} ${rule}`)).sort();
}

function placeOf({ rule, file, line }: (typeof planted)[number]): string {
  const text = readFileSync(join(fixtures, 'broken', file), 'utf8');
  expect(text.split(line), `${file}: ${line}`).toHaveLength(2);
  return `${file}:${text.slice(0, text.indexOf(line)).split('\n').length} ${rule}`;
}

describe('the audit of code', () => {
  it('finds every planted breakage at its line, and nothing else', async () => {
    expect(await found('broken')).toEqual(planted.map(placeOf).sort());
  });

  it('has nothing to say of the corrected twin', async () => {
    expect(await found('mended')).toEqual([]);
  });

  it('has a planted breakage for every kind it knows', () => {
    expect(rules.map(({ id }) => id).filter((id) => !planted.some(({ rule }) => rule === id))).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(25);
  });
});
