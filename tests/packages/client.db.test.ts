// What somebody has who installs the client and nothing else, at the service itself: the packed tarball, unpacked beside the libraries it names.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type * as client from '../../contract/client/index.ts';
import { once } from '../../contract/client/once.ts';
import { type Route, routes } from '../../contract/client/routes.ts';
import { type Database, connect as open } from '../../server/db/connect.ts';
import { type App, openApp } from '../../server/testing/app.ts';
import { person } from '../../server/testing/people.ts';
import { message, text } from '../../server/testing/webhooks.ts';
import { openWorld, type World } from '../../server/testing/world.ts';
import { pack, packages } from '../../tools/pack.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const repository = join(import.meta.dirname, '../..');
const readme = readFileSync(join(repository, 'contract/README.md'), 'utf8');
const limitMs = 120_000;

let folder: string;
let installed: string;
let sdk: typeof client;
let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-client-'));
  installed = install(pack(join(folder, 'tarballs'), packages.client));
  sdk = await import(pathToFileURL(join(installed, 'dist/client/index.js')).href);
  fresh = await freshDatabase();
  db = open(fresh.url, { connections: 8 });
  world = await openWorld(db);
  world.setTime(60);
  app = await openApp(world);
  key = await app.key('admin', [world.portfolioId]);
  await world.receive(
    message(person('B1 @ada.bikes'), { at: 1, id: 'w1' }, text('Is it ready?')),
    ...[2, 3, 4].map((n) => message(person(`P${n} B${n}`), { at: n, id: `w${n}` }, text(`hello ${n}`))),
  );
}, limitMs);

