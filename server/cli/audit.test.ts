import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommand } from './audit.ts';
import { runCommand } from './command.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-audit-'));
  writeFileSync(join(folder, 'broken.sql'), 'create table contacts (id int, phone text not null);\n');
  writeFileSync(
    join(folder, 'ignored.sql'),
    '-- readiness-ignore sql-phone-not-null\ncreate table contacts (phone text not null);\n',
  );
  writeFileSync(join(folder, 'fine.sql'), 'create table contacts (id int primary key, phone text);\n');
  writeFileSync(join(folder, 'packed.js'), `const wa_id = 1;${'a();'.repeat(400)}`);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function audit(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const [stdout, stderr] = [process.stdout.write, process.stderr.write];
  process.stdout.write = (text) => out.push(String(text)) > 0;
  process.stderr.write = (text) => err.push(String(text)) > 0;
  try {
    const code = await runCommand(auditCommand, args, { name: 'audit', summary: 'find what assumes a phone number' });
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    process.stdout.write = stdout;
    process.stderr.write = stderr;
  }
}

describe('audit code', () => {
  it('answers 1 and says what, where, why and what to do', async () => {
    const { code, out } = await audit('code', folder);
    expect(code).toBe(1);
    expect(out).toContain('broken.sql:1:32');
    expect(out).toContain('What to do:');
    expect(out).toContain('1 places in 1 files, of 1 kinds. 1 left out because their lines say so.');
  });

  it('answers 0 where there is nothing to do', async () => {
    expect((await audit('code', join(folder, 'fine.sql'))).code).toBe(0);
  });

  it('answers 2 where it cannot be run, or is called wrongly', async () => {
    expect((await audit('code', join(folder, 'nowhere'))).code).toBe(2);
    expect((await audit('code')).code).toBe(2);
    expect((await audit('everything')).code).toBe(2);
  });

  it('writes JSON, and SARIF for code hosts, and says what it passed over', async () => {
    const file = join(folder, 'found.sarif');
    const { out, err } = await audit('code', folder, '--json', '--sarif', file);
    const found = JSON.parse(out);
    expect(found.findings).toMatchObject([{ rule: 'sql-phone-not-null', level: 'error', file: 'broken.sql', line: 1 }]);
    expect(found.unread).toMatchObject([{ path: 'packed.js' }]);
    expect(err).toContain('packed.js: It is packed');
    expect(JSON.parse(readFileSync(file, 'utf8')).runs[0].results).toHaveLength(1);
  });
});
