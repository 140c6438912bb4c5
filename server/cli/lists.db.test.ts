import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld } from '../testing/world.ts';
import { type Command, runCommand } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';

let fresh: FreshDatabase;
let db: Database;
const folder = mkdtempSync(join(tmpdir(), 'throughline-lists-'));

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 3 });
  vi.stubEnv('DATABASE_URL', fresh.url);
  vi.stubEnv('THROUGHLINE_HOME', folder);
  vi.stubEnv('THROUGHLINE_SECRET', 'a secret of the tests, which is long enough');
  const world = await openWorld(db);
  await world.receive(message({ bsuid: 'PT.1', name: 'Bea', username: 'bea.cli' }, { at: 1, id: 'c1' }, text('Olá')));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await db.close();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(command: Command, ...words: string[]) {
  const ran = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    ran.out += text;
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    ran.err += text;
    return true;
  });
  try {
    return { code: await runCommand(command, words, { name: 'x', summary: '' }), ...ran };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('throughline import and export', () => {
  const list = join(folder, 'list.csv');

  it('says what would be, and changes nothing before it is told to', async () => {
    writeFileSync(list, 'Who,Phone,Segment\nNova,912 000 001,VIP\nBroken,12,VIP\n');
    const words = [list, '--map', 'Who=name', '--map', 'Segment=tags', '--country', 'PT', '--create-tags'];
    const tried = await run(importCommand, ...words);
    expect([tried.code, tried.out], tried.err).toEqual([
      0,
      'Would be: 1 created, 0 updated, 0 unchanged, 1 skipped. Nothing was changed; add --run.\n',
    ]);
    expect(tried.err).toContain('Phone: phone\n');
    expect(tried.err).toContain('line 3: invalid phone\n');
    const done = await run(importCommand, ...words, '--run', '--json');
    expect(JSON.parse(done.out)).toMatchObject({ dryRun: false, counts: { created: 1, skipped: 1 } });
    expect((await run(importCommand, ...words)).out).toContain('0 created, 0 updated, 1 unchanged, 1 skipped');
    expect((await run(importCommand, list, '--map', 'Nothing=name')).code).toBe(2);
  });

  it('writes everybody to a file that is whole or not there, with and without a number', async () => {
    const file = join(folder, 'contacts.csv');
    const { code, out } = await run(exportCommand, 'contacts', '--file', file);
    expect([code, out]).toEqual([0, `${file}: 2 rows.\n`]);
    const rows = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ name, phone, username, tags }) => [name, phone, username, tags]).sort()).toEqual([
      ['Bea', '', 'bea.cli', ''],
      ['Nova', '+351912000001', '', 'VIP'],
    ]);
    expect((await run(exportCommand, 'contacts', '--tag', 'nobody')).code).toBe(1);
    expect((await run(exportCommand, 'everything')).code).toBe(2);
  });
});
