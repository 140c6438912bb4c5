// Every door of the API for every role: generated from the routes there are, so that a new one is asked about too.

import { Role } from '@throughline/contract';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { type Scope, scopes, scopesOf } from '../access/permissions.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { openWorld } from '../testing/world.ts';

/** Open to whoever asks: they help somebody in. A file's link is signed. */
const open = new Set([
  'GET /api/v1/sign-in',
  'POST /api/v1/links/read',
  'POST /api/v1/links/use',
  'GET /api/v1/openapi.json',
]);
/** Open to whoever is known: about themselves alone. */
const own = new Set([
  'GET /api/v1/me',
  'GET /api/v1/account',
  'GET /api/v1/account/sessions',
  'DELETE /api/v1/account/sessions/:id',
  'POST /api/v1/account/sessions/end-others',
  'PATCH /api/v1/account/passkeys/:id',
  'DELETE /api/v1/account/passkeys/:id',
]);

let fresh: FreshDatabase;
let db: Database;
let app: App;
const doors: { door: string; scope: Scope | undefined }[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  app = await openApp(await openWorld(db), undefined, (fastify: FastifyInstance) =>
    fastify.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
      for (const one of [method].flat())
        if (url.startsWith('/api/v1/') && one !== 'HEAD' && one !== 'OPTIONS')
          doors.push({ door: `${one} ${url}`, scope: (config as { scope?: Scope } | undefined)?.scope });
    }),
  );
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function knock(door: string, key: string | undefined) {
  const [method = '', path = ''] = door.split(' ');
  const url = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  const writes = method !== 'GET' && method !== 'DELETE';
  const answer = await app.fastify.inject({
    method: method as 'GET',
    url,
    headers: { ...(key && { authorization: `Bearer ${key}` }) },
    // Not what any door takes: whoever may come in is told so, and nothing is done.
    ...(writes && { payload: [] }),
  });
  const body = /json(;|$)/.test(String(answer.headers['content-type'])) ? answer.json<{ code?: string }>() : {};
  return { status: answer.statusCode, code: body.code };
}

describe('every door', () => {
  it('names the scope it needs, or is on the list of those that need none', () => {
    expect(doors.length).toBeGreaterThan(80);
    const silent = doors.filter(({ scope }) => scope === undefined).map(({ door }) => door);
    expect(silent.filter((door) => !open.has(door) && !own.has(door))).toEqual([]);
    for (const { door, scope } of doors) if (scope !== undefined) expect(scopes, door).toContain(scope);
  });

  it('needs somebody known, unless it helps somebody in', async () => {
    for (const { door } of doors) {
      if (open.has(door)) continue;
      expect(await knock(door, undefined), door).toMatchObject({ status: 401, code: 'not_signed_in' });
    }
  });

  it('refuses every role that lacks its scope, before it looks at anything else', async () => {
    for (const role of Role.options) {
      const key = await app.key(role);
      for (const { door, scope } of doors) {
        if (scope === undefined || scopesOf(role).has(scope)) continue;
        expect(await knock(door, key), `${role}: ${door}`).toMatchObject({ status: 403, code: 'not_allowed' });
      }
    }
  });

  it('lets in every role that has its scope', async () => {
    for (const role of Role.options) {
      const key = await app.key(role);
      for (const { door, scope } of doors) {
        // A live stream never ends.
        if (scope === undefined || !scopesOf(role).has(scope) || door.endsWith('/live')) continue;
        const { status, code } = await knock(door, key);
        // What is somebody's own is refused to a key for another reason than its role.
        if (code === 'people_only') continue;
        expect([401, 403].includes(status), `${role}: ${door}: ${code}`).toBe(false);
      }
    }
  }, 60_000);
});
