// The relay killed with SIGKILL, several times, while an integration sends through it and is told what people write: the integration counts what it
// heard, the pretend Meta what was sent. In a long form: THROUGHLINE_RELAY_KILLS=20.

import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Integration } from '@throughline/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Database } from '../../server/db/connect.ts';
import type { FreshDatabase } from '../support/database.ts';
import { apiOf, connectBusiness, durableDatabase, lagosBikes } from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const kills = Number(process.env.THROUGHLINE_RELAY_KILLS ?? 2);
const people = 8;
/** Of each person, for each life of the service; one more than it is killed. */
const rounds = 4 * (kills + 1);

type Person = ReturnType<Town['world']['addPerson']>;

let town: Town;
let database: FreshDatabase;
let db: Database;
let service: ServiceProcess;
let integration: Consumer;
const customers: Person[] = [];

beforeAll(async () => {
  town = await startTown({ knobs: { sentAfterMs: 5, deliveredAfterMs: 5, retryDelaysMs: [200] } });
  database = await durableDatabase();
  db = connect(database.url, { connections: 3 });
  await connectBusiness(db, lagosBikes);
  service = await serviceProcess(database.url, town.url, '127.0.0.0/8');
  town.pointAt({ url: service.webhookUrl });
  await service.start();
  integration = await Consumer.start();
  const developer = await apiOf({ db, url: service.url }, 'developer');
  const { body } = await developer.call<{ integration: Integration; token: string; secret: string }>(
    'POST',
    '/api/v1/relay/integrations',
    { name: 'Counting', url: integration.url, mode: 'as-is' },
  );
  Object.assign(integration, { token: body.token, secret: body.secret });
  for (let n = 0; n < people; n++) {
    const person = town.world.addPerson({ name: `Kim ${n}`, phone: `+1555010700${n}`, country: 'US' });
    if (n % 2 === 0) person.adoptUsername(`kim.relay${n}`);
    customers.push(person);
  }
});
afterAll(async () => {
  await integration?.stop();
  await service?.end();
  await db?.close();
  await database?.drop();
  await town?.close();
});

it('loses nothing it answered for, sends nothing twice, and keeps the order of each person, however it is killed', {
  timeout: 120_000 + kills * 60_000,
}, async () => {
  const sends: Send[] = [];
  const wrote = customers.map((_, n) => Array.from({ length: rounds }, (_, round) => `in ${n}/${round}`));
  let round = 0;
  let answered = 0;
  const total = people * rounds;

  /** A person's message of a round goes out when everything of the round before was answered 200. */
  const writing = async () => {
    for (; round < rounds; round++) {
      town.pass(1);
      for (const [n, person] of customers.entries()) person.write(sales, wrote[n]?.[round] ?? '');
      await town.settled();
    }
  };
  /** To each person one after the other: every other with a key, and again until it is answered; the rest once, whatever comes of it. */
  const sending = async (n: number) => {
    await waitFor('they have written', () => integration.texts().includes(wrote[n]?.[0] ?? ''), 60_000);
    for (let i = 0; i < rounds; i++) {
      const send: Send = { text: `out ${n}/${i}`, key: i % 2 === 0 ? `key ${n}/${i}` : undefined, id: undefined };
      sends.push(send);
      for (let tries = 0; tries < 10 && send.id === undefined && (tries === 0 || send.key !== undefined); tries++) {
        send.id = await relaySend(customers[n], send);
        if (send.id === undefined) await waitFor('the service is back', () => service.isReady(), 100_000);
      }
      answered += 1;
    }
  };
  const killing = async () => {
    for (let kill = 1; kill <= kills; kill++) {
      const mark = Math.floor((total * kill) / (kills + 1));
      await waitFor(`${mark} sends`, () => answered >= mark, 120_000);
      await service.kill();
      await service.start();
    }
  };
  await Promise.all([writing(), killing(), ...customers.map((_, n) => sending(n))]);
  await town.settled();

  // What people wrote: all of it was told, in the order of each, whatever came twice.
  await waitFor('all is told', () => wrote.flat().every((text) => integration.texts().includes(text)), 30_000);
  for (const [n, own] of wrote.entries())
    expect([...new Set(integration.texts())].filter((text) => text.startsWith(`in ${n}/`))).toEqual(own);
  expect(integration.forged).toBe(0);

  // What was sent: nothing twice; what was answered once, or its fate is open and shown to be.
  const outbox = Map.groupBy(town.outbox, ({ body }) => (body.text as { body: string }).body);
  expect([...outbox].filter(([, copies]) => copies.length !== 1).map(([text]) => text)).toEqual([]);
  const acknowledged = sends.filter(({ id }) => id !== undefined);
  const missing = acknowledged.filter(({ text }) => !outbox.has(text)).map(({ text }) => text);
  const open = await openFates(missing);
  expect(missing.filter((text) => !open.has(text))).toEqual([]);
  expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length);
  expect(sends.filter(({ key, id }) => key !== undefined && id === undefined)).toEqual([]);
  const sent = acknowledged.filter(({ text }) => outbox.has(text));
  await waitFor('all statuses are told', () => sent.every(({ id }) => integration.delivered.has(id ?? '')), 30_000);
  // To each person they went in the order in which they were answered.
  const order = town.outbox.map(({ body }) => (body.text as { body: string }).body);
  for (const n of customers.keys()) {
    const own = new Set(sent.map(({ text }) => text).filter((text) => text.startsWith(`out ${n}/`)));
    expect(order.filter((text) => own.has(text))).toEqual([...own]);
  }
  if (process.env.THROUGHLINE_RELAY_KILLS)
    console.log({
      kills,
      sends: sends.length,
      acknowledged: acknowledged.length,
      open: missing.length,
      heard: integration.heard,
    });
});

