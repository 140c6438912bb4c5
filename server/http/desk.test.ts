import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskDoor } from './desk.ts';
import { answerProblems } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-desk-door-'));
const files = { 'index.html': '<!doctype html><title>The desk</title>', 'assets/desk-1a2b.js': 'console.log("desk")' };
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
  }
  app = Fastify();
  answerProblems(app, async () => false);
  await deskDoor(app, { folder });
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const script = '/assets/desk-1a2b.js';
const get = (url: string, encodings: string) =>
  app.inject({ url, headers: { accept: 'text/html', 'accept-encoding': encodings } });

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('serves a file compressed to a browser that takes %s', async (accepted, encoding, decompress) => {
  const answer = await get(script, accepted);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-type']).toMatch(/javascript/);
  expect(answer.headers.vary).toMatch(/accept-encoding/i);
  expect(decompress(answer.rawPayload).toString()).toBe(files['assets/desk-1a2b.js']);
});

it('serves it as it is to whoever takes nothing else', async () => {
  const answer = await get(script, 'identity');
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body).toBe(files['assets/desk-1a2b.js']);
});

it('lets a browser keep a file for good, and has it ask for the page each time', async () => {
  expect((await get(script, 'br')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/', 'br')).headers['cache-control']).toBe('no-cache');
});

it('answers every place inside the desk with the page, compressed too', async () => {
  const answer = await get('/inbox/anything', 'br');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch(/text\/html/);
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(files['index.html']);
});