afterAll(async () => {
  await app?.close();
  await db?.close();
  await fresh?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function install(tarball: string): string {
  const own = join(folder, 'node_modules/@throughline/client');
  mkdirSync(own, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', own], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const { dependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies))
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  return own;
}

/** A `fetch` that does not come through the first times, and notes what it was asked. */
function troubled(troubles: readonly ((ask: () => Promise<Response>) => Promise<Response>)[]) {
  const asked: { method: string; key: string | null }[] = [];
  let made = 0;
  const fetching: typeof fetch = (input, init) => {
    asked.push({ method: init?.method ?? 'GET', key: new Headers(init?.headers).get('idempotency-key') });
    const ask = () => fetch(input, init);
    return troubles[made++]?.(ask) ?? ask();
  };
  return { fetch: fetching, asked };
}

describe('the client, from its tarball', () => {
  it('names every call as the service describes it', async () => {
    const said = await (await fetch(`${app.url}/api/v1/openapi.json`)).text();
    const api = JSON.parse(said) as {
      paths: Record<string, Record<string, Described>>;
    };
    for (const [name, route] of Object.entries<Route>(routes)) {
      const [method = '', path = ''] = name.split(' ');
      const described = api.paths[`/api/v1${path}`]?.[method.toLowerCase()];
      expect(described, name).toBeDefined();
      const parameters = described?.parameters ?? [];
      const isOnce = parameters.some((one) => one.in === 'header' && one.name === 'idempotency-key');
      expect(once.has(name), `${name} is done once`).toBe(isOnce);
      if (route.query) {
        const own = z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' }).properties ?? {};
        const theirs = parameters.filter((one) => one.in === 'query').map((one) => one.name);
        expect(Object.keys(own).sort(), name).toEqual(theirs.sort());
      }
      expect('body' in route, `${name} has a body`).toBe(described?.requestBody !== undefined);
      const [, answer] = Object.entries(described?.responses ?? {}).find(([status]) => status.startsWith('2')) ?? [];
      const schema = answer?.content?.['application/json']?.schema;
      expect(shownIn(schema), name).toEqual(
        shownIn(z.toJSONSchema(route.answer, { unrepresentable: 'any' }) as JsonSchema),
      );
    }
  });

  it('finds somebody who shows no number, and goes through all pages of a list', async () => {
    const { get, each } = sdk.connect({ url: `${app.url}/`, key });
    const { data } = await get('/contacts', { query: { q: '@ada.bikes' } });
    expect(data).toMatchObject([{ identifier: { kind: 'username', value: 'ada.bikes' } }]);
    expect(data[0]).not.toHaveProperty('phone');
    const names: string[] = [];
    for await (const contact of each('/contacts', { query: { limit: 1 } })) names.push(contact.id);
    expect(new Set(names).size).toBe(4);
  });

  it('sends once, however often it has to ask', async () => {
    const { fetch, asked } = troubled([
      async () => new Response('', { status: 503, headers: { 'retry-after': '0' } }),
      async (ask) => {
        await ask();
        throw new TypeError('the answer got lost');
      },
    ]);
    const { get, post } = sdk.connect({ url: app.url, key, fetch });
    const [ada] = (await get('/contacts', { query: { q: 'ada.bikes' } })).data;
    asked.length = 0;
    const [conversation] = (
      await sdk.connect({ url: app.url, key }).get('/conversations', { query: { contact: ada?.id ?? '' } })
    ).data;
    const path = { id: conversation?.id ?? '' };
    const sent = await post('/conversations/{id}/messages', { path, body: { type: 'text', text: { body: 'It is.' } } });
    expect(sent).toMatchObject({ status: 'queued', text: { body: 'It is.' } });
    const timeline = await sdk.connect({ url: app.url, key }).get('/conversations/{id}/messages', { path });
    expect(timeline.data.filter((item) => item.kind === 'message' && item.direction === 'out')).toHaveLength(1);
    expect(new Set(asked.map((one) => one.key)).size).toBe(1);
    expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says what was refused, field by field, and what never came', async () => {
    const { get, post } = sdk.connect({ url: app.url, key, retries: 0 });
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(get('/contacts/{id}', { path: { id } })).rejects.toMatchObject({
      name: 'ThroughlineError',
      status: 404,
      code: 'not_found',
    });
    await expect(post('/tags', { body: { name: '' } as never })).rejects.toMatchObject({
      code: 'invalid_request',
      errors: expect.arrayContaining([expect.objectContaining({ field: expect.stringContaining('name') })]),
    });
    await expect(sdk.connect({ url: 'http://127.0.0.1:9', key, retries: 0 }).get('/contacts')).rejects.toMatchObject({
      name: 'NoAnswerError',
    });
    expect(() => sdk.connect({ url: app.url, key: ' ' })).toThrow(/throughline key create/);
  });

  it('follows what happens from where it stopped', async () => {
    const stop = new AbortController();
    const { follow } = sdk.connect({ url: app.url, key });
    const heard: string[] = [];
    let cursor = '';
    for await (const event of follow({ type: ['message.received'], waitMs: 20 })) {
      heard.push(event.type === 'message.received' ? (event.data.message.text ?? '') : event.type);
      cursor = event.sequence;
      if (heard.length === 4) break;
    }
    expect(heard.sort()).toEqual(['Is it ready?', 'hello 2', 'hello 3', 'hello 4']);
    const later = (async () => {
      for await (const event of follow({ after: cursor, type: ['message.received'], waitMs: 20, signal: stop.signal }))
        if (event.type === 'message.received') return event.data.message.text;
      return undefined;
    })();
    await world.receive(message(person('B1 @ada.bikes'), { at: 50, id: 'w50' }, text('Thank you')));
    expect(await later).toBe('Thank you');
    stop.abort(new Error('enough'));
    const ended = follow({ after: 'latest', waitMs: 20, signal: stop.signal }).next();
    await expect(ended).rejects.toThrow('enough');
  });

  it('knows a webhook of the service from another, with the old secret and the new', () => {
    const [old, fresh] = ['whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHM=', 'whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdHM='] as const;
    const body = JSON.stringify({ type: 'contact.erased', data: { erased: 'x' } });
    const at = new Date();
    const headers = {
      'Webhook-Id': 'msg_1',
      'Webhook-Timestamp': String(Math.floor(at.getTime() / 1000)),
      'Webhook-Signature': new Webhook(old).sign('msg_1', at, body),
    };
    expect(sdk.verifyWebhook({ body, headers, secret: [fresh, old] })).toEqual(JSON.parse(body));
    expect(sdk.verifyWebhook({ body: Buffer.from(body), headers: new Headers(headers), secret: old }).type).toBe(
      'contact.erased',
    );
    const refused = [
      { body: body.replace('x', 'y'), headers, secret: old },
      { body, headers, secret: fresh },
      { body, headers: { ...headers, 'Webhook-Timestamp': '1000000000' }, secret: old },
      { body, headers: {}, secret: old },
      { body, headers, secret: [] },
    ];
    for (const one of refused) expect(() => sdk.verifyWebhook(one)).toThrow(sdk.WebhookRefusedError);
  });

  it(
    'type-checks the examples of its README, and not what misuses it',
    () => {
      const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
      expect(examples.length).toBeGreaterThan(2);
      const wrong = [
        "client.get('/contact')",
        "client.get('/contacts', { query: { q: 1 } })",
        "client.get('/contacts/{id}')",
        "client.post('/tags', { body: {} })",
        "(await client.get('/contacts')).data[0]?.bsuid",
      ];
      for (const [i, code] of examples.entries()) writeFileSync(join(folder, `right${i}.ts`), code);
      for (const [i, code] of wrong.entries())
        writeFileSync(
          join(folder, `wrong${i}.ts`),
          `import { connect } from '@throughline/client';\nconst client = connect({ url: '', key: '' });\nexport const x = ${code};\n`,
        );
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(strict));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const { stdout } = spawnSync(
        process.execPath,
        [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      expect(stdout.split('\n').filter((line) => line.startsWith('right'))).toEqual([]);
      const found = new Set([...stdout.matchAll(/^wrong(\d)\.ts/gm)].map(([, i]) => i));
      expect([...found].sort()).toEqual(wrong.map((_, i) => String(i)));
    },
    limitMs,
  );

  it('imports its own files and the two libraries it names', () => {
    for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|d\.ts)$/.test(file)) continue;
      const code = readFileSync(join(installed, 'dist', file), 'utf8');
      for (const [, target = ''] of code.matchAll(/\bfrom\s*['"]([^'"]+)['"]/g))
        expect(target, file).toMatch(/^(\.{1,2}\/.+\.js|zod|standardwebhooks)$/);
    }
  });
});

const strict = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable', 'esnext.asynciterable'],
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['*.ts'],
};

interface Described {
  parameters?: { in: string; name: string }[];
  requestBody?: unknown;
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}

interface JsonSchema {
  $ref?: string;
  id?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** By name where it has one; else by its properties, and what a list of it is of. */
function shownIn(schema: JsonSchema | undefined): unknown {
  const name = schema?.id ?? schema?.$ref?.split('/').at(-1);
  if (name !== undefined) return name;
  const { data, ...others } = schema?.properties ?? {};
  return { names: Object.keys(others).sort(), data: data?.items && shownIn(data.items) };
}
