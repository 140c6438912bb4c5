// Every route of the description, as every role: what no answer may hold. Routes are found in the description, their parameters in
// answers before, their bodies by their schemas; a route that comes to be is walked without being named here.

import type { Role } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { scopesOf } from '../access/permissions.ts';
import { maskRoles } from '../access/phone-masking.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { defaultNumber } from '../testing/names.ts';
import { call, echo, message, moved, status } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

type Schema = { [name: string]: unknown } & { properties?: Record<string, Schema>; required?: string[] };
interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
interface Answer {
  route: string;
  status: number;
  body: string;
  headers: string;
}

/** Backend ids of the people below: theirs alone, so that any of them anywhere is a leak. */
const backend = /US\.31415926|US\.ENT\.27182818|US\.16180339|US\.14142135|US\.17320508|CANARY/;
/** What every canary number ends with, but for the digits that are shown. */
const local = ['98765', '55512', '44417'] as const;
const phones = [`+5521${local[0]}0139`, `+4930${local[1]}0188`, `+1202${local[2]}77`] as const;
/** Through every spelling: without what stands between digits. Ids of ours are random, and five of their digits may be anything. */
const numbers = new RegExp(local.join('|'));
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const digitsOf = (text: string) => text.replace(uuid, ' id ').replace(/[\s().\u00a0/-]/g, '');

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let api: Description;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  world.setTime(60);
  app = await openApp(world);
  api = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as Description;
  await happenings();
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

/** People known by everything there is, numbers that moved, cards, questions, notices, something parked and an orphan. */
async function happenings(): Promise<void> {
  const who = { phone: phones[0], bsuid: 'US.31415926', parent: 'US.ENT.27182818', name: 'Ana', username: null };
  const card = {
    name: { formatted_name: 'Bo' },
    phones: [{ phone: phones[1], wa_id: phones[1].slice(1), type: 'CELL' }],
  };
  await world.receive(
    message(who, { at: 1, id: 'wamid.CANARY1' }),
    message({ ...who, username: 'ana' }, { at: 2, id: 'wamid.CANARY2' }),
    message(who, { at: 3, id: 'wamid.CANARY3' }, { type: 'contacts', contacts: [card] }),
    message({ bsuid: who.bsuid, name: 'Ana' }, { at: 4, id: 'wamid.CANARY4' }),
    echo(who, { at: 5, id: 'wamid.CANARY5' }),
    status('failed', { at: 6, id: 'wamid.CANARY5' }, { errors: [{ code: 131026, title: 'US.31415926' }] }),
    status('delivered', { at: 6, id: 'wamid.CANARY99' }, { to: { phone: phones[2] } }),
    call({ bsuid: who.bsuid }, { at: 7, id: 'wacid.CANARY' }),
    moved(
      { phone: phones[0], bsuid: who.bsuid },
      { phone: phones[2], bsuid: 'US.16180339' },
      { at: 8, id: 'wamid.CANARY6' },
    ),
    message({ phone: phones[1] }, { at: 9, id: 'wamid.CANARY7' }),
    message({ phone: phones[2], bsuid: 'US.14142135', name: phones[2] }, { at: 10, id: 'wamid.CANARY8' }),
    message({ bsuid: 'US.17320508', parent: who.parent }, { at: 11, id: 'wamid.CANARY9' }),
    message({}, { at: 12, id: 'wamid.CANARY10' }),
  );
  const key = await app.key('admin');
  const made = await request(key, 'POST /api/v1/campaigns', { name: 'News', from: defaultNumber });
  const { id } = JSON.parse(made.body) as { id: string };
  await fetch(`${app.url}/api/v1/campaigns/${id}/file`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    body: `phone,name\n${phones[0]},Ana\n(21) ${local[0]}-0139,Bo\n`,
  });
  await request(key, `PATCH /api/v1/campaigns/${id}`, { audience: { kind: 'file' }, mapping: { phone: 0, name: 1 } });
}

async function request(
  key: string,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = 'GET', path = ''] = route.split(' ');
  const answer = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { route, status: answer.status, body: text, headers: JSON.stringify([...answer.headers]) };
}

/** Ids found so far, by the name they were answered under: `conversationId`, or of a list `conversations`. */
type Ids = Map<string, Set<string>>;

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function gather(ids: Ids, list: string, value: unknown): void {
  if (Array.isArray(value)) for (const one of value) gather(ids, list, one);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && idPattern.test(part)) {
      put(ids, name === 'id' ? ((value as { kind?: string }).kind ?? list) : name, part);
      if (name === 'id') put(ids, list, part);
    } else gather(ids, list, part);
  }
}

function put(ids: Ids, name: string, id: string): void {
  const known = ids.get(name) ?? new Set();
  ids.set(name, known.add(id));
}

