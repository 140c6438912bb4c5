import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Access, type AccessOptions, createAccess } from './access.ts';
import { createUser, type SaveUserOutcome, setPassword, type UserRequest } from './people.ts';
import { toWebHeaders, toWebRequest } from './requests.ts';
import { sweepSessions } from './store.ts';

const baseUrl = 'http://127.0.0.1:8080';
const password = 'correct horse battery';
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let access: Access;
const reported: string[] = [];
let peers = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  access = accessWith({});
});

afterAll(async () => {
  expect(reported).toEqual([]);
  await db.close();
  await fresh.drop();
});

function accessWith(options: Partial<AccessOptions>): Access {
  return createAccess({
    db,
    secret: 's'.repeat(40),
    baseUrl,
    report: (event, error) => reported.push(`${event}: ${error}`),
    ...options,
  });
}

const save = (user: Partial<UserRequest> & { email: string }) =>
  inTransaction(db, (tx) => createUser(tx, { name: 'Ana', role: 'agent', password, ...user }));

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  peer?: string;
  to?: Access;
}

/** Each request comes from an address of its own unless the test says otherwise. */
function send(route: string, sent: Sent = {}): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  peers += 1;
  const headers = { 'content-type': 'application/json', origin: baseUrl, ...sent.headers };
  const peer = sent.peer ?? `198.51.100.${peers}`;
  return (sent.to ?? access).handler(toWebRequest({ url: `/api/auth${path}`, method, headers, body: sent.body, peer }));
}

const signIn = (email: string, more: Sent & { password?: string } = {}) =>
  send('POST /sign-in/email', { ...more, body: { email, password: more.password ?? password } });

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const actorOf = (cookie: string, answer?: Headers) => access.actorOf(toWebHeaders({ cookie }), answer);

