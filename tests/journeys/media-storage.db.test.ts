// Where files are kept: on S3, within bounds, and through a kill between the bytes and the book.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Media, MessageItem } from '@throughline/contract';
import { parsePortfolioId } from '@throughline/identity';
import type { Person, SentFile } from '@throughline/simulator';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlobs } from '../../server/blobs/blobs.ts';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { compareStores } from '../../server/jobs/sweep-media.ts';
import { eraseMedia } from '../../server/media/files.ts';
import type { Api } from '../support/api.ts';
import type { FreshDatabase } from '../support/database.ts';
import { mp4, pdf, png, sha256 } from '../support/files.ts';
import { type S3, startS3 } from '../support/s3.ts';
import {
  apiOf,
  connectBusiness,
  durableDatabase,
  lagosBikes,
  secrets,
  startTestService,
  type TestService,
} from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const portfolioId = parsePortfolioId(lagosBikes.portfolioId) ?? never();
const quotaBytes = 2 * 1024 * 1024;

/** A customer, the thread they have, and what an agent sees of it. */
interface Scene {
  agent: Api;
  person: Person;
  thread: string;
}

async function sceneOf(town: Town, service: Pick<TestService, 'db' | 'url'>, phone: string): Promise<Scene> {
  const agent = await apiOf(service, 'supervisor', lagosBikes.portfolioId);
  const person = town.world.addPerson({ name: 'Ana Storage', phone, country: 'US' });
  person.write(sales, 'hello');
  const { id: thread } = await waitFor('a thread', async () => (await agent.conversations())[0]);
  return { agent, person, thread };
}

async function filesIn({ agent, thread }: Scene): Promise<{ message: MessageItem; media: Media }[]> {
  const items = await agent.timeline(thread);
  return items.flatMap((item) => (item.kind === 'message' && item.media ? [{ message: item, media: item.media }] : []));
}

async function received(scene: Scene, file: SentFile, wanted: (media: Media) => boolean) {
  const before = new Set((await filesIn(scene)).map(({ media }) => media.id));
  scene.person.sendMedia(sales, file);
  return await waitFor('the file is as it should be', async () =>
    (await filesIn(scene)).find(({ media }) => !before.has(media.id) && wanted(media)),
  );
}

const isReady = (media: Media) => media.state === 'ready';
const picture = (bytes: Buffer): SentFile => ({ type: 'image', bytes, mimeType: 'image/png' });

async function bytesOf(service: Pick<TestService, 'url'>, url: string | undefined, headers = {}): Promise<Buffer> {
  return Buffer.from(await (await fetch(`${service.url}${url}`, { headers })).arrayBuffer());
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('files kept in an S3-compatible store, with little room', () => {
  let s3: S3;
  let town: Town;
  let service: TestService;
  let scene: Scene;

  beforeAll(async () => {
    [s3, town] = await Promise.all([startS3(), startTown()]);
    service = await startTestService({ graphUrl: town.url, media: { s3: s3.access, quotaBytes } });
    town.pointAt({ url: service.webhookUrl });
    scene = await sceneOf(town, service, '+15550107001');
  });
  afterAll(async () => {
    await service?.end();
    await town?.close();
    await s3?.close();
  });

  it('are fetched, kept there unreadable, and served in whole and in part', async () => {
    const film = mp4(1_200_000);
    const { media } = await received(scene, { type: 'video', bytes: film, mimeType: 'video/mp4' }, isReady);
    expect(sha256(await bytesOf(service, media.url))).toBe(sha256(film));
    const part = await bytesOf(service, media.url, { range: 'bytes=700000-700099' });
    expect(part.equals(film.subarray(700_000, 700_100))).toBe(true);
    const there = filesUnder(s3.folder).map((path) => readFileSync(path));
    expect(there.some((bytes) => bytes.length > film.length)).toBe(true);
    expect(there.some((bytes) => bytes.includes(film.subarray(0, 40)))).toBe(false);
  });

  it('are uploaded, sent, and reach the customer', async () => {
    const invoice = pdf();
    const answer = await fetch(`${service.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: scene.agent.authorization, 'x-filename': 'invoice.pdf' },
      body: new Uint8Array(invoice),
    });
    const { id } = (await answer.json()) as { id: string };
    const path = `/api/v1/conversations/${scene.thread}/messages`;
    const content = { type: 'document', document: { media: id } };
    const { body: message } = await scene.agent.call<MessageItem>('POST', path, content);
    await waitFor(
      'it is delivered',
      async () => (await scene.agent.message(scene.thread, message.id)).status === 'delivered',
    );
    const sent = town.outbox.find(({ body }) => body.biz_opaque_callback_data === message.id)?.body;
    const { id: atMeta = '' } = (sent?.document ?? {}) as { id?: string };
    expect(town.world.media.find(atMeta)?.sha256).toBe(sha256(invoice));
  });

  it('wait where there is no more room, say so everywhere, and come when there is some', async () => {
    const large = Buffer.concat([png(), Buffer.alloc(1024 * 1024)]);
    const { media } = await received(scene, picture(large), ({ reason }) =>
      /space for files is used up/.test(reason ?? ''),
    );
    expect(media.state).toBe('waiting');
    const figures = await (await fetch(`${service.url}/metrics`)).text();
    expect(figures).toMatch(/^throughline_media_held_back 1$/m);
    expect(figures).toMatch(new RegExp(`^throughline_media_quota_bytes ${quotaBytes}$`, 'm'));
    const used = Number(/^throughline_media_bytes (\d+)$/m.exec(figures)?.[1]);
    expect(used).toBeLessThanOrEqual(quotaBytes);
    const upload = await fetch(`${service.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: scene.agent.authorization },
      body: new Uint8Array(large),
    });
    expect(upload.status).toBe(507);
    expect(await upload.json()).toMatchObject({ code: 'storage_full' });

    // Room is made: the film is erased, its bytes leave the store, and its link opens nothing.
    const film = (await filesIn(scene)).find((one) => one.media.type === 'video');
    const { url } = film?.media ?? {};
    await inTransaction(service.db, (tx) => eraseMedia(tx, portfolioId, [film?.message.id ?? '']));
    expect((await fetch(`${service.url}${url}`)).status).toBe(404);
    await waitFor('its bytes are gone', () =>
      filesUnder(s3.folder).every((path) => readFileSync(path).length < 1_200_000),
    );
    const shown = (await filesIn(scene)).find((one) => one.media.id === film?.media.id)?.media;
    expect(shown).toMatchObject({ state: 'erased', reason: 'It was erased.' });
    expect(shown?.url).toBeUndefined();

    await scene.agent.call('POST', `/api/v1/media/${media.id}/retry`);
    await waitFor(
      'it is here',
      async () => (await scene.agent.get<Media>(`/api/v1/media/${media.id}`)).state === 'ready',
    );
  });

  it('are tried again when the store is away, and served again when it is back', async () => {
    const { media: before } = await received(scene, picture(png()), isReady);
    await s3.stop();
    const { media } = await received(scene, picture(png()), ({ reason }) => /could not be stored/.test(reason ?? ''));
    const away = await fetch(`${service.url}${before.url}`);
    expect(away.status).toBe(503);
    await s3.start();
    expect((await fetch(`${service.url}${before.url}`)).status).toBe(200);
    await waitFor(
      'it is here',
      async () => (await scene.agent.get<Media>(`/api/v1/media/${media.id}`)).state === 'ready',
      25_000,
    );
  });
});