/** Everything a parameter of this path may be: ids of the list before it, or those answered under its name. */
function valuesFor(path: string, name: string, ids: Ids): string[] {
  const before =
    path
      .slice(0, path.indexOf(`/{${name}}`))
      .split('/')
      .at(-1) ?? '';
  if (name === 'portfolioId') return [world.portfolioId];
  if (name === 'number') return [defaultNumber];
  if (name === 'card') return path.endsWith('{card}') ? ['0.vcf'] : ['0'];
  const found = new Set([
    ...(ids.get(before) ?? []),
    ...(ids.get(name) ?? []),
    ...(ids.get(name.replace(/Id$/, '')) ?? []),
  ]);
  return found.size > 0 ? [...found] : ['00000000-0000-4000-8000-000000000000'];
}

function filled(path: string, ids: Ids): string[] {
  const [name] = /\{(\w+)\}/.exec(path)?.slice(1) ?? [];
  if (name === undefined) return [path];
  return valuesFor(path, name, ids)
    .slice(0, 8)
    .flatMap((value) => filled(path.replace(`{${name}}`, value), ids));
}

/** Something this schema takes, as far as a schema says what it takes. */
function sample(schema: Schema, ids: Ids, name = ''): unknown {
  // Who sees numbers masked stays as it is.
  if (name === 'roles') return roles;
  const { $ref, anyOf, oneOf, enum: choices, const: only, type, format, pattern } = schema;
  if (typeof $ref === 'string') return sample(api.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, ids, name);
  if (only !== undefined) return only;
  if (Array.isArray(choices)) return choices[0];
  const [first] = [...((anyOf ?? oneOf ?? []) as Schema[])];
  if (first) return sample(first, ids, name);
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([one]) => schema.required?.includes(one) || one === 'dryRun')
        .map(([one, part]) => [one, one === 'dryRun' ? true : sample(part, ids, one)]),
    );
  if (type === 'array') return [sample((schema.items ?? {}) as Schema, ids, name)];
  if (type === 'integer' || type === 'number') return Number(schema.minimum ?? 1);
  if (type === 'boolean') return true;
  if (type !== 'string') return {};
  if (name === 'phone') return phones[1];
  if (name === 'from' || name === 'businessNumber') return defaultNumber;
  if (format === 'uuid')
    return [...(ids.get(name === 'with' ? 'contactId' : name) ?? ids.get('contactId') ?? [])].at(-1) ?? '';
  if (format === 'date-time') return '2026-09-23T12:00:00.000Z';
  return pattern ? '09:00' : 'asked them';
}

