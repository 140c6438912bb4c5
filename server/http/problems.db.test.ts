import { randomUUID } from 'node:crypto';
import type { Problem } from '@throughline/contract';
import { sign } from '@throughline/whatsapp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type App, openApp } from '../testing/app.ts';
import { defaultNumber } from '../testing/names.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key: string;
let thread: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  world.setTime(20);
  await world.receive(message({ phone: '+15552000001', bsuid: 'US.1', name: 'Ana' }, { at: 10, id: 'w1' }));
  thread = (await threadsSeen(db, world.portfolioId))[0]?.conversation.id ?? '';
  app = await openApp(world);
  key = await app.key('admin');
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

interface Call {
  as?: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
}

async function ask(call: string, { as = key, body, raw, headers = {} }: Call = {}) {
  const [method = 'GET', path = ''] = call.split(' ');
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await fetch(`${app.url}${path.replace('{thread}', thread)}`, {
    method,
    headers: {
      ...(as !== '' && { authorization: `Bearer ${as}` }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    json: (text && JSON.parse(text)) as Problem,
  };
}

const reply = { type: 'text', text: { body: 'hi' } };
const start = (to: object, more: object = {}) => ({ from: defaultNumber, to, ...reply, ...more });
const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a call that cannot be done', () => {
  it.each<[string, unknown, number, string, string | undefined]>([
    ['GET /api/v1/nowhere', undefined, 404, 'not_found', undefined],
    ['GET /api/v1/conversations/not-an-id', undefined, 400, 'invalid_request', 'id'],
    [`GET /api/v1/conversations/${randomUUID()}`, undefined, 404, 'not_found', undefined],
    [`GET /api/v1/contacts/${randomUUID()}`, undefined, 404, 'not_found', undefined],
    [`GET /api/v1/contacts/${randomUUID()}/identity`, undefined, 404, 'not_found', undefined],
    ['GET /api/v1/conversations?limit=0', undefined, 400, 'invalid_request', 'limit'],
    ['GET /api/v1/conversations?limit=many', undefined, 400, 'invalid_request', 'limit'],
    ['GET /api/v1/conversations?state=closed', undefined, 400, 'invalid_request', 'state'],
    ['GET /api/v1/conversations?contact=ana', undefined, 400, 'invalid_request', 'contact'],
    ['GET /api/v1/conversations?hidden=perhaps', undefined, 400, 'invalid_request', 'hidden'],
    ['GET /api/v1/conversations?cursor=!!', undefined, 400, 'invalid_request', 'cursor'],
    [`GET /api/v1/conversations?cursor=${forged('x', 'y')}`, undefined, 400, 'invalid_request', 'cursor'],
    [`GET /api/v1/contacts?cursor=${forged('2026-01-01T00:00:00Z', 'y')}`, undefined, 400, 'invalid_request', 'cursor'],
    [`GET /api/v1/parked?cursor=${forged(1, 2)}`, undefined, 400, 'invalid_request', 'cursor'],
    [
      `GET /api/v1/conversations/{thread}/messages?cursor=${forged('a', 'b', 'c', 'd')}`,
      undefined,
      400,
      'invalid_request',
      'cursor',
    ],
    [`GET /api/v1/contacts?q=${'x'.repeat(201)}`, undefined, 400, 'invalid_request', 'q'],
    ['POST /api/v1/conversations/{thread}/messages', {}, 400, 'invalid_request', 'type'],
    ['POST /api/v1/conversations/{thread}/messages', { type: 'text' }, 400, 'invalid_request', 'text'],
    [
      'POST /api/v1/conversations/{thread}/messages',
      { type: 'text', text: { body: '' } },
      400,
      'invalid_request',
      'text.body',
    ],
    [
      'POST /api/v1/conversations/{thread}/messages',
      { type: 'text', text: { body: 'x'.repeat(4097) } },
      400,
      'invalid_request',
      'text.body',
    ],
    ['POST /api/v1/conversations/{thread}/messages', { type: 'song' }, 400, 'invalid_request', 'type'],
    [`POST /api/v1/conversations/${randomUUID()}/messages`, reply, 404, 'not_found', undefined],
    ['PATCH /api/v1/conversations/{thread}', { state: 'gone' }, 400, 'invalid_request', 'state'],
    ['POST /api/v1/messages', reply, 400, 'invalid_request', 'from'],
    ['POST /api/v1/messages', start({ kind: 'phone', value: 'MY.2035200694071263' }), 422, 'phone_invalid', 'to.value'],
    ['POST /api/v1/messages', start({ kind: 'phone', value: '+15550001111' }), 422, 'own_number', 'to.value'],
    ['POST /api/v1/messages', start({ kind: 'username', value: 'ana' }), 422, 'username_not_addressable', 'to.kind'],
    ['POST /api/v1/messages', start({ kind: 'bsuid', value: 'US.1' }), 422, 'bsuid_needs_relationship', 'to.kind'],
    ['POST /api/v1/messages', start({ kind: 'contact', value: 'ana' }), 422, 'contact_unknown', 'to.value'],
    ['POST /api/v1/messages', start({ kind: 'pigeon', value: 'x' }), 400, 'invalid_request', 'to.kind'],
    [
      'POST /api/v1/messages',
      start({ kind: 'phone', value: '+15552000009' }, { from: '999' }),
      422,
      'number_unknown',
      'from',
    ],
    [
      'POST /api/v1/messages',
      start({ kind: 'phone', value: '+15552000009' }, { from: '\u0000' }),
      422,
      'number_unknown',
      'from',
    ],
    ['POST /api/v1/messages', start({ kind: 'phone', value: '+15552000009' }), 409, 'window_closed', undefined],
    [`POST /api/v1/parked/${randomUUID()}/replay`, undefined, 404, 'not_found', undefined],
    [`POST /api/v1/contacts/${randomUUID()}/merge`, {}, 400, 'invalid_request', 'with'],
    [
      `POST /api/v1/contacts/${randomUUID()}/merge`,
      { with: randomUUID(), reason: 'x' },
      400,
      'invalid_request',
      'reason',
    ],
    [`POST /api/v1/contacts/${randomUUID()}/split`, { reason: 'asked them' }, 400, 'invalid_request', 'account'],
    [`POST /api/v1/contacts/${randomUUID()}/claims`, { phone: '+15552000009' }, 404, 'not_found', undefined],
    ['GET /api/v1/reviews?state=lost', undefined, 400, 'invalid_request', 'state'],
    [`GET /api/v1/reviews?cursor=${forged(1, 2)}`, undefined, 400, 'invalid_request', 'cursor'],
    [
      `POST /api/v1/reviews/${randomUUID()}/settle`,
      { action: 'same', reason: 'asked them' },
      404,
      'not_found',
      undefined,
    ],
    [
      `POST /api/v1/reviews/${randomUUID()}/settle`,
      { action: 'perhaps', reason: 'asked' },
      400,
      'invalid_request',
      'action',
    ],
    ['GET /api/v1/policy?portfolio=nobodys', undefined, 404, 'not_found', undefined],
    ['PUT /api/v1/policy', { adoptionLimitDays: 0 }, 400, 'invalid_request', 'adoptionLimitDays'],
  ])('%s %j: %i %s (%s)', async (call, body, status, code, field) => {
    const { json, type, status: answered } = await ask(call, { body });
    expect({ status: answered, code: json.code }).toEqual({ status, code });
    expect(type).toContain('application/problem+json');
    expect(json).toMatchObject({ status, type: expect.stringContaining(code), title: expect.stringMatching(/^[A-Z]/) });
    expect(json.detail.length).toBeGreaterThan(10);
    if (field !== undefined) {
      const at = json.errors?.find((error) => error.field === field);
      expect(json.errors?.map((error) => error.field)).toContain(field);
      expect(at?.problem.length).toBeGreaterThan(5);
    }
  });

  it.each<[string, Call, number, string]>([
    ['not JSON', { raw: '{oops' }, 400, 'invalid_request'],
    ['nothing', { raw: '' }, 400, 'invalid_request'],
    ['a picture', { raw: 'PNG', headers: { 'content-type': 'image/png' } }, 415, 'unsupported_media_type'],
    ['a book', { raw: JSON.stringify({ type: 'x'.repeat(limits.apiBodyBytes) }) }, 413, 'too_large'],
    ['a short Idempotency-Key', { body: reply, headers: { 'idempotency-key': 'short' } }, 400, 'invalid_request'],
  ])('a reply that is %s', async (_what, call, status, code) => {
    const answer = await ask('POST /api/v1/conversations/{thread}/messages', call);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
  });

  it('may hold any character in a search', async () => {
    for (const q of ['%00', '%F0%9F%98%80', '%25', "'", '%5C']) {
      const answer = await ask(`GET /api/v1/contacts?q=${q}`);
      expect(answer.status, q).toBe(200);
    }
  });

  it('says what may be done instead', async () => {
    world.setTime(10 + 86_401);
    const { status, json } = await ask('POST /api/v1/conversations/{thread}/messages', { body: reply });
    world.setTime(20);
    expect({ ...json, status }).toMatchObject({ status: 409, code: 'window_closed', allowed: ['template'] });
    expect(json.detail).toContain('It closed on 23 September at 12:00 UTC,');
  });
});

describe('the guard', () => {
  it('asks who is there before anything else', async () => {
    for (const as of ['', 'tl_wrong', `tl_${'x'.repeat(43)}`]) {
      const { status, json } = await ask('GET /api/v1/conversations?limit=0', { as });
      expect({ status, code: json.code }).toEqual({ status: 401, code: 'not_signed_in' });
    }
  });

  it('names the scope a role lacks', async () => {
    const agent = await app.key('agent');
    for (const [call, scope] of [
      ['GET /api/v1/parked', 'parked:read'],
      [`GET /api/v1/contacts/${randomUUID()}/identity`, 'identity:read'],
    ] as const) {
      const { status, json } = await ask(call, { as: agent });
      expect({ status, code: json.code }).toEqual({ status: 403, code: 'not_allowed' });
      expect(json.detail).toContain(scope);
    }
    expect((await ask('POST /api/v1/messages', { as: agent, body: start({ kind: 'phone', value: '1' }) })).status).toBe(
      403,
    );
  });

  it('shows a key of another portfolio nothing, not even that something is there', async () => {
    const other = await openWorld(db);
    const stranger = await app.key('admin', [other.portfolioId]);
    const one = await ask('GET /api/v1/conversations/{thread}', { as: stranger });
    expect(one.status).toBe(404);
    for (const list of ['conversations', 'contacts', 'parked'])
      expect((await ask(`GET /api/v1/${list}`, { as: stranger })).json).toEqual({ data: [], next: null });
    expect((await ask('POST /api/v1/conversations/{thread}/messages', { as: stranger, body: reply })).status).toBe(404);
  });

  it('lets a session write from its own page only', async () => {
    const cookie = await app.cookie('agent');
    const write = (headers: Record<string, string>) =>
      ask('POST /api/v1/conversations/{thread}/messages', { as: '', body: reply, headers: { cookie, ...headers } });
    expect((await ask('GET /api/v1/me', { as: '', headers: { cookie } })).status).toBe(200);
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:9999' },
      { origin: 'null' },
    ] as const) {
      const { status, json } = await write({ ...headers });
      expect({ status, code: json.code }).toEqual({ status: 403, code: 'foreign_page' });
    }
    expect((await write({ origin: 'http://127.0.0.1:8080' })).status).toBe(202);
  });
});

