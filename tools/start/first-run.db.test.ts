import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../tests/support/database.ts';
import { durableDatabase, freePort, secrets } from '../../tests/support/service.ts';

const address = /https?:\/\/\S+\/welcome#([\w-]+)/;
let database: FreshDatabase;
let home: string;
let url: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  database = await durableDatabase();
  home = mkdtempSync(join(tmpdir(), 'throughline-first-run-'));
  url = `http://127.0.0.1:${await freePort()}`;
});
afterAll(async () => {
  await stop();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

/** `npm start` of somebody who has a number, once what it installs and builds is there. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'start.ts')], {
    env: {
      PATH: process.env.PATH,
      PORT: new URL(url).port,
      DATABASE_URL: database.url,
      THROUGHLINE_HOME: home,
      THROUGHLINE_SECRET: secrets.own,
      META_APP_SECRET: secrets.app,
      META_VERIFY_TOKEN: secrets.verify,
      META_ACCESS_TOKEN: secrets.access,
      META_GRAPH_URL: 'http://127.0.0.1:9',
    },
  });
  running = child;
  let said = '';
  await new Promise<void>((ready, failed) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Ctrl-C stops it.')) ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`It ended with ${code}: ${said}`)));
  });
  return said;
}

async function stop(): Promise<void> {
  if (running === undefined || running.exitCode !== null) return;
  running.kill('SIGINT');
  await once(running, 'exit');
}

const post = (path: string, body: unknown) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });

describe('a first run', () => {
  it('prints a link that makes the first administrator once, keeps it in no log, and prints none again', async () => {
    const first = await start();
    const [link = '', token = ''] = address.exec(first) ?? [];
    expect(link.startsWith(`${url}/welcome#`)).toBe(true);
    const admin = { name: 'Ada', email: 'ada@example.com', password: 'a long sentence to sign in' };
    expect(await (await post('/api/v1/links/read', { token })).json()).toMatchObject({ purpose: 'first_admin' });
    expect((await post('/api/v1/links/use', { token, ...admin })).status).toBe(200);
    expect((await post('/api/v1/links/use', { token, ...admin, email: 'eve@example.com' })).ok).toBe(false);
    const entered = await post('/api/auth/sign-in/email', { email: admin.email, password: admin.password });
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const me = await fetch(`${url}/api/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ name: 'Ada', role: 'admin' });
    await stop();
    expect(readFileSync(join(home, 'logs', 'service.log'), 'utf8')).not.toContain(token);

    const second = await start();
    expect(second).toContain('Throughline is running.');
    expect(second).not.toMatch(address);
    await stop();
    // Two starts of the whole, each some seconds on a busy machine.
  }, 90_000);
});
