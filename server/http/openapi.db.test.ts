import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { routes } from '../testing/routes.ts';
import { call, echo, message, moved, status } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

interface Operation {
  summary?: string;
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
  parameters?: { name: string; in: string; schema: unknown }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
}
interface Description {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

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
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

const backend = /bsuid|wamid|parent_?user_?id|(^|[^a-z])user_?id|phone_?number_?id$|identity_key|holder/i;
const identityRoute = '/api/v1/contacts/{id}/identity';

/** Every property name in a schema, references followed. */
function namesIn(schema: unknown, seen = new Set<string>()): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one) => namesIn(one, seen));
  const { $ref, properties } = schema as { $ref?: string; properties?: object };
  if ($ref !== undefined) {
    if (seen.has($ref)) return [];
    seen.add($ref);
    const target = api.components.schemas[$ref.split('/').at(-1) ?? ''];
    expect(target, $ref).toBeDefined();
    return namesIn(target, seen);
  }
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap((inner) => namesIn(inner, seen))];
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1: every operation has a summary, an answer and its path parameters', () => {
    expect(api.openapi).toMatch(/^3\.1\./);
    expect(api.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(api.components.securitySchemes).length).toBeGreaterThan(0);
    for (const [path, operations] of Object.entries(api.paths))
      for (const [method, operation] of Object.entries(operations)) {
        expect(operation.summary, `${method} ${path}`).toMatch(/\w{3}/);
        expect(Object.keys(operation.responses).length, `${method} ${path}`).toBeGreaterThan(0);
        const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
        expect(named.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort());
      }
  });

  it('names every route under /api/v1', () => {
    const described = Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(routes);
    expect(app.fastify.hasRoute({ method: 'GET', url: '/api/v1/openapi.json' })).toBe(true);
  });

  it('points nowhere that is not there', () => {
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(refs.length).toBeGreaterThan(5);
    expect(refs.filter((name) => !(`${name}` in api.components.schemas))).toEqual([]);
  });

  it('has no backend id in any answer but the identity itself', () => {
    for (const [path, operations] of Object.entries(api.paths)) {
      if (path === identityRoute) continue;
      for (const [method, { responses }] of Object.entries(operations))
        expect(
          namesIn(responses).filter((name) => backend.test(name)),
          `${method} ${path}`,
        ).toEqual([]);
    }
  });
});

describe('what the API answers', () => {
  const canaries = [
    'US.31415926',
    'US.ENT.27182818',
    'wamid.CANARY',
    'wacid.CANARY',
    'US.16180339',
    'US.14142135',
    'US.17320508',
  ];

  it('holds no backend id anywhere but in the identity, whatever has happened', async () => {
    const who = { phone: '+15552000001', bsuid: 'US.31415926', parent: 'US.ENT.27182818', name: 'Ana', username: null };
    const quoting = { type: 'text', text: { body: 'yes' }, context: { from: '1', id: 'wamid.CANARY1' } };
    await world.receive(
      message(who, { at: 1, id: 'wamid.CANARY1' }),
      message({ ...who, username: 'ana' }, { at: 2, id: 'wamid.CANARY2' }, quoting),
      message(
        { bsuid: who.bsuid },
        { at: 3, id: 'wamid.CANARY3' },
        { type: 'hologram', hologram: { id: 'US.31415926' } },
      ),
      echo(who, { at: 4, id: 'wamid.CANARY4' }),
      status('failed', { at: 5, id: 'wamid.CANARY4' }, { errors: [{ code: 131026, title: 'US.31415926' }] }),
      call({ bsuid: who.bsuid }, { at: 6, id: 'wacid.CANARY' }),
      moved({ bsuid: who.bsuid }, { bsuid: 'US.16180339' }, { at: 7, id: 'wamid.CANARY5' }),
      message({ bsuid: 'US.16180339' }, { at: 8, id: 'wamid.CANARY6', number: '999' }),
      message({}, { at: 9, id: 'wamid.CANARY7' }),
      message({ phone: who.phone, bsuid: 'US.14142135' }, { at: 10, id: 'wamid.CANARY8' }),
      message({ bsuid: 'US.17320508', parent: who.parent }, { at: 11, id: 'wamid.CANARY9' }),
    );
    const auth = { headers: { authorization: `Bearer ${await app.key('admin')}` } };
    const read = async (path: string) => await (await fetch(`${app.url}${path}`, auth)).text();
    /** Every answer to a word about these two, and to a question answered. */
    const said = async (contact: string, other: string | undefined) => {
      const post = async (path: string, body: object) => {
        const headers = { ...auth.headers, 'content-type': 'application/json' };
        const answer = await fetch(`${app.url}${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ reason: 'asked', ...body }),
        });
        expect(answer.status, path).toBe(200);
        return await answer.text();
      };
      const open = JSON.parse(await read('/api/v1/reviews')) as {
        data: { id: string; actions: { action: string }[] }[];
      };
      const [question] = open.data;
      const before = [await read('/api/v1/reviews'), await post(`${contact}/merge`, { with: other, dryRun: true })];
      const merged = await post(`${contact}/merge`, { with: other });
      const { word } = JSON.parse(merged) as { word: string };
      return [
        ...before,
        merged,
        await post(`${contact}/undo`, { word }),
        await post(`${contact}/claims`, { phone: '+15552000099' }),
        await post(`/api/v1/reviews/${question?.id}/settle`, { action: question?.actions[0]?.action }),
      ];
    };
    const threads = JSON.parse(await read('/api/v1/conversations')) as { data: { id: string; contactId: string }[] };
    const [{ id, contactId } = { id: '', contactId: '' }] = threads.data;
    const words = await said(
      `/api/v1/contacts/${contactId}`,
      threads.data.find((thread) => thread.contactId !== contactId)?.contactId,
    );
    for (const text of words) for (const canary of canaries) expect(text).not.toContain(canary);
    const pages = [
      '/api/v1/reviews',
      '/api/v1/reviews?state=settled',
      '/api/v1/policy',
      '/api/v1/conversations',
      `/api/v1/conversations/${id}`,
      `/api/v1/conversations/${id}/messages`,
      '/api/v1/contacts',
      `/api/v1/contacts/${contactId}`,
      '/api/v1/parked',
      '/metrics',
    ];
    for (const page of pages) {
      const text = await read(page);
      for (const canary of canaries) expect(text, page).not.toContain(canary);
    }
    const identity = await read(`/api/v1/contacts/${contactId}/identity`);
    expect(identity).toContain('US.31415926');
    expect(identity).toContain('R17');
  });
});
