import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { auditText } from './audit-text.ts';
import { sarifOf } from './sarif.ts';

const require = createRequire(import.meta.url);

function validator() {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  // The schema is written for draft 4: its id goes by another name since.
  const { id: _, $schema: __, ...rest } = schema;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(rest);
}

describe('SARIF', () => {
  it('is valid against the schema of 2.1.0, with findings, notes and nothing at all', async () => {
    const valid = validator();
    const text = 'create table contacts (id int, phone text not null, bsuid varchar(10), primary key (phone));';
    const { findings } = await auditText({ path: 'db/my schema#1.sql', text });
    expect(findings.length).toBeGreaterThanOrEqual(2);
    for (const log of [
      sarifOf(findings, [{ path: 'a b.ts', why: 'It is too large.' }], '0.1.0'),
      sarifOf([], [], '0.1.0'),
    ]) {
      valid(log);
      expect(valid.errors ?? []).toEqual([]);
    }
    expect(valid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('says of each finding where, why and what to do', async () => {
    const { findings } = await auditText({ path: 'a.sql', text: 'create table contacts (phone text not null);' });
    const log = sarifOf(findings, [], '0.1.0') as {
      runs: { results: unknown[]; tool: { driver: { rules: { id: string; help: { text: string } }[] } } }[];
    };
    const [run] = log.runs;
    expect(run?.results).toMatchObject([
      {
        ruleId: 'sql-phone-not-null',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'a.sql' }, region: { startLine: 1, startColumn: 24 } } },
        ],
      },
    ]);
    expect(run?.tool.driver.rules.find(({ id }) => id === 'sql-phone-not-null')?.help.text).toContain('What to do:');
  });
});