interface Send {
  text: string;
  key: string | undefined;
  /** Of the message, once it was answered. */
  id: string | undefined;
}

/** Undefined where no answer came, or not that it was taken. */
async function relaySend(person: Person | undefined, { text, key }: Send): Promise<string | undefined> {
  const recipient = person?.bsuid(lagosBikes.portfolioId);
  try {
    const answer = await fetch(`${service.url}/relay/v26.0/${sales}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${integration.token}`,
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify({ messaging_product: 'whatsapp', recipient, type: 'text', text: { body: text } }),
      signal: AbortSignal.timeout(20_000),
    });
    const body = (await answer.json()) as { messages?: { id: string }[] };
    return answer.ok ? body.messages?.[0]?.id : undefined;
  } catch {
    return undefined;
  }
}

/** Those a process died over between claiming them and writing down what came of it: they are never sent again by themselves. */
async function openFates(texts: readonly string[]): Promise<Set<string>> {
  const rows = await db.sql<{ body: string }[]>`
    select m.body from messages m left join outbound o on o.portfolio_id = m.portfolio_id and o.message_id = m.id
    where m.body = any(${[...texts]}::text[]) and (m.status = 'unknown' or o.state = 'sending')`;
  return new Set(rows.map(({ body }) => body));
}

/** An integration: takes webhooks in Meta's format, and keeps what it heard in the order in which it came. */
class Consumer {
  url = '';
  token = '';
  secret = '';
  heard = 0;
  forged = 0;
  readonly delivered = new Set<string>();
  readonly #texts: string[] = [];
  readonly #server: Server;

  static async start(): Promise<Consumer> {
    const consumer = new Consumer();
    await new Promise<void>((resolve) => consumer.#server.listen(0, '127.0.0.1', resolve));
    consumer.url = `http://127.0.0.1:${(consumer.#server.address() as AddressInfo).port}/`;
    return consumer;
  }

  constructor() {
    this.#server = createServer(async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      this.#take(Buffer.concat(pieces), String(request.headers['x-hub-signature-256']));
      response.writeHead(200).end();
    });
  }

  texts(): readonly string[] {
    return this.#texts;
  }

  #take(body: Buffer, signature: string): void {
    const expected = `sha256=${createHmac('sha256', this.secret).update(body).digest('hex')}`;
    if (signature !== expected) this.forged += 1;
    this.heard += 1;
    const { messages = [], statuses = [] } = JSON.parse(body.toString()).entry[0].changes[0].value;
    for (const { text } of messages) if (text) this.#texts.push(text.body);
    for (const { id, status } of statuses) if (status === 'delivered') this.delivered.add(id);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