/** Lists before what hangs under their rows, and what only looks before what changes something. */
async function walk(key: string): Promise<Answer[]> {
  const ids: Ids = new Map();
  const answers: Answer[] = [];
  const routes = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const order = (one: (typeof routes)[number]) => (one.method === 'GET' ? 0 : 10) + one.path.split('{').length;
  for (const { path, method, operation } of routes.toSorted((a, b) => order(a) - order(b))) {
    if (streams.includes(path)) continue;
    const schema = operation.requestBody?.content['application/json']?.schema;
    for (const one of filled(path, ids).slice(0, method === 'GET' ? 24 : 4)) {
      const body = method === 'GET' ? undefined : schema ? sample(schema, ids) : {};
      const answer = { ...(await request(key, `${method} ${one}`, body)), route: `${method} ${path}` };
      answers.push(answer);
      if (answer.status < 300 && /application\/json[;"]/.test(answer.headers))
        gather(ids, path.split('/').at(-1) ?? '', JSON.parse(answer.body));
    }
  }
  return answers;
}

const roles: Role[] = ['agent', 'supervisor', 'admin', 'auditor', 'privacy_officer', 'developer'];
/** Where backend ids are answered, for those who may see them. */
const identity = 'GET /api/v1/contacts/{id}/identity';
const withIds = [identity, 'GET /api/v1/events'];

describe.each(roles)('what somebody with the role %s is answered', (role) => {
  it('holds no backend id, whatever is asked, and live as little', async () => {
    const key = await app.key(role);
    const maySeeIds = scopesOf(role).has('identity:read');
    const listening = await listen(key, maySeeIds ? ['/api/v1/live'] : streams);
    const answers = await walk(key);
    expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(5);
    expect(answers.filter(({ status }) => status >= 500).map(({ route, body }) => `${route} ${body}`)).toEqual([]);
    const leaks = answers.filter(
      ({ route, body, headers }) => !(maySeeIds && withIds.includes(route)) && backend.test(body + headers),
    );
    expect(leaks.map(({ route }) => route)).toEqual([]);
    expect(backend.test(await listening())).toBe(false);
  }, 60_000);
});

describe('who sees numbers masked', () => {
  beforeAll(async () => {
    await inTransaction(db, (tx) => maskRoles(tx, roles, { by: 'the test', at: world.tools.clock() }));
    const key = await app.key('agent');
    // A node believes what it knew for a moment.
    await vi.waitFor(async () => expect((await request(key, 'GET /api/v1/contacts')).body).toContain('•'), {
      timeout: 10_000,
    });
  });

  // Somebody the walks before have not put together with others.
  const own = '+4930666120199';
  const arrives = async () => await world.receive(message({ phone: own }, { at: 100, id: 'wamid.CANARY100' }));

  it.each(roles)(
    '%s: nowhere a whole number, in whatever spelling, but where one was asked for',
    async (role) => {
      const key = await app.key(role);
      const listening = await listen(key);
      const answers = await walk(key);
      const whole = answers.filter(({ body, headers }) => numbers.test(digitsOf(body + headers)));
      expect([...new Set(whole.map(({ route }) => route))]).toEqual(
        ['developer', 'auditor'].includes(role) ? [] : ['POST /api/v1/contacts/{id}/reveal'],
      );
      expect(numbers.test(digitsOf(await listening()))).toBe(false);
    },
    60_000,
  );

  it('finds somebody by the whole number in any spelling, and by no part of it', async () => {
    await arrives();
    const key = await app.key('agent');
    const found = async (q: string) =>
      (JSON.parse((await request(key, `GET /api/v1/contacts?q=${encodeURIComponent(q)}`)).body) as { data: unknown[] })
        .data.length;
    expect(await found(own)).toBe(1);
    expect(await found(own.replace('+', '00'))).toBe(1);
    for (let length = 3; length < own.length - 1; length += 1)
      expect(await found(own.slice(1, 1 + length)), `${length} digits`).toBe(0);
    expect(await found(own.slice(-4))).toBe(0);
  });

  it('is told of a number that it is masked, with its country and its last digits', async () => {
    const answer = await request(await app.key('agent'), 'GET /api/v1/contacts');
    const { data } = JSON.parse(answer.body) as { data: { identifier: object; displayName: string }[] };
    expect(data.map(({ identifier }) => identifier)).toContainEqual({
      kind: 'phone',
      value: expect.stringMatching(/^\+49[ •]+0199$/),
      masked: true,
    });
  });

  it('is shown one for the asking, which is written down, and not without end', async () => {
    const key = await app.key('agent');
    const list = await request(key, `GET /api/v1/contacts?q=${encodeURIComponent(own)}`);
    const { id } = (JSON.parse(list.body) as { data: [{ id: string }] }).data[0];
    const asked = await request(key, `POST /api/v1/contacts/${id}/reveal`, {});
    expect(JSON.parse(asked.body)).toEqual({ contactId: id, phones: [{ value: own, role: 'current' }] });
    const [last] = await db.sql<{ act: string; subject: string }[]>`
      select act, subject_id as subject from audit_entries order by number desc limit 1`;
    expect(last).toEqual({ act: 'phone_revealed', subject: id });
    for (let one = 1; one < 60; one += 1) await request(key, `POST /api/v1/contacts/${id}/reveal`, {});
    const refused = await request(key, `POST /api/v1/contacts/${id}/reveal`, {});
    expect([refused.status, (JSON.parse(refused.body) as { code: string }).code]).toEqual([429, 'too_many_reveals']);
  });
});

describe('the walk', () => {
  it('would find what it looks for: the identity has backend ids, for those who may see them', async () => {
    const answers = await walk(await app.key('admin'));
    const own = answers.filter(({ route, status }) => route === identity && status === 200);
    expect(own.some(({ body }) => backend.test(body))).toBe(true);
  }, 60_000);
});

/** They end when whoever listens goes. */
const streams = ['/api/v1/live', '/api/v1/events/live'];

/** What came live by the time it is asked, on every stream the key may hear. */
async function listen(key: string, paths = streams): Promise<() => Promise<string>> {
  const stop = new AbortController();
  let heard = '';
  const readings = paths.map(async (path) => {
    try {
      const headers = { authorization: `Bearer ${key}` };
      const answer = await fetch(`${app.url}${path}`, { headers, signal: stop.signal });
      heard += JSON.stringify([...answer.headers]);
      for await (const piece of answer.body ?? []) heard += Buffer.from(piece).toString('utf8');
    } catch {
      // Stopped listening.
    }
  });
  await vi.waitFor(() => expect(heard.split('content-type').length).toBeGreaterThan(paths.length));
  return async () => {
    stop.abort();
    await Promise.all(readings);
    return heard;
  };
}
