import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases } from '../../identity/cases.testing.ts';
import { ruleBook } from '../../identity/index.ts';
import { pages } from '../generate-docs.ts';
import { identityRules } from './identity-rules.ts';
import { printedCase } from './printed-case.ts';

const root = join(import.meta.dirname, '../..');

describe('the printed pages', () => {
  it.each([...pages()])('%s is what would be printed now', (path, text) => {
    const file = join(root, path);
    const onDisk = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(onDisk === text, `${path} is not what its sources say: run "npm run docs", and look at what changed.`).toBe(
      true,
    );
  });
});

describe('the page of the rules', () => {
  it('has every case, once', () => {
    const page = identityRules(cases, '');
    for (const row of cases) expect(page.split(printedCase(row)).length, row.name).toBe(2);
  });

  it('has every rule, from R1 to R34 and from C1 to C9', () => {
    const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);
    expect(Object.keys(ruleBook)).toEqual([...numbered('R', 34), ...numbered('C', 9)]);
  });

  it('knows every rule that a case met', () => {
    for (const { name, rules } of cases) for (const met of rules.split(' ')) expect(ruleBook, name).toHaveProperty(met);
  });

  it('says no promise of a rule that is kept by nobody beside cases that keep it', () => {
    const kept = new Set(cases.flatMap(({ name }) => /^([RC]\d+): /.exec(name)?.[1] ?? []));
    const unkept = Object.entries(ruleBook).filter(([id, { keptBy }]) => keptBy !== 'identity' && kept.has(id));
    expect(unkept).toEqual([]);
  });

  it('refuses a case about a rule that there is not', () => {
    const [row] = cases;
    if (!row) throw new Error('The case table is empty.');
    expect(() => identityRules([{ ...row, name: 'R99: nothing' }], '')).toThrow(/R99/);
  });
});
