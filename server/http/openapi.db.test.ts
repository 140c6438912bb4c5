import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
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
    expect(described.sort()).toEqual([
      'DELETE /api/v1/account/passkeys/{id}',
      'DELETE /api/v1/account/sessions/{id}',
      'DELETE /api/v1/campaigns/{id}',
      'DELETE /api/v1/canned-replies/{id}',
      'DELETE /api/v1/contacts/{id}/block',
      'DELETE /api/v1/contacts/{id}/tags/{tagId}',
      'DELETE /api/v1/conversations/{id}/messages/{messageId}',
      'DELETE /api/v1/conversations/{id}/notes/{noteId}',
      'DELETE /api/v1/conversations/{id}/tags/{tagId}',
      'DELETE /api/v1/export-schedules/{id}',
      'DELETE /api/v1/keys/{id}',
      'DELETE /api/v1/readiness/runs/{id}/integration',
      'DELETE /api/v1/relay/integrations/{id}',
      'DELETE /api/v1/schedules/{id}',
      'DELETE /api/v1/subscriptions/{id}',
      'DELETE /api/v1/teams/{id}',
      'DELETE /api/v1/users/{id}',
      'DELETE /api/v1/users/{id}/second-factor',
      'DELETE /api/v1/users/{id}/sessions',
      'DELETE /api/v1/users/{id}/sessions/{sessionId}',
      'GET /api/v1/account',
      'GET /api/v1/account/sessions',
      'GET /api/v1/agents',
      'GET /api/v1/audit',
      'GET /api/v1/audit.csv',
      'GET /api/v1/audit.jsonl',
      'GET /api/v1/business-numbers',
      'GET /api/v1/campaign-settings',
      'GET /api/v1/campaigns',
      'GET /api/v1/campaigns/{id}',
      'GET /api/v1/campaigns/{id}/course',
      'GET /api/v1/campaigns/{id}/course.csv',
      'GET /api/v1/campaigns/{id}/report.csv',
      'GET /api/v1/campaigns/{id}/rows',
      'GET /api/v1/canned-replies',
      'GET /api/v1/colleagues',
      'GET /api/v1/contact-book',
      'GET /api/v1/contacts',
      'GET /api/v1/contacts.csv',
      'GET /api/v1/contacts/{id}',
      'GET /api/v1/contacts/{id}/card.vcf',
      'GET /api/v1/contacts/{id}/cards',
      'GET /api/v1/contacts/{id}/contact-book',
      'GET /api/v1/contacts/{id}/explanation',
      'GET /api/v1/contacts/{id}/identity',
      'GET /api/v1/contacts/{id}/number-requests',
      'GET /api/v1/conversations',
      'GET /api/v1/conversations/{id}',
      'GET /api/v1/conversations/{id}/drafts',
      'GET /api/v1/conversations/{id}/messages',
      'GET /api/v1/conversations/{id}/messages/{messageId}/cards/{card}',
      'GET /api/v1/conversations/{id}/notes/{noteId}/versions',
      'GET /api/v1/conversations/{id}/search',
      'GET /api/v1/events',
      'GET /api/v1/events/live',
      'GET /api/v1/events/schemas',
      'GET /api/v1/events/schemas/{type}/{version}',
      'GET /api/v1/export-schedules',
      'GET /api/v1/exports',
      'GET /api/v1/exports/{id}',
      'GET /api/v1/exports/{id}/file',
      'GET /api/v1/fields',
      'GET /api/v1/imports',
      'GET /api/v1/imports/{id}',
      'GET /api/v1/imports/{id}/report.csv',
      'GET /api/v1/imports/{id}/rows',
      'GET /api/v1/keys',
      'GET /api/v1/live',
      'GET /api/v1/me',
      'GET /api/v1/me/availability',
      'GET /api/v1/media/{id}',
      'GET /api/v1/mentions',
      'GET /api/v1/mentions/count',
      'GET /api/v1/orphans',
      'GET /api/v1/parked',
      'GET /api/v1/phone-masking',
      'GET /api/v1/policy',
      'GET /api/v1/privacy/due',
      'GET /api/v1/privacy/requests',
      'GET /api/v1/privacy/requests/{id}',
      'GET /api/v1/privacy/requests/{id}/dry-run',
      'GET /api/v1/privacy/settings',
      'GET /api/v1/privacy/settings/{portfolioId}',
      'GET /api/v1/privacy/subjects',
      'GET /api/v1/queues',
      'GET /api/v1/readiness',
      'GET /api/v1/readiness/canary',
      'GET /api/v1/readiness/canary/runs',
      'GET /api/v1/readiness/canary/runs/{id}',
      'GET /api/v1/readiness/readers',
      'GET /api/v1/readiness/runs/{id}',
      'GET /api/v1/readiness/runs/{id}/report',
      'GET /api/v1/relay/integrations',
      'GET /api/v1/relay/integrations/{id}',
      'GET /api/v1/relay/integrations/{id}/deliveries',
      'GET /api/v1/reports/board',
      'GET /api/v1/reports/board.csv',
      'GET /api/v1/reports/coverage',
      'GET /api/v1/reports/coverage.csv',
      'GET /api/v1/reports/responses',
      'GET /api/v1/reports/responses.csv',
      'GET /api/v1/retention',
      'GET /api/v1/reviews',
      'GET /api/v1/roles',
      'GET /api/v1/routing',
      'GET /api/v1/schedules',
      'GET /api/v1/search',
      'GET /api/v1/search/messages',
      'GET /api/v1/sending',
      'GET /api/v1/sign-in',
      'GET /api/v1/sign-in/policy',
      'GET /api/v1/subscriptions',
      'GET /api/v1/subscriptions/{id}',
      'GET /api/v1/subscriptions/{id}/deliveries',
      'GET /api/v1/tags',
      'GET /api/v1/teams',
      'GET /api/v1/templates',
      'GET /api/v1/templates/sync',
      'GET /api/v1/templates/{id}',
      'GET /api/v1/users',
      'GET /api/v1/users/{id}/sessions',
      'PATCH /api/v1/account/passkeys/{id}',
      'PATCH /api/v1/campaigns/{id}',
      'PATCH /api/v1/conversations/{id}',
      'PATCH /api/v1/export-schedules/{id}',
      'PATCH /api/v1/fields/{id}',
      'PATCH /api/v1/imports/{id}',
      'PATCH /api/v1/relay/integrations/{id}',
      'PATCH /api/v1/subscriptions/{id}',
      'PATCH /api/v1/tags/{id}',
      'PATCH /api/v1/users/{id}',
      'POST /api/v1/account/sessions/end-others',
      'POST /api/v1/campaigns',
      'POST /api/v1/campaigns/{id}/cancel',
      'POST /api/v1/campaigns/{id}/check',
      'POST /api/v1/campaigns/{id}/pause',
      'POST /api/v1/campaigns/{id}/resume',
      'POST /api/v1/campaigns/{id}/start',
      'POST /api/v1/canned-replies',
      'POST /api/v1/canned-replies/{id}/used',
      'POST /api/v1/cards/read',
      'POST /api/v1/contacts/{id}/block',
      'POST /api/v1/contacts/{id}/claims',
      'POST /api/v1/contacts/{id}/contact-book/delete',
      'POST /api/v1/contacts/{id}/give-up',
      'POST /api/v1/contacts/{id}/merge',
      'POST /api/v1/contacts/{id}/never-merge',
      'POST /api/v1/contacts/{id}/preferences',
      'POST /api/v1/contacts/{id}/reveal',
      'POST /api/v1/contacts/{id}/split',
      'POST /api/v1/contacts/{id}/undo',
      'POST /api/v1/conversations/work',
      'POST /api/v1/conversations/{id}/mentions/read',
      'POST /api/v1/conversations/{id}/messages',
      'POST /api/v1/conversations/{id}/messages/{messageId}/cards/{card}/save',
      'POST /api/v1/conversations/{id}/messages/{messageId}/resend',
      'POST /api/v1/conversations/{id}/notes',
      'POST /api/v1/conversations/{id}/number-requests',
      'POST /api/v1/conversations/{id}/presence',
      'POST /api/v1/conversations/{id}/read',
      'POST /api/v1/conversations/{id}/typing',
      'POST /api/v1/events/{event}/acknowledge',
      'POST /api/v1/export-schedules',
      'POST /api/v1/exports',
      'POST /api/v1/exports/{id}/cancel',
      'POST /api/v1/fields',
      'POST /api/v1/imports',
      'POST /api/v1/imports/{id}/cancel',
      'POST /api/v1/imports/{id}/check',
      'POST /api/v1/imports/{id}/run',
      'POST /api/v1/keys',
      'POST /api/v1/links/read',
      'POST /api/v1/links/use',
      'POST /api/v1/media',
      'POST /api/v1/media/{id}/retry',
      'POST /api/v1/messages',
      'POST /api/v1/parked/{id}/replay',
      'POST /api/v1/privacy/requests',
      'POST /api/v1/privacy/requests/{id}/approve',
      'POST /api/v1/privacy/requests/{id}/archive',
      'POST /api/v1/privacy/requests/{id}/cancel',
      'POST /api/v1/privacy/requests/{id}/confirm',
      'POST /api/v1/privacy/requests/{id}/extend',
      'POST /api/v1/privacy/requests/{id}/hold',
      'POST /api/v1/privacy/requests/{id}/prove',
      'POST /api/v1/privacy/requests/{id}/refuse',
      'POST /api/v1/privacy/requests/{id}/run',
      'POST /api/v1/privacy/requests/{id}/verify',
      'POST /api/v1/privacy/requests/{id}/verify/code',
      'POST /api/v1/readiness/canary/runs',
      'POST /api/v1/readiness/runs',
      'POST /api/v1/relay/integrations',
      'POST /api/v1/relay/integrations/{id}/pause',
      'POST /api/v1/relay/integrations/{id}/replay',
      'POST /api/v1/relay/integrations/{id}/resume',
      'POST /api/v1/relay/integrations/{id}/rotate',
      'POST /api/v1/relay/integrations/{id}/token',
      'POST /api/v1/relay/integrations/{id}/verify',
      'POST /api/v1/retention/dry-run',
      'POST /api/v1/reviews/{id}/settle',
      'POST /api/v1/schedules',
      'POST /api/v1/subscriptions',
      'POST /api/v1/subscriptions/{id}/pause',
      'POST /api/v1/subscriptions/{id}/replay',
      'POST /api/v1/subscriptions/{id}/resume',
      'POST /api/v1/subscriptions/{id}/rotate',
      'POST /api/v1/subscriptions/{id}/test',
      'POST /api/v1/tags',
      'POST /api/v1/teams',
      'POST /api/v1/templates/sync',
      'POST /api/v1/templates/{id}/preview',
      'POST /api/v1/users',
      'POST /api/v1/users/{id}/link',
      'PUT /api/v1/agents/{id}/availability',
      'PUT /api/v1/campaign-settings',
      'PUT /api/v1/campaigns/{id}/file',
      'PUT /api/v1/canned-replies/{id}',
      'PUT /api/v1/contact-book/{portfolioId}',
      'PUT /api/v1/contacts/{id}/fields/{fieldId}',
      'PUT /api/v1/contacts/{id}/tags/{tagId}',
      'PUT /api/v1/conversations/{id}/drafts',
      'PUT /api/v1/conversations/{id}/fields/{fieldId}',
      'PUT /api/v1/conversations/{id}/notes/{noteId}',
      'PUT /api/v1/conversations/{id}/tags/{tagId}',
      'PUT /api/v1/me/availability',
      'PUT /api/v1/phone-masking',
      'PUT /api/v1/policy',
      'PUT /api/v1/privacy/requests/{id}/corrections',
      'PUT /api/v1/privacy/settings/{portfolioId}',
      'PUT /api/v1/readiness/canary',
      'PUT /api/v1/retention',
      'PUT /api/v1/routing/{number}',
      'PUT /api/v1/schedules/{id}',
      'PUT /api/v1/sign-in/policy',
      'PUT /api/v1/teams/{id}',
    ]);
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
