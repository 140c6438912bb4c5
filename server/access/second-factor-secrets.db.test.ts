// The service's secret is replaced while people with second factors sign in: with the old one alone, with both, and with the new one alone.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf } from '../../tests/support/authenticator.ts';
import { freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { keyringOf } from '../db/sealing.ts';
import { type Access, createAccess } from './access.ts';
import { createUser } from './people.ts';
import { toWebRequest } from './requests.ts';
import { sealSecondFactorsAnew, secondFactorsBySecret } from './second-factor-secrets.ts';
import { firstSecret, keepFirstSecret, secretsListed, storedSecrets } from './secrets.ts';

const baseUrl = 'http://127.0.0.1:8080';
const password = 'correct horse battery';
const [first, second, third] = ['s', 't', 'u'].map((letter) => letter.repeat(40)) as [string, string, string];
const hana = { email: 'hana@example.com', name: 'Hana', role: 'agent' as const, password };
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let peers = 0;
/** What her app and her paper hold. */
let appKey: string;
let backupCodes: string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  const key = randomBytes(32);
  db = connect(fresh.url, { connections: 4, keys: keyringOf(() => [key]) });
  const made = await inTransaction(db, (tx) => createUser(tx, hana));
  if (made.kind !== 'saved') throw new Error(made.kind);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const serviceWith = (secret: string, previousSecrets: string[] = [], firstSecret = first) =>
  createAccess({ db, secret, previousSecrets, firstSecret, baseUrl });

async function send(access: Access, path: string, body: object, cookie = ''): Promise<Response> {
  peers += 1;
  const headers = { 'content-type': 'application/json', origin: baseUrl, cookie };
  return await access.handler(
    toWebRequest({ url: `/api/auth${path}`, method: 'POST', headers, body, peer: `198.51.100.${peers}` }),
  );
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const who = async (access: Access, cookie: string) => (await access.actorOf(new Headers({ cookie })))?.name;

/** Password, then what she has. */
async function signIn(access: Access, by: 'app' | 'paper'): Promise<{ status: number; cookie: string }> {
  const half = cookieOf(await send(access, '/sign-in/email', { email: hana.email, password }));
  expect(await who(access, half)).toBeUndefined();
  return await secondStep(access, half, by);
}

async function secondStep(access: Access, half: string, by: 'app' | 'paper') {
  const [path, code] =
    by === 'app'
      ? ['/two-factor/verify-totp', codeOf(appKey, Date.now())]
      : ['/two-factor/verify-backup-code', backupCodes.pop()];
  const answer = await send(access, path, { code }, half);
  return { status: answer.status, cookie: cookieOf(answer) };
}

async function inBy(access: Access, by: 'app' | 'paper') {
  const { status, cookie } = await signIn(access, by);
  expect(status).toBe(200);
  expect(await who(access, cookie)).toBe('Hana');
  return cookie;
}

/** As it stands in databases from before there could be a second secret. */
async function sealAsBefore() {
  const { symmetricEncrypt } = await import('better-auth/crypto');
  const access = serviceWith(first);
  const [row] = await db.sql<{ id: string; secret: string; codes: string }[]>`
    select id, secret, backup_codes as codes from access_second_factors`;
  const plain = await Promise.all([row?.secret ?? '', row?.codes ?? ''].map(access.readSecret));
  const [secret, codes] = await Promise.all(plain.map((data) => symmetricEncrypt({ key: first, data })));
  await db.sql`update access_second_factors set secret = ${secret ?? ''}, backup_codes = ${codes ?? ''}`;
}

it('a new secret takes the place of the old one, and nobody with a second factor is kept out at any time', async () => {
  const before = serviceWith(first);
  const opening = cookieOf(await send(before, '/sign-in/email', { email: hana.email, password }));
  const enabled = await send(before, '/two-factor/enable', { password }, opening);
  const { totpURI, ...given }: { totpURI: string; backupCodes: string[] } = await enabled.json();
  appKey = new URL(totpURI).searchParams.get('secret') ?? '';
  backupCodes = given.backupCodes;
  const code = codeOf(appKey, Date.now());
  expect((await send(before, '/two-factor/verify-totp', { code }, opening)).status).toBe(200);
  await sealAsBefore();
  const session = await inBy(before, 'app');

  // Both: who is signed in stays so, and a sign-in begun before the restart ends after it.
  const both = serviceWith(second, [first]);
  expect(await who(both, session)).toBe('Hana');
  const half = cookieOf(await send(before, '/sign-in/email', { email: hana.email, password }));
  expect((await secondStep(both, half, 'app')).status).toBe(200);
  await inBy(both, 'app');
  const secrets = { newest: second, previous: [first], first };
  expect(await secondFactorsBySecret(db, secrets)).toEqual({ newest: 0, older: 1, lost: 0 });

  // Sealed anew, once; the old one opens nothing any more.
  const sealAnew = () => inTransaction(db, (tx) => sealSecondFactorsAnew(tx, secrets));
  expect([await sealAnew(), await sealAnew()]).toEqual([1, 0]);
  expect(await secondFactorsBySecret(db, secrets)).toEqual({ newest: 1, older: 0, lost: 0 });
  const [row] = await db.sql<{ codes: string }[]>`select backup_codes as codes from access_second_factors`;
  await expect(before.readSecret(row?.codes ?? '')).rejects.toThrow();
  await inBy(both, 'paper');
  const renewed = await inBy(both, 'app');

  // The new one alone.
  const alone = serviceWith(second);
  expect(await who(alone, session)).toBeUndefined();
  expect(await who(alone, renewed)).toBe('Hana');
  await inBy(alone, 'paper');
  await inBy(alone, 'app');

  // And another after it, with the first long gone from everywhere but where it keys hashes.
  const again = serviceWith(third, [second]);
  expect(await who(again, renewed)).toBe('Hana');
  await inBy(again, 'paper');
  const now = { newest: third, previous: [second], first };
  expect(await inTransaction(db, (tx) => sealSecondFactorsAnew(tx, now))).toBe(1);
  await inBy(serviceWith(third), 'app');
});

it('a secret that nobody has any more is named, and what is sealed under it left for the day it comes back', async () => {
  const stranger = { newest: 'x'.repeat(40), previous: [], first };
  expect(await secondFactorsBySecret(db, stranger)).toEqual({ newest: 0, older: 0, lost: 1 });
  expect(await inTransaction(db, (tx) => sealSecondFactorsAnew(tx, stranger))).toBe(0);
  await expect(signIn(serviceWith(stranger.newest), 'app')).rejects.toThrow('not found in keys');
  await inBy(serviceWith(stranger.newest, [third]), 'app');
});

it('a cookie nobody signed is nobody, whatever stands behind the newest secret', async () => {
  const access = serviceWith(third, [second, first]);
  const cookie = await inBy(access, 'app');
  const forged = cookie.replace(/(session_token=[^.]+\.)[^;]+/, `$1${encodeURIComponent(`${'A'.repeat(43)}=`)}`);
  expect(forged).not.toBe(cookie);
  expect(await who(access, forged)).toBeUndefined();
  for (const odd of ['a=%E0%A4%A', '=', `throughline.session_token=${'%'.repeat(60)}`])
    expect(await who(access, odd)).toBeUndefined();
});

it('the first secret is kept sealed for good, whichever comes after, and is none an operator sets', async () => {
  expect(await firstSecret(db)).toBeUndefined();
  expect(await inTransaction(db, (tx) => keepFirstSecret(tx, first))).toBe(first);
  expect(await inTransaction(db, (tx) => keepFirstSecret(tx, second))).toBe(first);
  expect(await firstSecret(db)).toBe(first);
  expect(await storedSecrets(db)).toEqual({});
  expect(await secretsListed(db)).toMatchObject([{ name: 'FIRST_SECRET' }]);
  const [row] = await db.sql<{ kept: string }[]>`select encode(sealed, 'escape') as kept from secrets`;
  expect(row?.kept).not.toContain('sss');
});
