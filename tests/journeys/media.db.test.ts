// Files, through HTTP only, with the simulator as the customer's phone and as Meta.

import type { Media, MessageItem, Problem, UploadedMedia } from '@throughline/contract';
import type { Person, SentFile } from '@throughline/simulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { mp4, page, pdf, png, sha256, voiceNote } from '../support/files.ts';
import { apiOf, type Business, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const otherBusiness: Business = {
  portfolioId: '900000000000077',
  wabaId: '100000000000077',
  numbers: [{ phoneNumberId: '200000000000077', displayPhone: '+15550007777', name: 'Elsewhere' }],
};

let town: Town;
let service: TestService;
let agent: Api;
let ana: Person;
let thread: string;

beforeAll(async () => {
  town = await startTown();
  service = await startTestService({ graphUrl: town.url, businesses: [lagosBikes, otherBusiness] });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'supervisor', lagosBikes.portfolioId);
  ana = town.world.addPerson({ name: 'Ana Files', phone: '+15550106001', country: 'US' });
  ana.write(sales, 'hello');
  thread = (await waitFor('a thread', async () => (await agent.conversations())[0])).id;
});

afterEach(() => town.calm());

afterAll(async () => {
  await service?.end();
  await town?.close();
});

describe('a file a customer sends', () => {
  const recording = voiceNote();
  const invoice = pdf();
  const photo = png(31, 17);

  it.each<[string, SentFile, Partial<Media>, string, string]>([
    [
      'photo',
      { type: 'image', bytes: photo, mimeType: 'image/png', caption: 'the receipt' },
      { type: 'image', mimeType: 'image/png', caption: 'the receipt', width: 31, height: 17 },
      'image/png',
      'inline',
    ],
    [
      'voice note',
      { type: 'audio', bytes: recording, mimeType: 'audio/ogg; codecs=opus', voice: true },
      { type: 'audio', mimeType: 'audio/ogg', voice: true },
      'audio/ogg',
      'inline',
    ],
    [
      'document',
      { type: 'document', bytes: invoice, mimeType: 'application/pdf', filename: 'Rechnung März.pdf' },
      { type: 'document', mimeType: 'application/pdf', filename: 'Rechnung März.pdf' },
      'application/pdf',
      `attachment; filename="Rechnung M_rz.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf`,
    ],
  ])('is fetched, and served to the byte: a %s', async (_name, file, shown, contentType, disposition) => {
    const media = await received(file, 'ready');
    expect(media).toMatchObject({ ...shown, sizeBytes: file.bytes.length });
    const served = await follow(media);
    expect(served.status).toBe(200);
    expect(sha256(served.bytes)).toBe(sha256(file.bytes));
    expect(served.headers).toMatchObject({
      'content-type': contentType,
      'content-disposition': disposition,
      'content-length': String(file.bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
    });
    expect(served.headers['cache-control']).toMatch(/^private, max-age=\d+/);
  });

  it('is kept once, however often and from wherever it comes, and unreadable where it lies', async () => {
    const bytes = png(40, 40);
    const first = await received({ type: 'image', bytes, mimeType: 'image/png' }, 'ready');
    const before = (await metrics()).throughline_media_bytes;
    const second = await received({ type: 'image', bytes, mimeType: 'image/png' }, 'ready');
    expect(second.id).not.toBe(first.id);
    expect((await metrics()).throughline_media_bytes).toBe(before);
    expect(sha256((await follow(second)).bytes)).toBe(sha256(bytes));
  });

  it('that is a page calling itself a photo is handed out as bytes to be saved, never shown', async () => {
    const media = await received({ type: 'image', bytes: page, mimeType: 'image/jpeg' }, 'ready');
    expect(media.mimeType).toBe('application/octet-stream');
    const served = await follow(media);
    expect(served.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  it('keeps a name that means to deceive from doing so', async () => {
    const file = { type: 'document', bytes: pdf(), mimeType: 'application/pdf' } as const;
    const media = await received({ ...file, filename: '../../etc/in\u202Evoice"\r\nx: y.pdf' }, 'ready');
    expect(media.filename).toBe('invoicex y.pdf');
    expect((await follow(media)).headers['content-disposition']).toBe('attachment; filename="invoicex y.pdf"');
  });

  it('that is too large is not kept, and says so', async () => {
    const file = { type: 'image', mimeType: 'image/png' } as const;
    const media = await received(
      { ...file, bytes: Buffer.concat([png(), Buffer.alloc(5 * 1024 * 1024)]) },
      'too_large',
    );
    expect(media.url).toBeUndefined();
    expect(media.reason).toMatch(/larger than the 5 MB/);
    const again = await agent.call<{ code: string }>('POST', `/api/v1/media/${media.id}/retry`);
    expect(again).toMatchObject({ status: 409, body: { code: 'media_not_retryable' } });
  });

  it('that WhatsApp has no more is expired, and comes after all when a person asks again in time', async () => {
    town.inject({ how: 'answer', code: 100, on: 'media' });
    const media = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'expired');
    expect(media.reason).toMatch(/Ask the customer to send it again/);
    const asked = await agent.call<Media>('POST', `/api/v1/media/${media.id}/retry`);
    expect(asked.status).toBe(202);
    await waitFor('it is here', async () => (await agent.get<Media>(`/api/v1/media/${media.id}`)).state === 'ready');
  });

  it('is tried again by itself while WhatsApp fails, and says why it waits', async () => {
    town.inject({ how: 'html', on: 'media', times: 1 });
    town.inject({ how: 'html', on: 'download', times: 1 });
    const waiting = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'waiting', ({ reason }) =>
      /tried again by itself/.test(reason ?? ''),
    );
    await waitFor(
      'it is here',
      async () => (await agent.get<Media>(`/api/v1/media/${waiting.id}`)).state === 'ready',
      25_000,
    );
  });

  it('is fetched though the connection breaks in the middle of it', async () => {
    town.inject({ how: 'lost-answer', on: 'download', times: 1 });
    const media = await received({ type: 'video', bytes: mp4(3_000_000), mimeType: 'video/mp4' }, 'waiting', (one) =>
      /could not be reached/.test(one.reason ?? ''),
    );
    await agent.call('POST', `/api/v1/media/${media.id}/retry`);
    await waitFor('it is here', async () => (await agent.get<Media>(`/api/v1/media/${media.id}`)).state === 'ready');
  });
});

describe('a link to a file', () => {
  it('gives any part of it, as a player asks for when somebody jumps ahead', async () => {
    const film = mp4(1_000_003);
    const { url = '' } = await received({ type: 'video', bytes: film, mimeType: 'video/mp4' }, 'ready');
    for (const [range, start, end] of [
      ['bytes=0-0', 0, 0],
      ['bytes=65535-65536', 65_535, 65_536],
      ['bytes=500000-', 500_000, 1_000_002],
      ['bytes=-10', 999_993, 1_000_002],
      ['bytes=999999-5000000', 999_999, 1_000_002],
    ] as const) {
      const part = await get(url, { range });
      expect(part.status, range).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes ${start}-${end}/1000003`);
      expect(part.bytes.equals(film.subarray(start, end + 1)), range).toBe(true);
    }
    const beyond = await get(url, { range: 'bytes=1000003-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000003']);
    const head = await fetch(`${service.url}${url}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '1000003']);
  });

  it('is the same for whoever asks within minutes, and needs no session', async () => {
    const media = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'ready');
    const links = [media.url, (await agent.get<Media>(`/api/v1/media/${media.id}`)).url];
    const apart = links.map((link) => link?.split('.').at(-2));
    expect(Math.abs(Number.parseInt(apart[0] ?? '', 36) - Number.parseInt(apart[1] ?? '', 36))).toBeLessThanOrEqual(
      300,
    );
    expect(media.url).toMatch(/^\/media\/[\w.-]+$/);
  });

  it('opens nothing where a letter of it was changed', async () => {
    const { url = '' } = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'ready');
    const other = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'ready');
    const id = url.split('.')[1] ?? '';
    const otherId = other.url?.split('.')[1] ?? '';
    expect((await get(url.replace(id, otherId))).status).toBe(404);
    const expiry = url.split('.').at(-2) ?? '';
    const later = (Number.parseInt(expiry, 36) + 86_400).toString(36);
    expect((await get(url.replace(expiry, later))).status).toBe(404);
    expect((await get(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    expect((await get('/media/anything')).status).toBe(404);
  });

  it('is not to be had with the key of another portfolio', async () => {
    const media = await received({ type: 'image', bytes: png(), mimeType: 'image/png' }, 'ready');
    const stranger = await apiOf(service, 'admin', otherBusiness.portfolioId);
    for (const [method, path] of [
      ['GET', `/api/v1/media/${media.id}`],
      ['POST', `/api/v1/media/${media.id}/retry`],
      ['GET', `/api/v1/conversations/${thread}/messages`],
    ] as const)
      expect((await stranger.call(method, path)).status, path).toBe(404);
  });
});

describe('a file we send', () => {
  it('is uploaded, handed to WhatsApp, and reaches the customer to the byte', async () => {
    const photo = png(20, 10);
    const file = await uploaded(photo, {
      'content-type': 'image/png',
      'x-filename': encodeURIComponent('Fahrrad ü.png'),
    });
    expect(file).toMatchObject({
      type: 'image',
      mimeType: 'image/png',
      sizeBytes: photo.length,
      filename: 'Fahrrad ü.png',
    });
    const message = await replied({ type: 'image', image: { media: file.id, caption: 'your bike' } });
    expect(message.media).toMatchObject({ id: file.id, state: 'ready', caption: 'your bike' });
    await delivered(message.id);
    const record = atMeta(message.id);
    expect(record).toMatchObject({ sha256: sha256(photo), mimeType: 'image/png', from: 'business' });
    const shown = (await items()).find((one) => one.id === message.id)?.media;
    expect(sha256((await follow(shown ?? never())).bytes)).toBe(sha256(photo));
  });

  it('is handed to WhatsApp once, however many messages show it', async () => {
    const file = await uploaded(pdf(), { 'x-filename': 'prices.pdf' });
    const sent = [];
    for (let i = 0; i < 3; i += 1) {
      const message = await replied({ type: 'document', document: { media: file.id } });
      await delivered(message.id);
      sent.push(atMeta(message.id)?.id);
    }
    expect(new Set(sent).size).toBe(1);
  });

  it('does not let what was written after it go out before it', async () => {
    town.inject({ how: 'html', on: 'upload', times: 1 });
    const file = await uploaded(png());
    const picture = await replied({ type: 'image', image: { media: file.id } });
    const words = await replied({ type: 'text', text: { body: 'that was it' } });
    await delivered(words.id, 25_000);
    const order = town.outbox.map(({ body }) => body.biz_opaque_callback_data);
    expect(order.indexOf(picture.id)).toBeGreaterThanOrEqual(0);
    expect(order.indexOf(picture.id)).toBeLessThan(order.indexOf(words.id));
  });

  it('that WhatsApp refuses ends its messages with the reason, and lets the next one go', async () => {
    town.inject({ how: 'answer', code: 131053, on: 'upload' });
    const file = await uploaded(png());
    const message = await replied({ type: 'image', image: { media: file.id } });
    const words = await replied({ type: 'text', text: { body: 'after it' } });
    const failed = await waitFor('it failed', async () => {
      const one = await agent.message(thread, message.id);
      return one.status === 'failed' ? one : undefined;
    });
    expect(failed.failure).toMatchObject({ code: 131053, text: expect.stringMatching(/\w{3}/) });
    await delivered(words.id);
    const again = await replied({ type: 'image', image: { media: file.id } });
    await delivered(again.id);
  });

  it.each([
    ['a page', page, 422, 'media_not_sendable'],
    ['bytes that are nothing', Buffer.from([0, 1, 2, 3]), 422, 'media_not_sendable'],
    ['a picture above 5 MB', Buffer.concat([png(), Buffer.alloc(5 * 1024 * 1024)]), 413, 'media_too_large'],
    ['nothing', Buffer.alloc(0), 400, 'invalid_request'],
  ])('is refused at once where WhatsApp would refuse it: %s', async (_name, bytes, status, code) => {
    const before = (await metrics()).throughline_media_bytes;
    const answer = await upload(agent, bytes, { 'content-type': 'image/png' });
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\w{3}/) } });
    expect((await metrics()).throughline_media_bytes).toBe(before);
  });

  it('is cut off when it is longer than anything WhatsApp takes, before all of it was read', async () => {
    let read = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        read += 1024 * 1024;
        controller.enqueue(Buffer.alloc(1024 * 1024, 'x'));
      },
    });
    const answer = await upload(agent, endless).catch((error: Error) => error);
    // The answer may be lost with the connection, as it is while a sender still writes; that it ends is what counts.
    if (!(answer instanceof Error)) expect(answer).toMatchObject({ status: 413, body: { code: 'media_too_large' } });
    expect(read).toBeLessThan(140 * 1024 * 1024);
  });

  it('is taken once under one Idempotency-Key', async () => {
    const photo = png();
    const headers = { 'idempotency-key': 'media-journey-key' };
    const [first, second] = [await uploaded(photo, headers), await uploaded(photo, headers)];
    expect(second).toEqual(first);
    const other = await upload(agent, png(), headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('goes out as what it is, from the portfolio it is of', async () => {
    const file = await uploaded(png());
    const asVideo = await reply({ type: 'video', video: { media: file.id } });
    expect(asVideo).toMatchObject({ status: 422, body: { code: 'media_wrong_type' } });
    const elsewhere = await apiOf(service, 'admin', otherBusiness.portfolioId);
    const theirs = (await upload(elsewhere, png())).body.id;
    expect(await reply({ type: 'image', image: { media: theirs } })).toMatchObject({
      status: 422,
      body: { code: 'media_unknown' },
    });
    const everywhere = await apiOf(service, 'admin');
    expect(await upload(everywhere, png())).toMatchObject({ status: 422, body: { code: 'portfolio_unclear' } });
    expect((await upload(everywhere, png(), {}, `?conversation=${thread}`)).status).toBe(201);
    expect((await upload(everywhere, png(), {}, `?from=${sales}`)).status).toBe(201);
  });

  it('is not taken from who may not send', async () => {
    const auditor = await apiOf(service, 'auditor', lagosBikes.portfolioId);
    expect((await upload(auditor, png())).status).toBe(403);
    expect((await upload(undefined, png())).status).toBe(401);
  });
});

describe('what is said about files', () => {
  it('holds no id of Meta', () => {
    const ids = [...town.canaries(), ...Object.keys(mediaIds())];
    expect(Object.keys(mediaIds()).length).toBeGreaterThan(10);
    expect(sightings(new Set(ids), agent.heard)).toEqual([]);
  });
});

async function upload(
  as: Api | undefined,
  body: Buffer | ReadableStream,
  headers: Record<string, string> = {},
  query = '',
): Promise<{ status: number; body: UploadedMedia & Problem }> {
  const answer = await fetch(`${service.url}/api/v1/media${query}`, {
    method: 'POST',
    headers: { ...(as && { authorization: as.authorization }), ...headers },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    ...(Buffer.isBuffer(body) ? {} : { duplex: 'half' as const }),
  });
  return { status: answer.status, body: (await answer.json()) as UploadedMedia & Problem };
}

async function uploaded(bytes: Buffer, headers: Record<string, string> = {}): Promise<UploadedMedia> {
  const answer = await upload(agent, bytes, headers);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer));
  return answer.body;
}

