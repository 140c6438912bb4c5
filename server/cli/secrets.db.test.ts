// The operator's keys: made, named when they are missing, rotated, given up; and secrets kept sealed with them.

import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { createUser } from '../access/people.ts';
import { sealedBy } from '../access/second-factor-secrets.ts';
import { storedSecrets } from '../access/secrets.ts';
import { readConfig, withStored } from '../config.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { addKey, fileProblem, knownKeys, openKeys } from '../encryption-keys.ts';
import { put } from '../inbox/store.ts';
import { runCommand } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { secretsCommand } from './secrets.ts';

let fresh: FreshDatabase;
let bare: Database;
let home: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  bare = connect(fresh.url, { connections: 1 });
});

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'throughline-keys-'));
  await bare.sql`truncate inbox, raw_keys, secrets`;
  as({});
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

afterAll(async () => {
  await bare.close();
  await fresh.drop();
});

const as = (env: Record<string, string>) => {
  vi.unstubAllEnvs();
  const own = { DATABASE_URL: fresh.url, THROUGHLINE_HOME: home };
  for (const [name, value] of Object.entries({ ...own, ...env })) vi.stubEnv(name, value);
};
const config = () => readConfig(process.env);
const keyFile = () => join(home, 'encryption-keys');
const keyLines = () => readFileSync(keyFile(), 'utf8').trim().split('\n');

async function run(words: string, command = secretsCommand): Promise<{ code: number; text: string }> {
  let text = '';
  const note = (piece: unknown) => {
    text += String(piece);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(note));
  try {
    return {
      code: await runCommand(command, words.split(' ').filter(Boolean), { name: 'secrets', summary: '' }),
      text,
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function withKeys<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = connect(fresh.url, { connections: 1, keys: await openKeys(config().encryption, fresh.url) });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const keepSecret = async (value: string) => {
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(value)]) as never);
  expect((await run('set META_ACCESS_TOKEN')).code).toBe(0);
  stdin.mockRestore();
};
const stored = () => withKeys(storedSecrets);
const webhook = () => withKeys((db) => put(db, [{ wabaId: '1', body: Buffer.from('{}') }]));

describe('a secret', () => {
  it('is kept sealed, read at the next start, listed without its value, and removed', async () => {
    await keepSecret('token-of-meta-4711');
    expect(JSON.stringify(await bare.sql`select name, encode(sealed, 'escape') from secrets`)).not.toContain('4711');
    expect(withStored(config(), await stored()).graph.accessToken).toBe('token-of-meta-4711');
    const { text } = await run('');
    expect(text).toContain('META_ACCESS_TOKEN');
    expect(text).not.toContain('4711');
    expect((await run('doctor', doctorCommand)).text).not.toContain('META_ACCESS_TOKEN');
    as({ META_ACCESS_TOKEN: 'of the environment' });
    expect(withStored(config(), await stored()).graph.accessToken).toBe('of the environment');
    expect((await run('remove META_ACCESS_TOKEN')).code).toBe(0);
    expect(await stored()).toEqual({});
  });

  it('may stand in a file the environment names', () => {
    writeFileSync(join(home, 'token'), 'token-of-meta-4711\n');
    as({ META_ACCESS_TOKEN_FILE: join(home, 'token') });
    expect(config().graph.accessToken).toBe('token-of-meta-4711');
    as({ META_APP_SECRET_FILE: join(home, 'nothing') });
    expect(config).toThrow('META_APP_SECRET_FILE names a file that cannot be read');
  });
});

