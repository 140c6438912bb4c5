// What keeps a workspace from losing its last administrator, and what no longer lets anybody in.

import type { Role } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type Access, createAccess } from './access.ts';
import { createKey } from './keys.ts';
import { findLink, makeLink, markUsed } from './links.ts';
import { createUser } from './people.ts';
import { toWebHeaders, toWebRequest } from './requests.ts';
import { changeUser, inviteUser, removeUser } from './users.ts';

const baseUrl = 'http://127.0.0.1:8080';
const password = 'correct horse battery';
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let access: Access;
let nowMs = Date.now();
let peers = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  access = createAccess({ db, secret: 's'.repeat(40), baseUrl, now: () => new Date(nowMs) });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const now = () => new Date(nowMs);

async function make(email: string, role: Role): Promise<string> {
  const made = await inTransaction(db, (tx) => createUser(tx, { email, name: email, role, password }));
  if (made.kind !== 'saved') throw new Error(JSON.stringify(made.errors));
  return made.id;
}

async function send(path: string, body: object, cookie?: string): Promise<Response> {
  peers += 1;
  const headers = { 'content-type': 'application/json', origin: baseUrl, ...(cookie !== undefined && { cookie }) };
  const peer = `198.51.100.${peers}`;
  return await access.handler(toWebRequest({ url: `/api/auth${path}`, method: 'POST', headers, body, peer }));
}

const signIn = (email: string) => send('/sign-in/email', { email, password });
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('the last administrator', () => {
  const change = (id: string, to: { role?: Role; suspended?: boolean }) =>
    inTransaction(db, (tx) => changeUser(tx, id, to, now()));
  const remove = (id: string) => inTransaction(db, (tx) => removeUser(tx, id));

  it('can neither be demoted, suspended nor removed, and one who was only invited is no other', async () => {
    const ana = await make('ana@example.com', 'admin');
    await inTransaction(db, (tx) => inviteUser(tx, { name: 'Invited', email: 'invited@example.com', role: 'admin' }));
    expect(await change(ana, { role: 'agent' })).toEqual({ kind: 'last_admin' });
    expect(await change(ana, { suspended: true })).toEqual({ kind: 'last_admin' });
    expect(await remove(ana)).toEqual({ kind: 'last_admin' });
    const berta = await make('berta@example.com', 'admin');
    expect(await change(ana, { suspended: true })).toMatchObject({ kind: 'changed' });
    expect(await change(berta, { role: 'agent' })).toEqual({ kind: 'last_admin' });
    expect(await change(ana, { suspended: false })).toMatchObject({ kind: 'changed' });
  });

  it('is left where two demote each other at once', async () => {
    const rows = await db.sql<{ id: string }[]>`
      select id from access_users where role = 'admin' and email in ('ana@example.com', 'berta@example.com')`;
    const outcomes = await Promise.all(rows.map(({ id }) => change(id, { role: 'agent' })));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'last_admin']);
  });
});

describe('somebody suspended', () => {
  it('is signed out at once and cannot sign in until reactivated', async () => {
    const carla = await make('carla@example.com', 'agent');
    const cookie = cookieOf(await signIn('carla@example.com'));
    expect(await access.actorOf(toWebHeaders({ cookie }))).toMatchObject({ id: carla });
    await inTransaction(db, (tx) => changeUser(tx, carla, { suspended: true }, now()));
    expect(await access.actorOf(toWebHeaders({ cookie }))).toBeUndefined();
    const refused = await signIn('carla@example.com');
    expect(await refused.json()).toMatchObject({ status: 403, code: 'suspended' });
    expect(cookieOf(refused)).not.toContain('session_token=');
    await inTransaction(db, (tx) => changeUser(tx, carla, { suspended: false }, now()));
    expect((await signIn('carla@example.com')).status).toBe(200);
  });
});

describe('a one-time link', () => {
  const find = (token: string, at: Date) => inTransaction(db, (tx) => findLink(tx, token, at));
  const use = (token: string) =>
    inTransaction(db, async (tx) => {
      const found = await findLink(tx, token, now());
      if (found.kind === 'found') await markUsed(tx, found.id, now());
      return found.kind;
    });
  const made = async (email: string) => {
    const userId = await make(email, 'agent');
    return await inTransaction(db, (tx) => makeLink(tx, { purpose: 'password', userId, now: now() }));
  };

  it('works until its time is over', async () => {
    const { token } = await made('dora@example.com');
    expect((await find(token, new Date(nowMs + limits.linkMs - 1))).kind).toBe('found');
    expect((await find(token, new Date(nowMs + limits.linkMs))).kind).toBe('expired');
    expect((await find(`${token}x`, now())).kind).toBe('unknown');
  });

  it('works once, also where two use it at once', async () => {
    const { token } = await made('elsa@example.com');
    const both = await Promise.all([use(token), use(token)]);
    expect(both.sort()).toEqual(['found', 'used']);
    expect(await use(token)).toBe('used');
  });

  it('ends with a newer one, and stands in the table as a hash alone', async () => {
    const { token } = await made('fina@example.com');
    const userId = await make('fina@example.com', 'agent');
    const newer = await inTransaction(db, (tx) => makeLink(tx, { purpose: 'password', userId, now: now() }));
    expect((await find(token, now())).kind).toBe('unknown');
    expect((await find(newer.token, now())).kind).toBe('found');
    const rows = await db.sql<{ row: string }[]>`select l::text as row from access_links l`;
    expect(rows.map(({ row }) => row).join()).not.toContain(newer.token);
  });
});

it("an authenticator app's secret and the backup codes stand sealed in the table", async () => {
  await make('gala@example.com', 'agent');
  const cookie = cookieOf(await signIn('gala@example.com'));
  const answer = await send('/two-factor/enable', { password }, cookie);
  expect(answer.status).toBe(200);
  const { totpURI, backupCodes }: { totpURI: string; backupCodes: string[] } = await answer.json();
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  expect(secret.length).toBeGreaterThan(20);
  const [row] = await db.sql<{ kept: string; codes: string; sealed: string }[]>`
    select f::text as kept, backup_codes as codes, secret as sealed from access_second_factors f`;
  const plain = Buffer.from(bytesOf(secret)).toString();
  for (const known of [secret, plain, ...backupCodes]) expect(row?.kept).not.toContain(known);
  expect(JSON.parse(await access.readSecret(row?.codes ?? ''))).toEqual(backupCodes);
  expect(await access.readSecret(row?.sealed ?? '')).toBe(plain);
});

it('a key works until it ends, and says nothing afterwards', async () => {
  const expiresAt = new Date(nowMs + 60_000);
  const { key } = await inTransaction(db, (tx) => createKey(tx, { name: 'Nightly', role: 'developer', expiresAt }));
  const ask = () => access.actorOf(new Headers({ authorization: `Bearer ${key}` }));
  expect(await ask()).toMatchObject({ kind: 'key', name: 'Nightly' });
  nowMs = expiresAt.getTime() - 1;
  expect(await ask()).toBeDefined();
  nowMs = expiresAt.getTime();
  expect(await ask()).toBeUndefined();
});

/** Base32, as apps read it. */
function bytesOf(base32: string): number[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32.replaceAll('=', '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
