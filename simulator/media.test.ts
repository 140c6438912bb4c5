import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import type { Person } from './person.ts';
import { type Catcher, catchWebhooks, graph, sales, service, startTestWorld } from './webhook-catcher.ts';

const DAY_MS = 86_400_000;
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const auth = { authorization: 'Bearer token' };

let catcher: Catcher;
let meta: Simulator;
let ana: Person;

beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(async () => {
  catcher.clear();
  meta = await startTestWorld(catcher);
  ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
  ana.write(sales, 'hi');
  await meta.settled();
  catcher.clear();
});
afterEach(() => meta.close());

const statuses = () => catcher.values('messages').flatMap((value) => value.statuses ?? []);
const codeOf = (json: Record<string, unknown>) => (json.error as { code: number } | undefined)?.code;

async function upload(bytes: Uint8Array, type: string, product = 'whatsapp') {
  const form = new FormData();
  form.set('messaging_product', product);
  form.set('type', type);
  form.set('file', new File([new Uint8Array(bytes)], 'bike.png', { type }));
  const answer = await fetch(`${meta.url}/v26.0/${sales}/media`, { method: 'POST', headers: auth, body: form });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

async function factsOf(id: string, query = '', method = 'GET') {
  const answer = await fetch(`${meta.url}/v26.0/${id}${query}`, { method, headers: auth });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

describe('a file a person sends', () => {
  it('arrives with its id, type and hash, and can be fetched with the token for five minutes', async () => {
    ana.sendMedia(sales, { type: 'image', bytes: png, mimeType: 'image/png', caption: 'this one' });
    await meta.settled();
    const message = catcher.values('messages')[0]?.messages?.[0];
    const image = message?.image as Record<string, string>;
    expect(message).toMatchObject({ type: 'image', image: { caption: 'this one', mime_type: 'image/png' } });
    const { json } = await factsOf(image.id ?? '', `?phone_number_id=${sales}`);
    expect(json).toMatchObject({ mime_type: 'image/png', file_size: png.length, id: image.id });
    expect(Buffer.from(image.sha256 ?? '', 'base64').toString('hex')).toBe(json.sha256);

    const url = String(json.url);
    expect((await fetch(url)).status).toBe(401);
    const got = await fetch(url, { headers: auth });
    expect([got.headers.get('content-type'), Buffer.from(await got.arrayBuffer())]).toEqual(['image/png', png]);
    expect((await fetch(image.url ?? '', { headers: auth })).status).toBe(200);
    expect((await fetch(url.replace('ext=', 'ext=9'), { headers: auth })).status).toBe(404);
    meta.advance(5 * 60_000);
    expect((await fetch(url, { headers: auth })).status).toBe(404);
  });

  it('is gone after seven days, and shown to no other number that asks by name', async () => {
    ana.sendMedia(sales, { type: 'audio', bytes: png, mimeType: 'audio/ogg; codecs=opus', voice: true });
    await meta.settled();
    const audio = catcher.values('messages')[0]?.messages?.[0]?.audio as { id: string; voice: boolean };
    expect(audio.voice).toBe(true);
    expect(await factsOf(audio.id, `?phone_number_id=${service}`)).toMatchObject({
      status: 400,
      json: { error: { code: 100, error_subcode: 33 } },
    });
    meta.advance(7 * DAY_MS);
    expect((await factsOf(audio.id)).status).toBe(400);
  });

  it('over the largest size arrives as an error without an id', async () => {
    meta.knobs.largestFromPeople = 5;
    ana.sendMedia(sales, { type: 'document', bytes: png, mimeType: 'application/pdf', filename: 'plan.pdf' });
    await meta.settled();
    const message = catcher.values('messages')[0]?.messages?.[0];
    expect(message).toMatchObject({ type: 'unsupported', errors: [{ code: 131052 }] });
    expect(message).not.toHaveProperty('document');
  });

  it('can come from another process, in base64', async () => {
    const file = { number: sales, type: 'document', mimeType: 'application/pdf', filename: 'plan.pdf' };
    const answer = await fetch(`${meta.url}/_control/people/${ana.id}/send-media`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...file, base64: Buffer.from('%PDF-1.4').toString('base64') }),
    });
    expect(answer.status).toBe(200);
    await meta.settled();
    expect(catcher.values('messages')[0]?.messages?.[0]?.document).toMatchObject({ filename: 'plan.pdf' });
  });
});