describe('the secret of the service', () => {
  const [old, next] = ['o'.repeat(40), 'n'.repeat(40)] as [string, string];

  it('is replaced while the old one is taken still, and the commands say what rests on which', async () => {
    const person = {
      email: 'hana@example.com',
      name: 'Hana',
      role: 'agent' as const,
      password: 'correct horse battery',
    };
    const made = await inTransaction(bare, (tx) => createUser(tx, person));
    if (made.kind !== 'saved') throw new Error(made.kind);
    const seal = async (data: string) =>
      await symmetricEncrypt({ key: sealedBy({ newest: old, previous: [], first: old }), data });
    await bare.sql`
      insert into access_second_factors (id, user_id, secret, backup_codes)
      values (gen_random_uuid(), ${made.id}, ${await seal('key')}, ${await seal('[]')})`;
    const doctor = async () => (await run('doctor', doctorCommand)).text;
    as({ THROUGHLINE_SECRET: old });
    expect((await run('')).text).toContain('second factors of people, 1 under it.');
    // Without the old one behind it nobody can be let in by a second factor, and that is said.
    as({ THROUGHLINE_SECRET: next });
    expect(await doctor()).toContain(
      'The second factors of 1 people are sealed under a THROUGHLINE_SECRET that is not',
    );
    expect((await run('rotate')).text).not.toContain('Second factors');
    as({ THROUGHLINE_SECRET: next, THROUGHLINE_SECRET_PREVIOUS: old });
    await webhook();
    expect(await doctor()).toContain('The second factors of 1 people are sealed under an older THROUGHLINE_SECRET');
    expect((await run('')).text).toMatch(/1 under an older one\.\nThe older ones are needed/);
    expect((await run('rotate')).text).toContain('Second factors sealed under THROUGHLINE_SECRET: those of 1 person.');
    expect(await doctor()).not.toContain('THROUGHLINE_SECRET');
    expect((await run('')).text).toMatch(/1 under it\.\nNothing in the database rests on the older ones/);
    expect((await run('remove FIRST_SECRET')).code).toBe(2);
    // A home keeps them in its file, a line each.
    as({});
    writeFileSync(join(home, 'secret'), `${next}\n${old}\n`);
    expect((await run('--json')).text).toContain('"secondFactors":{"newest":1,"older":0,"lost":0},"previous":1');
    writeFileSync(join(home, 'secret'), `${next}\n`);
    expect((await run('')).text).toContain('1 under it.');
  });

  it('that came first is given up with the keys it was sealed with, and then named', async () => {
    as({ THROUGHLINE_SECRET: next, THROUGHLINE_SECRET_PREVIOUS: old });
    await webhook();
    expect((await run('rotate')).code).toBe(0);
    rmSync(keyFile());
    expect((await run('')).code).toBe(0);
    const given = await run('abandon --confirm');
    expect(given.text).toContain('The first THROUGHLINE_SECRET was among them');
    expect(given.text).not.toContain('To be set again');
  });
});

describe('the key', () => {
  it('is made at the first start, readable by its owner alone, and used again', async () => {
    await webhook();
    expect(keyLines()).toHaveLength(1);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const [made] = keyLines();
    await webhook();
    expect(keyLines()).toEqual([made]);
    chmodSync(keyFile(), 0o644);
    expect(await fileProblem(config().encryption)).toContain('chmod 600');
  });

  it('that something is sealed with must be there: whoever starts without it is told what to do', async () => {
    await keepSecret('a token');
    const [right = ''] = keyLines();
    for (const env of [
      { THROUGHLINE_HOME: join(home, 'another') },
      { ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64') },
    ]) {
      as(env);
      await expect(openKeys(config().encryption, fresh.url)).rejects.toThrow(
        /encryption key [0-9a-f]{16}.*Bring it back/,
      );
      expect((await run('doctor', doctorCommand)).text).toMatch(/encryption key [0-9a-f]{16} is missing/);
      expect((await run('rotate --new-key')).code).toBeGreaterThan(0);
    }
    as({ ENCRYPTION_KEY: `${Buffer.alloc(32, 9).toString('base64')},${right}` });
    expect(await stored()).toEqual({ META_ACCESS_TOKEN: 'a token' });
    as({ ENCRYPTION_KEY_FILE: join(home, 'nothing') });
    await expect(openKeys(config().encryption, fresh.url)).rejects.toThrow('Bring it back');
    as({ ENCRYPTION_KEY: 'short' });
    expect(config).toThrow('ENCRYPTION_KEY must be 32 bytes in base64');
  });

  it('is rotated: everything opens with the new one alone, also after being broken off', async () => {
    await keepSecret('a token');
    await webhook();
    const first = await run('rotate --new-key --json');
    expect(first.text).toContain('"rawKeys":1,"secrets":1');
    expect(keyLines()).toHaveLength(2);
    // Broken off before: what is left under the older key is done the next time, and named meanwhile.
    await addKey(keyFile());
    await withKeys((db) => db.sql`delete from raw_keys`);
    await webhook();
    expect((await run('doctor', doctorCommand)).text).toContain('1 values are sealed with an older encryption key');
    expect((await run('rotate --json')).text).toContain('"rawKeys":0,"secrets":1');
    expect((await run('doctor', doctorCommand)).text).not.toContain('older encryption key');
    writeFileSync(keyFile(), `${keyLines()[0]}\n`, { mode: 0o600 });
    expect(await stored()).toEqual({ META_ACCESS_TOKEN: 'a token' });
  });

  it('that is lost for good can be given up, said aloud', async () => {
    await keepSecret('a token');
    await webhook();
    rmSync(keyFile());
    expect((await run('abandon')).code).toBe(2);
    const given = await run('abandon --confirm');
    expect(given.text).toContain('1 webhooks or parts of them, 1 of which nobody had applied yet');
    expect(given.text).toContain('To be set again: META_ACCESS_TOKEN');
    expect(knownKeys(config().encryption)).toBeUndefined();
    await webhook();
    expect((await run('abandon')).text).toContain('nothing to give up');
  });
});