describe('the webhook door', () => {
  it('keeps whole what is nested too deep to be divided between two accounts', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const entries = ['1', '2'].map((id) => `{"id":"${id}","changes":[{"field":"x","value":${deep}}]}`);
    const body = `{"object":"whatsapp_business_account","entry":[${entries.join(',')}]}`;
    const signature = sign(Buffer.from(body), 'app secret');
    expect((await post({ 'x-hub-signature-256': signature }, body)).status).toBe(200);
  });

  const body = JSON.stringify(message({ bsuid: 'US.5' }, { at: 1, id: 'w5' }));
  const post = (headers: Record<string, string>, raw = body) =>
    fetch(`${app.url}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: raw,
    });

  it('keeps what is signed before it answers 200, and refuses what is not', async () => {
    const signature = sign(Buffer.from(body), 'app secret');
    expect((await post({ 'x-hub-signature-256': signature })).status).toBe(200);
    for (const headers of [{}, { 'x-hub-signature-256': signature.replace(/.$/, '!') }] as const)
      expect((await post({ ...headers })).status).toBe(401);
    expect((await post({ 'x-hub-signature-256': signature }, `${body} `)).status).toBe(401);
    const rows = await db.sql<{ n: number }[]>`select count(*)::int as n from inbox where body = ${Buffer.from(body)}`;
    expect(rows[0]?.n).toBe(1);
  });

  it('answers Meta’s challenge to those who know the token', async () => {
    const verify = (token: string) =>
      fetch(`${app.url}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    const right = await verify('verify%20me');
    expect([right.status, await right.text()]).toEqual([200, '1158201444']);
    expect((await verify('guess')).status).toBe(403);
  });

  it('refuses more than Meta ever sends', async () => {
    const answer = await post({ 'x-hub-signature-256': 'sha256=x' }, 'x'.repeat(limits.webhookBytes + 1));
    expect(answer.status).toBe(413);
  });
});

describe('the door', () => {
  it('says why somebody may not come in, in their language', async () => {
    const origin = 'http://127.0.0.1:8080';
    const wrong = await fetch(`${app.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'de-AT', origin },
      body: JSON.stringify({ email: 'nobody@example.com', password: 'wrong horse battery' }),
    });
    expect([wrong.status, wrong.headers.get('content-language')]).toEqual([401, 'de']);
    expect(await wrong.json()).toMatchObject({
      code: 'invalid_email_or_password',
      title: 'Nicht angemeldet',
      detail: 'Die E-Mail-Adresse oder das Passwort ist falsch.',
    });
    const nothing = await fetch(`${app.url}/api/auth/sign-up/email`, { method: 'POST', headers: { origin } });
    expect([nothing.status, nothing.headers.get('content-language')]).toEqual([404, 'en']);
  });
});