describe('signing in', () => {
  it('takes the right password and gives a cookie that says who asks', async () => {
    await save({ email: 'ana@example.com', name: 'Ana Prueba', role: 'supervisor' });
    const answer = await signIn('Ana@Example.com');
    expect(answer.status).toBe(200);
    expect(await actorOf(cookieOf(answer))).toMatchObject({
      kind: 'user',
      name: 'Ana Prueba',
      email: 'ana@example.com',
      role: 'supervisor',
      portfolios: 'all',
    });
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    await save({ email: 'berta@example.com' });
    const wrong = await signIn('berta@example.com', { password: 'wrong horse battery' });
    const unknown = await signIn('nobody@example.com');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
    const problem = await wrong.json();
    expect(problem).toMatchObject({ status: 401, code: 'invalid_email_or_password' });
    expect(await unknown.json()).toEqual(problem);
    expect(cookieOf(wrong)).toBe('');
  });

  it('hides the cookie from scripts and other sites, and sends it by https alone where the service is on https', async () => {
    await save({ email: 'carla@example.com' });
    const [plain = ''] = (await signIn('carla@example.com')).headers.getSetCookie();
    expect(plain).toMatch(/^throughline\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/i);
    const https = accessWith({ baseUrl: 'https://desk.example.com' });
    const headers = { origin: 'https://desk.example.com' };
    const [secure = ''] = (await signIn('carla@example.com', { to: https, headers })).headers.getSetCookie();
    expect(secure).toMatch(/^__Secure-throughline\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/i);
  });

  it('is refused to pages that are not ours, and open to the other name of this machine', async () => {
    await save({ email: 'dora@example.com' });
    const foreign = await signIn('dora@example.com', { headers: { origin: 'https://example.org' } });
    expect(foreign.status).toBe(403);
    const local = await signIn('dora@example.com', { headers: { origin: 'http://localhost:8080' } });
    expect(local.status).toBe(200);
    expect(access.fromOwnPage(new Headers({ origin: 'http://localhost:8080' }))).toBe(true);
    expect(access.fromOwnPage(new Headers({ origin: 'http://localhost:9090' }))).toBe(false);
    expect(access.fromOwnPage(new Headers())).toBe(false);
  });

  it('is limited per network address: too many attempts answer 429 and say when to come back', async () => {
    await save({ email: 'elsa@example.com' });
    let nowMs = Date.now();
    const limited = accessWith({ signInLimit: { windowS: 60, max: 3 }, now: () => new Date(nowMs) });
    const from = (peer: string, tried = 'wrong horse battery') =>
      signIn('elsa@example.com', { to: limited, peer, password: tried });
    for (const _ of [1, 2, 3]) expect((await from('203.0.113.9')).status).toBe(401);
    const stopped = await from('203.0.113.9', password);
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('retry-after')).toBe('60');
    expect(await stopped.json()).toMatchObject({ code: 'too_many_attempts' });
    expect((await from('203.0.113.10', password)).status).toBe(200);
    nowMs += 60_000;
    expect((await from('203.0.113.9', password)).status).toBe(200);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    await save({ email: 'fina@example.com' });
    const cookie = cookieOf(await signIn('fina@example.com'));
    expect(await actorOf(cookie)).toBeDefined();
    expect((await send('POST /sign-out', { headers: { cookie }, body: {} })).status).toBe(200);
    expect(await actorOf(cookie)).toBeUndefined();
  });

  it('cannot be signed out by a page that is not ours', async () => {
    await save({ email: 'gala@example.com' });
    const cookie = cookieOf(await signIn('gala@example.com'));
    const headers = { cookie, origin: 'https://example.org' };
    expect((await send('POST /sign-out', { headers, body: {} })).status).toBe(403);
    expect(await actorOf(cookie)).toBeDefined();
  });

  it('does not make up for a key that is refused', async () => {
    await save({ email: 'hana@example.com' });
    const cookie = cookieOf(await signIn('hana@example.com'));
    const headers = { cookie, authorization: `Bearer tl_${'A'.repeat(43)}` };
    expect(await access.actorOf(toWebHeaders(headers))).toBeUndefined();
  });

  it('is refused when the cookie was altered or signed with another secret', async () => {
    await save({ email: 'hilda@example.com' });
    const cookie = cookieOf(await signIn('hilda@example.com'));
    expect(await actorOf(cookie.replace(/=./, '=#'))).toBeUndefined();
    const other = accessWith({ secret: 't'.repeat(40) });
    expect(await other.actorOf(toWebHeaders({ cookie }))).toBeUndefined();
  });

  it('is prolonged by use after a day, and the browser is told', async () => {
    await save({ email: 'ines@example.com' });
    const cookie = cookieOf(await signIn('ines@example.com'));
    const untouched = new Headers();
    await actorOf(cookie, untouched);
    expect(untouched.getSetCookie()).toEqual([]);
    await endSessionIn('ines@example.com', '5 days');
    await actorOf(cookie);
    expect(await daysLeft('ines@example.com')).toBe(5);
    const answer = new Headers();
    expect(await actorOf(cookie, answer)).toBeDefined();
    expect(answer.getSetCookie().join()).toContain('Max-Age=604800');
    expect(await daysLeft('ines@example.com')).toBe(7);
  });

  it('is over when its time is over, and swept', async () => {
    await save({ email: 'juana@example.com' });
    const cookie = cookieOf(await signIn('juana@example.com'));
    await signIn('juana@example.com');
    await endSessionIn('juana@example.com', '-1 second');
    expect(await actorOf(cookie)).toBeUndefined();
    expect(await inTransaction(db, (tx) => sweepSessions(tx, new Date()))).toBe(1);
  });

  it("has the role the person has now, not the one of the day's first request", async () => {
    await save({ email: 'kira@example.com', role: 'agent' });
    const cookie = cookieOf(await signIn('kira@example.com'));
    expect((await actorOf(cookie))?.scopes).not.toContain('parked:read');
    await save({ email: 'kira@example.com', role: 'supervisor' });
    expect((await actorOf(cookie))?.scopes).toContain('parked:read');
  });

  it('lets a person change the password, and nothing else about themselves', async () => {
    await save({ email: 'lola@example.com' });
    const cookie = cookieOf(await signIn('lola@example.com'));
    const change = (body: object) => send('POST /change-password', { headers: { cookie }, body });
    const short = await change({ currentPassword: password, newPassword: 'short' });
    expect(await short.json()).toMatchObject({ status: 400, code: 'password_too_short' });
    const done = await change({
      currentPassword: password,
      newPassword: 'another long one',
      revokeOtherSessions: true,
    });
    expect(done.status).toBe(200);
    expect(await actorOf(cookie)).toBeUndefined();
    expect(await actorOf(cookieOf(done))).toBeDefined();
    expect((await signIn('lola@example.com', { password: 'another long one' })).status).toBe(200);
    const promoted = await send('POST /update-user', { headers: { cookie }, body: { role: 'admin' } });
    expect(promoted.status).toBe(404);
  });
});