describe('a file the business uploads', () => {
  it('goes out by its id, is shown to the person, and expires after 30 days', async () => {
    const { json } = await upload(png, 'image/png');
    const id = String(json.id);
    const image = { messaging_product: 'whatsapp', to: '+15550002222', type: 'image', image: { id } };
    expect((await graph(meta, `/${sales}/messages`, image)).status).toBe(200);
    await meta.settled();
    expect(statuses().map((one) => one.status)).toEqual(['sent', 'delivered']);
    const shown = await fetch(`${meta.url}/_control/media/${id}`);
    expect([shown.status, shown.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    meta.advance(30 * DAY_MS);
    ana.write(sales, 'still there?');
    expect(codeOf((await graph(meta, `/${sales}/messages`, image)).json)).toBe(100);
  });

  it.each([
    ['of a type WhatsApp does not carry', png, 'text/html', 100],
    ['that is too large for its kind', Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 131053],
    ['a still sticker over 100 KB', Buffer.alloc(101 * 1024), 'image/webp', 131053],
  ])('is refused: one %s', async (_name, bytes, type, code) => {
    const { status, json } = await upload(bytes, type);
    expect([status, codeOf(json)]).toEqual([400, code]);
  });

  it('is deleted once, and then cannot be sent: refused, or failed later where the knob says so', async () => {
    const id = String((await upload(png, 'image/png')).json.id);
    expect(await factsOf(id, '', 'DELETE')).toEqual({ status: 200, json: { success: true } });
    expect((await factsOf(id, '', 'DELETE')).status).toBe(400);
    const image = { messaging_product: 'whatsapp', to: '+15550002222', type: 'image', image: { id } };
    expect(codeOf((await graph(meta, `/${sales}/messages`, image)).json)).toBe(100);
    meta.knobs.missingMedia = 'status';
    expect((await graph(meta, `/${sales}/messages`, image)).status).toBe(200);
    await meta.settled();
    expect(statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
  });

  it('fails later where the message calls it something it is not; a link is taken on trust', async () => {
    const id = String((await upload(png, 'image/webp')).json.id);
    const to = { messaging_product: 'whatsapp', to: '+15550002222', type: 'image' };
    expect((await graph(meta, `/${sales}/messages`, { ...to, image: { id } })).status).toBe(200);
    await meta.settled();
    expect(statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
    const link = { ...to, image: { link: 'https://example.com/bike.png' } };
    expect((await graph(meta, `/${sales}/messages`, link)).status).toBe(200);
  });
});

describe('trouble with files', () => {
  it('meets uploads, addresses and downloads by themselves, and leaves sends alone', async () => {
    meta.inject({ how: 'answer', code: 131016, on: 'upload' });
    expect((await upload(png, 'image/png')).status).toBe(500);
    const id = String((await upload(png, 'image/png')).json.id);
    meta.inject({ how: 'html', http: 503, on: 'media', times: 1 });
    const answer = await fetch(`${meta.url}/v26.0/${id}`, { headers: auth });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    const url = String((await factsOf(id)).json.url);
    meta.inject({ how: 'lost-answer', on: 'download' });
    const cut = await fetch(url, { headers: auth });
    await expect(cut.arrayBuffer()).rejects.toThrow();
    expect((await fetch(url, { headers: auth })).status).toBe(200);
  });
});

describe('files and the state file', () => {
  it('are there after the next start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const stateFile = join(folder, 'world.json');
    const first = await startTestWorld(catcher, { stateFile });
    const record = first.world.media.put({ phoneNumberId: sales, from: 'person', mimeType: 'image/png', bytes: png });
    first.world.touched(true);
    await first.close();
    const second = await startTestWorld(catcher, { stateFile });
    expect(second.world.media.bytesOf(record.id)).toEqual(png);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