function reply(content: unknown): Promise<{ status: number; body: MessageItem & Problem }> {
  return agent.call('POST', `/api/v1/conversations/${thread}/messages`, content);
}

async function replied(content: unknown): Promise<MessageItem> {
  const answer = await reply(content);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer));
  return answer.body;
}

async function delivered(id: string, withinMs?: number): Promise<void> {
  await waitFor('it is delivered', async () => (await agent.message(thread, id)).status === 'delivered', withinMs);
}

/** The file a message of ours went out with, as Meta has it. */
function atMeta(messageId: string) {
  const body = town.outbox.find((one) => one.body.biz_opaque_callback_data === messageId)?.body ?? {};
  const { id } = body[String(body.type)] as { id?: string };
  return town.world.media.find(id ?? '');
}

function never(): never {
  throw new Error('This cannot be.');
}

/** Every file Meta has, as it calls it. */
function mediaIds(): Record<string, unknown> {
  const found = town.deliveries.flatMap(({ body }) => [...body.matchAll(/"sha256":"[^"]+","id":"(\d+)"/g)]);
  return Object.fromEntries(found.map(([, id]) => [id, true]));
}

/** Sends the file and answers its media once it is in this state. */
async function received(
  file: SentFile,
  state: Media['state'],
  wanted: (media: Media) => boolean = () => true,
): Promise<Media> {
  const before = new Set((await items()).map((item) => item.id));
  ana.sendMedia(sales, file);
  return await waitFor(`the file is ${state}`, async () => {
    const media = (await items()).find((one) => !before.has(one.id) && one.media)?.media;
    return media?.state === state && wanted(media) ? media : undefined;
  });
}

async function items(): Promise<MessageItem[]> {
  return (await agent.timeline(thread)).flatMap((item) => (item.kind === 'message' ? [item] : []));
}

function follow(media: Media) {
  if (!media.url) throw new Error('This file has no link.');
  return get(media.url);
}

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${service.url}${url}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, bytes, headers: Object.fromEntries(answer.headers) as Record<string, string> };
}

async function metrics(): Promise<Record<string, number>> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(/^(throughline_\w+) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );
}