describe('a service killed after the bytes were written and before the book was', () => {
  let town: Town;
  let database: FreshDatabase;
  let db: Database;
  let service: ServiceProcess;

  beforeAll(async () => {
    town = await startTown();
    database = await durableDatabase();
    db = connect(database.url, { connections: 3 });
    await connectBusiness(db, lagosBikes);
    service = await serviceProcess(database.url, town.url);
    town.pointAt({ url: service.webhookUrl });
    await service.start();
  });
  afterAll(async () => {
    await service?.end();
    await db?.close();
    await database?.drop();
    await town?.close();
  });

  it('fetches the file again, shows it once, and clears away what nobody knows of', { timeout: 60_000 }, async () => {
    const scene = await sceneOf(town, { db, url: service.url }, '+15550107002');
    const folder = join(service.home, 'media', 'blobs');
    await stopKeeping();
    const photo = png();
    scene.person.sendMedia(sales, picture(photo));
    await waitFor('the bytes are there', () => filesUnder(folder).length === 1);
    await waitFor('the book is being written', async () => (await keepingUnderWay()) > 0);
    await service.kill();
    await letKeepingGo();
    await service.start();

    const agent = await apiOf({ db, url: service.url }, 'supervisor', lagosBikes.portfolioId);
    const after = { ...scene, agent };
    const [{ media } = never()] = await filesIn(after);
    expect(media.state).toBe('waiting');
    // It would come up again by itself five minutes later: somebody is quicker.
    await agent.call('POST', `/api/v1/media/${media.id}/retry`);
    const shown = await waitFor('it is here', async () => (await filesIn(after)).find((one) => isReady(one.media)));
    expect(sha256(await bytesOf(service, shown.media.url))).toBe(sha256(photo));
    expect(filesUnder(folder).length).toBe(2);

    const log = pino({ level: 'silent' });
    const blobs = await openBlobs(service.home, { quotaBytes, retentionDays: undefined, s3: undefined });
    const tomorrow = { ...toolsWith(secrets.own), clock: () => Date.now() + 25 * 60 * 60 * 1000 };
    expect(await compareStores({ db, blobs, tools: tomorrow, log })).toEqual({ removed: 1, missing: 0 });
    expect(filesUnder(folder).length).toBe(1);
    expect(sha256(await bytesOf(service, shown.media.url))).toBe(sha256(photo));
  });

  /** From now on whoever writes a blob's row sleeps in the middle of it. */
  async function stopKeeping(): Promise<void> {
    await db.sql.unsafe(`
      create function sleep_long() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
      create trigger stop_keeping before insert on blobs for each row execute function sleep_long()`);
  }

  async function keepingUnderWay(): Promise<number> {
    const [row] = await db.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    return row?.count ?? 0;
  }

  async function letKeepingGo(): Promise<void> {
    await db.sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    await waitFor('they have ended', async () => (await keepingUnderWay()) === 0);
    await db.sql.unsafe('drop trigger stop_keeping on blobs; drop function sleep_long');
  }
});

function never(): never {
  throw new Error('This cannot be.');
}