describe('people', () => {
  it('cannot sign themselves up', async () => {
    const body = { email: 'mallory@example.com', password, name: 'Mallory', role: 'admin' };
    for (const path of ['/sign-up/email', '/sign-up/email/', '//sign-up/email'])
      expect((await send(`POST ${path}`, { body })).status).toBe(404);
    expect(await idOf('mallory@example.com')).toBeUndefined();
  });

  it('are one person however the address is typed, and keep password and sessions when saved again', async () => {
    const first = await save({ email: 'nora@example.com' });
    const cookie = cookieOf(await signIn('nora@example.com'));
    const again = await inTransaction(db, (tx) =>
      createUser(tx, { email: ' Nora@Example.com ', name: 'Nora N.', role: 'auditor' }),
    );
    expect(first).toMatchObject({ kind: 'saved', created: true });
    expect(again).toEqual({ ...first, created: false });
    await save({ email: 'nora@example.com', name: 'Nora N.', role: 'auditor', password });
    expect(await actorOf(cookie)).toMatchObject({ name: 'Nora N.', role: 'auditor' });
  });

  it('are signed out when somebody gives them another password', async () => {
    await save({ email: 'olga@example.com' });
    const cookie = cookieOf(await signIn('olga@example.com'));
    const outcome = await inTransaction(db, (tx) =>
      setPassword(tx, { email: 'Olga@example.com', password: 'a new long one' }),
    );
    expect(outcome.kind).toBe('set');
    expect(await actorOf(cookie)).toBeUndefined();
    expect((await signIn('olga@example.com')).status).toBe(401);
    expect((await signIn('olga@example.com', { password: 'a new long one' })).status).toBe(200);
  });

  it('are refused with what is wrong, field by field, and nothing is written', async () => {
    const outcome = await save({ email: 'petra', name: ' ', password: '123456789' });
    expect(toldIn(outcome)).toEqual([
      ['email', 'This is not an e-mail address. It should look like ana@example.com.'],
      ['name', 'A name of 1 to 100 characters is needed.'],
      ['password', 'The password is too short: at least 10 characters are needed.'],
    ]);
    const newcomer = { email: 'petra@example.com', name: 'Petra', role: 'agent' } as const;
    expect(toldIn(await inTransaction(db, (tx) => createUser(tx, newcomer)))).toEqual([
      ['password', 'A new person needs a password.'],
    ]);
    expect(await idOf('petra@example.com')).toBeUndefined();
    const unknown = await inTransaction(db, (tx) => setPassword(tx, { email: 'petra@example.com', password }));
    expect(unknown).toMatchObject({ kind: 'refused', errors: [{ field: 'email' }] });
  });

  it('have their passwords kept as salted hashes only', async () => {
    await save({ email: 'rita@example.com' });
    await save({ email: 'sara@example.com' });
    const rows = await db.sql<{ row: string; password: string }[]>`
      select access_accounts::text as row, password from access_accounts`;
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(password);
    expect(new Set(rows.map((row) => row.password)).size).toBe(rows.length);
  });
});

it('a secret too short to protect anything is refused at the start', () => {
  expect(() => accessWith({ secret: 'short' })).toThrow('32 characters or more');
});

async function idOf(email: string): Promise<string | undefined> {
  return (await db.sql<{ id: string }[]>`select id from access_users where email = ${email}`)[0]?.id;
}

async function daysLeft(email: string): Promise<number | undefined> {
  const [row] = await db.sql<{ days: number }[]>`
    select round(extract(epoch from max(expires_at) - now()) / 86400)::int as days
    from access_sessions join access_users u on u.id = user_id where u.email = ${email}`;
  return row?.days;
}

async function endSessionIn(email: string, interval: string): Promise<void> {
  await db.sql`
    update access_sessions set expires_at = now() + ${interval}::interval
    where user_id = (select id from access_users where email = ${email})`;
}

function toldIn(outcome: SaveUserOutcome): string[][] {
  return outcome.kind === 'refused'
    ? outcome.errors.map(({ field, problem }) => [field, tell(inEnglish, problem)])
    : [];
}
