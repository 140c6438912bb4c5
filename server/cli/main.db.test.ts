import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { createAccess } from '../access/access.ts';
import { createUser } from '../access/people.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { park, put } from '../inbox/store.ts';
import { keyCommand, userCommand } from './access.ts';
import { runCommand } from './command.ts';
import { connectCommand } from './connect.ts';
import { replayCommand } from './replay.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 2 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function run(
  words: string,
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words.split(' ').filter(Boolean)], {
      env: { PATH: process.env.PATH, DATABASE_URL: fresh.url, ...env },
    });
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      ran.out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      ran.err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, code }));
    child.stdin.end(input);
  });
}

const business = 'connect --portfolio acme --waba 1 --number 200=+15550001111 --name Sales';

describe('throughline connect', () => {
  it('registers a number; again it brings name and display up to date; what waited is routed', async () => {
    await put(db, [{ wabaId: '1', body: Buffer.from('{}') }]);
    const first = await run(business);
    expect(first).toMatchObject({ code: 0, out: 'Connected +15550001111 (200).\n' });
    expect(first.err).toContain('1 webhooks were waiting');
    const second = await run(`${business.replace('Sales', 'Support')} --json`);
    expect(second.code).toBe(0);
    expect(JSON.parse(second.out)).toMatchObject({ phoneNumberId: '200', portfolioId: 'acme', created: false });
    const rows = await db.sql`select phone_number_id as id, name from business_numbers`;
    expect([...rows]).toEqual([{ id: '200', name: 'Support' }]);
  });

  it('says to which group the portfolio belongs, and keeps it where a later call says nothing of it', async () => {
    expect((await run(`${business} --group G1`)).code).toBe(0);
    expect((await run(business)).code).toBe(0);
    expect([...(await db.sql`select group_id from portfolios`)]).toEqual([{ group_id: 'G1' }]);
    const wrong = await run(`${business} --group no/group`);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--group must be');
  });

  it('refuses an account that belongs to another portfolio, and changes nothing', async () => {
    const ran = await run('connect --portfolio zeta --waba 1 --number 300=+15550003333');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('under portfolio acme already');
    expect([...(await db.sql`select portfolio_id from portfolios`)]).toEqual([{ portfolio_id: 'acme' }]);
  });
});

