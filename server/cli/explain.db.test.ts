import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { person } from '../testing/people.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld } from '../testing/world.ts';
import { runCommand } from './command.ts';
import { explainCommand } from './explain.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 3 });
  vi.stubEnv('DATABASE_URL', fresh.url);
  const world = await openWorld(db);
  const facts = ['P1', 'P1 B1 @ana', 'P2 B2 @-', 'P2 B3 @new'];
  for (const [n, who] of facts.entries())
    await world.receive(message(person(who), { at: n * 10, id: `w-${n}` }, text('hi')));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await db.close();
  await fresh.drop();
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Without a process of its own, which would take seconds each. */
async function run(...words: string[]): Promise<Ran> {
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
    const code = await runCommand(explainCommand, words, { name: 'explain', summary: '' });
    return { code, ...ran };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('throughline explain', () => {
  it('tells of somebody by phone or username, without any account id', async () => {
    const byPhone = await run('+1 (555) 200-0001');
    expect(byPhone.code).toBe(0);
    expect(byPhone.out).toContain('R10  +1 555 200 0001 turned out to be this WhatsApp account.');
    expect(byPhone.out).not.toContain('US.');
    expect((await run('@ana')).out).toBe(byPhone.out);
  });

  it('tells two apart, in JSON too; a number is whoever has it now', async () => {
    const { code, out } = await run('+15552000002', '--with', '@ana', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.comparison).toMatchObject({ same: false, title: 'Nothing ever connected them.' });
    expect(answer.steps.map((step: { rule: string }) => step.rule)).toContain('R12');
    expect(out).not.toContain('US.');
    const again = await run(answer.contactId, '--as-of', '2020-01-01');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was known of them then.') });
  });

  it('gives the account ids where they are asked for', async () => {
    const { out } = await run('@ana', '--ids', '--json');
    expect(JSON.parse(out).identity.holders[0].names).toMatchObject([{ kind: 'bsuid', value: 'US.1' }]);
    expect((await run('@ana', '--ids')).out).toContain('US.1');
  });

  it('finds nobody with 1, and does not understand with 2', async () => {
    expect(await run('+15559999999')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Nobody is known by'),
    });
    expect(await run('@ana', '--portfolio', 'other')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no portfolio'),
    });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('Say who') });
    expect(await run('@ana', '--as-of', 'yesterday')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as-of'),
    });
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--as-of TIME') });
  });
});
