// Events to a consumer that refuses a fifth, answers slowly and is restarted, by the whole service, which is killed in the middle. The consumer
// counts. `npm run downstream` does it with 100,000 events; here it is a small form of the same.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { append } from '../../server/events/store.ts';
import { newSecret } from '../../server/subscriptions/secrets.ts';
import { addSubscription } from '../../server/subscriptions/store.ts';
import { openWorld, type World } from '../../server/testing/world.ts';
import type { FreshDatabase } from '../support/database.ts';
import { durableDatabase } from '../support/service.ts';
import { waitFor } from '../support/waiting.ts';
import { Consumer } from './consumer.ts';

const number = (name: string, otherwise: number) => Number(process.env[`THROUGHLINE_DOWNSTREAM_${name}`] ?? otherwise);
const isLong = process.env.THROUGHLINE_DOWNSTREAM_EVENTS !== undefined;
const events = number('EVENTS', 1_500);
const kills = number('KILLS', 1);
const contacts = number('CONTACTS', isLong ? 5_000 : 300);
const batch = 500;
const patienceMs = isLong ? 1_800_000 : 120_000;

let fresh: FreshDatabase;
let db: Database;
let world: World;
let home = '';
let service: ChildProcess | undefined;
/** The same from one run to the next. */
let seed = 20_261_128;
const chance = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

beforeAll(async () => {
  fresh = await durableDatabase();
  db = connect(fresh.url, { connections: 4 });
  world = await openWorld(db);
  home = mkdtempSync(join(tmpdir(), 'throughline-downstream-'));
});
afterAll(async () => {
  await stop('SIGKILL');
  await db.close();
  await fresh.drop();
  rmSync(home, { recursive: true, force: true });
});

function start(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: fresh.url,
      THROUGHLINE_HOME: home,
      PORT: '0',
      META_ACCESS_TOKEN: 'none',
      META_APP_SECRET: 'none',
      META_VERIFY_TOKEN: 'none',
      META_GRAPH_URL: 'http://127.0.0.1:9',
      EVENTS_ALLOW_NETWORKS: '127.0.0.0/8',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    if (isLong) process.stderr.write(chunk);
  });
  return child;
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  const child = service;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}

/** Of each contact numbered from 0, in the order they are appended. */
async function happen(): Promise<void> {
  const ids = Array.from({ length: contacts }, () => randomUUID());
  const next = new Map<string, number>();
  for (let done = 0; done < events; done += batch) {
    const drafts = Array.from({ length: Math.min(batch, events - done) }, (_, i) => {
      const contactId = ids[(done + i) % contacts] ?? '';
      const n = next.get(contactId) ?? 0;
      next.set(contactId, n + 1);
      return { type: 'contact.changed' as const, at: Date.now(), contactId, data: { changed: [], n } };
    });
    await inTransaction(db, async (tx) => append(tx, world.portfolioId, drafts));
  }
}

it('delivers each at least once and in the order of its contact, and loses none', { timeout: 3_600_000 }, async () => {
  const consumer = new Consumer({ refuses: 0.2, again: isLong, slowMs: isLong ? 150 : 60, chance });
  const url = await consumer.start();
  const secret = newSecret();
  consumer.trust(secret);
  await inTransaction(db, (tx) =>
    addSubscription(tx, {
      portfolioId: world.portfolioId,
      id: randomUUID(),
      name: 'A consumer with troubles',
      url,
      types: null,
      accounts: false,
      secret,
      position: 0,
      at: new Date(),
      by: 'test',
    }),
  );
  const began = Date.now();
  service = start();
  const writing = happen();
  for (let i = 1; i <= kills; i++) {
    const mark = Math.floor((events * i) / (kills + 1));
    await waitFor(`${mark} events to be taken`, () => consumer.counted.taken >= mark, patienceMs);
    await stop('SIGKILL');
    await consumer.restart(isLong ? 2_000 : 200);
    service = start();
  }
  await writing;
  await waitFor('every event to be taken', () => consumer.counted.taken >= events, patienceMs);
  await stop('SIGTERM');
  await consumer.stop();
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  if (isLong) console.log(`${seconds} s`, { events, contacts, kills, ...consumer.counted });
  expect(consumer.counted).toMatchObject({ taken: events, outOfOrder: 0, forged: 0, restarts: kills });
  expect(consumer.counted.refused).toBeGreaterThan(events / 8);
  const [left] = await db.sql<{ waiting: number; given: number }[]>`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'delivered')::int as given from deliveries`;
  // Of the last of them the service may not have written down that they were taken.
  expect((left?.waiting ?? 0) + (left?.given ?? 0)).toBe(events);
});
