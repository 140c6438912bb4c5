// A database that cuts every connection again and again, as one does that is restarted: the service stays up, and what it
// answered 200 is there, once. So does a program of ours with transactions under way.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import type { FreshDatabase } from '../support/database.ts';
import { connectBusiness, durableDatabase, inboxEmpty, lagosBikes } from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { waitFor } from '../support/waiting.ts';
import { postWebhook, webhookOf } from '../support/webhooks.ts';

const forMs = 5_000;
const sendersAtOnce = 8;
const writersAtOnce = 3;
/** Now close together, so that connections die while they are made, now far enough apart for a batch to be applied. */
const pausesMs = [5, 40, 150, 10, 300, 80];

let database: FreshDatabase;
let db: Database;
/** On another database of the same server, so that it is not cut itself. */
let outside: Database;
let service: ServiceProcess;
const escaped: Error[] = [];
const noteEscaped = (error: Error) => void escaped.push(error);

beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', noteEscaped);
  database = await durableDatabase();
  db = connect(database.url, { connections: 4 });
  outside = connect(inject('testServerUrl'), { connections: 1 });
  await connectBusiness(db, lagosBikes);
  await db.sql`create table journal (writer int, round int, half text, primary key (writer, round, half))`;
  service = await serviceProcess(database.url, 'http://127.0.0.1:9');
  await service.start();
});
afterAll(async () => {
  await service?.end();
  await db?.close();
  await outside?.close();
  await database?.drop();
  process.off('uncaughtExceptionMonitor', noteEscaped);
});

it('keeps what it answered 200, once, and stays up', { timeout: 90_000 }, async () => {
  const until = Date.now() + forMs;
  const [cuts, sent, written] = await Promise.all([cutUntil(until), sendUntil(until), writeUntil(until)]);
  expect(cuts).toBeGreaterThan(20);
  expect(service.isRunning()).toBe(true);
  expect(escaped).toEqual([]);

  // Every webhook was answered, one way or the other; some of each.
  expect([...new Set(sent.values())].sort()).toEqual([200, 503]);
  await waitFor('it is ready', async () => (await fetch(`${service.url}/readyz`)).ok, 20_000);
  await inboxEmpty(db, 30_000);
  const acknowledged = [...sent].filter(([, status]) => status === 200).map(([body]) => body);
  const there = await bodies();
  expect(acknowledged.filter((body) => there.get(body) !== 1)).toEqual([]);

  // Meta sends again what was answered 503, also where its commit had gone through before the cut.
  for (const [body, status] of sent) if (status === 503) expect(await post(body)).toBe(200);
  await inboxEmpty(db, 30_000);
  expect([...(await bodies())].filter(([, count]) => count !== 1)).toEqual([]);
  expect((await bodies()).size).toBe(sent.size);
  expect((await db.sql`select from parked`).count).toBe(0);

  // Both halves of a transaction are there or none, and both where it was said to be committed.
  const halves = await db.sql<{ writer: number; round: number; count: number }[]>`
    select writer, round, count(*) as count from journal group by writer, round`;
  expect(halves.filter(({ count }) => count !== 2)).toEqual([]);
  const kept = new Set(halves.map(({ writer, round }) => `${writer}/${round}`));
  expect(written.committed.filter((name) => !kept.has(name))).toEqual([]);
  expect(written.committed.length).toBeGreaterThan(20);
  expect(written.codes.length).toBeGreaterThan(0);
  expect(written.codes.filter((code) => !/^(57P|CONNECTION_LOST|ECONN|EPIPE)/.test(code))).toEqual([]);
  expect(service.isRunning()).toBe(true);
  expect(escaped).toEqual([]);
});

async function cutUntil(until: number): Promise<number> {
  const name = new URL(database.url).pathname.slice(1);
  let cuts = 0;
  for (; Date.now() < until; cuts += 1) {
    await outside.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await sleep(pausesMs[cuts % pausesMs.length]);
  }
  return cuts;
}

/** Answers the status of each. */
async function sendUntil(until: number): Promise<Map<string, number | null>> {
  const sent = new Map<string, number | null>();
  const sender = async () => {
    while (Date.now() < until) {
      const body = `cut/${sent.size}`;
      sent.set(body, null);
      sent.set(body, await post(body));
    }
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, sender));
  return sent;
}

function post(body: string): Promise<number | null> {
  const index = Number(body.split('/')[1]);
  const phone = String(15_550_300_000 + (index % 100));
  return postWebhook(service.webhookUrl, JSON.stringify(webhookOf([{ wamid: `wamid.CUT${index}`, phone, body }])));
}

async function bodies(): Promise<Map<string, number>> {
  const rows = await db.sql<{ body: string; count: number }[]>`
    select body, count(*) as count from messages where body like 'cut/%' group by body`;
  return new Map(rows.map(({ body, count }) => [body, count]));
}

async function writeUntil(until: number): Promise<{ committed: string[]; codes: string[] }> {
  const committed: string[] = [];
  const codes: string[] = [];
  const writer = async (_: unknown, id: number) => {
    for (let round = 0; Date.now() < until; round += 1) {
      try {
        await inTransaction(db, async (tx) => {
          const write = (half: string) =>
            tx.sql`insert into journal (writer, round, half) values (${id}, ${round}, ${half})`;
          await Promise.all([write('one'), tx.sql`select pg_sleep(0.002)`, write('other')]);
        });
        committed.push(`${id}/${round}`);
      } catch (error) {
        codes.push(String((error as { code?: unknown }).code));
      }
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, writer));
  return { committed, codes };
}