/** The same command without a process of its own, for what is refused before anything is done. */
async function refusalOf(words: string): Promise<Ran> {
  const [name = '', ...args] = words.split(' ');
  const command = { connect: connectCommand, key: keyCommand, user: userCommand, replay: replayCommand }[name];
  const ran: Ran = { code: null, out: '', err: '' };
  if (!command) return ran;
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    ran.out += text;
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    ran.err += text;
    return true;
  });
  try {
    return { ...ran, code: await runCommand(command, args, { name, summary: '' }), out: ran.out, err: ran.err };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('a command called wrongly', () => {
  it.each([
    ['', 'throughline COMMAND'],
    ['fly', 'There is no command "fly"'],
    ['connect --wings', '--wings'],
  ])('"%s" says what would be right and ends with 2', async (words, said) => {
    const ran = await run(words);
    expect(ran.code).toBe(2);
    expect(ran.out + ran.err).toContain(said);
  });

  it.each([
    ['connect', '--portfolio is needed'],
    ['connect --portfolio acme --waba x --number 1=2', '--waba must be digits'],
    ['connect --portfolio acme --waba 1 --number nonsense', 'is not PHONE_NUMBER_ID=DISPLAY_PHONE'],
    ['connect --portfolio acme --waba 1', '--number is needed'],
    ['connect --portfolio ../acme --waba 1 --number 200=+15550001111', '--portfolio must be'],
    ['key', 'Say which'],
    ['key create --name X', '--role is needed'],
    ['key create --name X --role king', '--role must be one of: admin, supervisor'],
    ['key create --name X --role agent --portfolio a/b', '--portfolio a/b is not a portfolio id'],
    ['key revoke nonsense', 'throughline key list shows them'],
    ['user', 'user create, user password or user link'],
    ['user create', '--email is needed'],
    ['replay', '--all'],
  ])('"%s" says what would be right, where to read on, and nothing on stdout', async (words, said) => {
    const ran = await refusalOf(words);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toContain(said);
    expect(ran.err).toContain(`throughline ${words.split(' ')[0]} --help`);
  });

  it('with --help is told how, and ends with 0', async () => {
    const ran = await run('key --help');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('throughline key create --name NAME --role ROLE');
  });

  it('with a configuration at fault hears all that is wrong with it', async () => {
    const ran = await run('key list', { env: { PORT: 'x', META_API_VERSION: 'y' } });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('PORT');
    expect(ran.err).toContain('META_API_VERSION');
  });
});

describe('throughline key', () => {
  it('prints the key and nothing else; it works until it is revoked', async () => {
    const { out, code, err } = await run('key create --name Reports --role developer');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^tl_[A-Za-z0-9_-]{43}\n$/);
    const ask = () => {
      const access = createAccess({ db, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:8080' });
      return access.actorOf(new Headers({ authorization: `Bearer ${out.trim()}` }));
    };
    expect(await ask()).toMatchObject({ name: 'Reports', role: 'developer' });
    const list = await run('key list --json');
    expect(list.out).not.toContain(out.trim());
    const [{ id }] = JSON.parse(list.out) as [{ id: string }];
    expect((await run(`key revoke ${id}`)).code).toBe(0);
    expect(await ask()).toBeUndefined();
    expect((await run(`key revoke ${id}`)).code).toBe(1);
  });
});

describe('throughline user', () => {
  it('prints a link for the first administrator while there is nobody', async () => {
    const first = JSON.parse((await run('user link --json')).out) as { url: string; purpose: string };
    expect(first).toMatchObject({ purpose: 'first_admin', url: expect.stringMatching(/\/welcome#[\w-]{43}$/) });
    expect(await linksKept()).toEqual([{ act: 'link_made', by: 'operator', purpose: 'first_admin' }]);
  });

  it('prints a link for whoever is named once there is somebody', async () => {
    const lea = { email: 'lea@example.com', name: 'Lea', role: 'agent' as const, password: 'correct horse battery' };
    await inTransaction(db, (tx) => createUser(tx, lea));
    const nobodys = await run('user link --email nobody@example.com');
    expect(nobodys.err).toContain('Nobody here has this e-mail address');
    const own = JSON.parse((await run('user link --email Lea@example.com --json')).out) as { purpose: string };
    expect(own.purpose).toBe('password');
    expect((await linksKept()).at(-1)).toEqual({ act: 'link_made', by: 'operator', purpose: 'password' });
  }, 60_000);

  async function linksKept() {
    const kept = await db.sql<{ act: string; by: string; purpose: string }[]>`
      select act, actor_kind as by, detail ->> 'purpose' as purpose from audit_entries where act = 'link_made' order by number`;
    return kept.map((row) => ({ ...row }));
  }

  it('makes a person with the password from standard input, which is shown nowhere', async () => {
    const words = 'user create --email ana@example.com --name Ana --role agent --password-stdin';
    const made = await run(words, { input: 'correct horse battery\n' });
    expect(made).toMatchObject({ code: 0, out: 'Created ana@example.com.\n' });
    expect((await run(words, { input: 'correct horse battery\n' })).out).toBe('Updated ana@example.com.\n');
    expect(made.out + made.err).not.toContain('battery');
    const weak = await run(words, { input: 'short\n' });
    expect(weak.code).toBe(2);
    expect(weak.err).toContain('password: The password is too short');
  });
});

describe('throughline replay', () => {
  it('puts parked items into the inbox again, one or all, each once', async () => {
    const item = () => ({
      id: randomUUID(),
      inboxId: 1,
      wabaId: '1',
      field: null,
      reason: 'failed' as const,
      detail: 'x',
      body: Buffer.from('{}'),
      receivedAt: new Date(),
    });
    const items = [item(), item(), item()];
    await inTransaction(db, (tx) => park(tx, null, items));
    expect((await run(`replay ${items[0]?.id}`)).out).toBe('1 replayed.\n');
    expect((await run('replay --all')).out).toBe('2 replayed.\n');
  });
});

describe('throughline doctor', () => {
  it('names everything that needs attention and ends with 1', async () => {
    const ran = await run('doctor');
    expect(ran.code).toBe(1);
    // The tests' own server may forget on a power cut.
    expect(ran.out).toContain('synchronous_commit is off');
    for (const name of ['META_APP_SECRET', 'META_VERIFY_TOKEN', 'META_ACCESS_TOKEN']) expect(ran.out).toContain(name);
  });

  it('says no more than what is wrong', async () => {
    await db.sql`update inbox set state = 'done', items = 0, applied = 0, repeated = 0, kept = 0, parked = 0`;
    const env = { META_APP_SECRET: 'a', META_VERIFY_TOKEN: 'b', META_ACCESS_TOKEN: 'c' };
    const report = JSON.parse((await run('doctor --json', { env })).out) as { problems: string[] };
    expect(report.problems.filter((one) => !one.includes('synchronous_commit'))).toEqual([]);
  });

  it('tells when the space for files is used up, and what can be done', async () => {
    await db.sql`insert into media_usage (portfolio_id, bytes) values ('acme', 2000000)`;
    const full = await run('doctor', { env: { MEDIA_QUOTA_BYTES: '2000000' } });
    expect(full.out).toMatch(/the space for them is used up .*raise MEDIA_QUOTA_BYTES/);
    const near = await run('doctor', { env: { MEDIA_QUOTA_BYTES: '2100000' } });
    expect(near.out).toContain('it will soon be full');
    await db.sql`delete from media_usage`;
  });
});
