// What integrations are told, as the service does it: by whom, in which order, under which signature, and what becomes of stand-ins.

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Integration, Page, RelayDelivery } from '@throughline/contract';
import { type ContactId, type HolderId, parseAlias } from '@throughline/identity';
import { sign } from '@throughline/whatsapp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { detachSubject } from '../flows/erase-subject.ts';
import { mergeContacts } from '../flows/merge-contacts.ts';
import { recordSendOutcome } from '../flows/record-send-outcome.ts';
import { type RelayOutcome, relaySend } from '../flows/relay-send.ts';
import { splitContact } from '../flows/split-contact.ts';
import { toolsWith } from '../flows/tools.ts';
import { unpark } from '../inbox/store.ts';
import { numberById } from '../numbers/store.ts';
import type { Due } from '../outbound/store.ts';
import { relayIdOf } from '../relay/rules-ids.ts';
import { answerLate } from '../relay/sends.ts';
import { integrationById } from '../relay/store.ts';
import { parseNetwork } from '../subscriptions/rules-networks.ts';
import { type App, openApp } from '../testing/app.ts';
import { testKeys } from '../testing/keys.ts';
import { defaultNumber, otherNumber } from '../testing/names.ts';
import { call, envelope, message, type Person, preference, text } from '../testing/webhooks.ts';
import { openWorld, policy, silent, type World } from '../testing/world.ts';
import { type Courier, createCourier } from './deliver-events.ts';

interface Received {
  value: {
    messages?: { from?: string; id: string }[];
    calls?: { from?: string }[];
    user_preferences?: { wa_id?: string }[];
    statuses?: { id: string; status: string; recipient_id?: string; errors?: { code: number }[] }[];
  };
  field: string;
  body: Buffer;
  signature: string;
}

const networks = ['127.0.0.0/8'].map(parseNetwork).filter((one) => one !== undefined);
const patience = { timeout: 20_000, interval: 20 };

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key = '';
let server: Server;
let url = '';
let received: Received[] = [];
/** The HTTP status the integration answers. */
let answer: (one: Received) => number;
let courier: Courier;
let turns: NodeJS.Timeout;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 14, keys: testKeys });
  app = await openApp(await openWorld(db), undefined, undefined, networks);
  server = createServer(async (request, response) => {
    const one = await readOne(request);
    received.push(one);
    response.writeHead(answer(one)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
});
beforeEach(async () => {
  received = [];
  answer = () => 200;
  world = await openWorld(db);
  key = await app.key('admin', [world.portfolioId]);
  // The time of the world stands still; leases and tries need one that goes on.
  const tools = toolsWith('a secret of the tests');
  courier = createCourier({ db, tools, log: silent, networks, times: { firstWaitMs: 20 } });
  turns = setInterval(() => {
    courier.look().then(
      () => courier.wake(),
      () => {},
    );
  }, 30);
});
afterEach(async () => {
  clearInterval(turns);
  await courier.close();
  await db.sql`update subscriptions set state = 'paused'`;
});
afterAll(async () => {
  await app.close();
  server.close();
  server.closeAllConnections();
  await db.close();
  await fresh.drop();
});

async function readOne(request: IncomingMessage): Promise<Received> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const { field, value } = JSON.parse(body.toString()).entry[0].changes[0];
  return { field, value, body, signature: String(request.headers['x-hub-signature-256']) };
}

async function api<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
  const told = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await told.text();
  return { status: told.status, body: (said ? JSON.parse(said) : null) as T };
}

async function join(mode: Integration['mode'], more: Partial<Pick<Integration, 'numbers' | 'fields'>> = {}) {
  const made = await api<{ integration: Integration; token: string; secret: string }>('POST', '/relay/integrations', {
    ...{ name: 'Old bot', url, mode },
    ...more,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { ...made.body, id: made.body.integration.id };
}

const told = async (id: string) =>
  (await api<Page<RelayDelivery>>('GET', `/relay/integrations/${id}/deliveries`)).body.data;
const ids = () => received.flatMap(({ value }) => value.messages?.map((one) => one.id) ?? []);
const heard = (count: number) => expect.poll(() => received.length, patience).toBe(count);
const fromOf = (id: string) => received.flatMap(({ value }) => value.messages ?? []).find((one) => one.id === id)?.from;

const ana: Person = { bsuid: 'US.1000000000000001', name: 'Ana', username: 'ana' };
const ben: Person = { phone: '+15550002222', bsuid: 'US.1000000000000002', name: 'Ben' };
const contactOf = async ({ bsuid = '' }: Person) => {
  const [row] = await db.sql<{ id: ContactId; own: string; holderId: HolderId }[]>`
    select h.contact_id as id, h.own_contact_id as own, h.id as "holderId" from names n
    join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
    where n.portfolio_id = ${world.portfolioId} and n.value = ${bsuid}`;
  if (!row) throw new Error(`nobody has ${bsuid}`);
  return row;
};

describe('a webhook that is relayed', () => {
  it('is the bytes that came where it is one thing, and one each of those it holds where it is several', async () => {
    const { secret } = await join('as-is');
    const bytes = Buffer.from(
      JSON.stringify(message(ana, { at: 1, id: 'one', waba: world.wabaId }, text('Grüße')), null, 1),
    );
    const two = envelope(
      {
        contacts: [{ wa_id: '15550002222', user_id: ben.bsuid }],
        messages: [
          { from_user_id: ana.bsuid, id: 'two', timestamp: '1790000002', ...text('Ünder') },
          { from: '15550002222', from_user_id: ben.bsuid, id: 'three', timestamp: '1790000003', ...text('x') },
        ],
      },
      'messages',
      world.wabaId,
    );
    await world.receive(bytes, two);
    await heard(3);
    expect(ids().sort()).toEqual(['one', 'three', 'two']);
    expect(received.find(({ value }) => value.messages?.[0]?.id === 'one')?.body.equals(bytes)).toBe(true);
    const own = received.find(({ value }) => value.messages?.[0]?.id === 'two');
    expect(JSON.parse(own?.body.toString() ?? '').entry[0].id).toBe(world.wabaId);
    expect(own?.body.toString()).toContain('\\u00dcnder');
    for (const { body, signature } of received) expect(signature).toBe(sign(body, secret));
  });

  it('is of the numbers and kinds that were asked for, in the order of each person', async () => {
    const { id } = await join('fill-phone', { numbers: [defaultNumber], fields: ['messages'] });
    await world.receive(
      ...Array.from({ length: 8 }, (_, i) => message(ana, { at: i, id: `a${i}`, waba: world.wabaId })),
      message(ana, { at: 20, id: 'elsewhere', waba: world.wabaId, number: otherNumber }),
      call(ana, { at: 21, id: 'c', waba: world.wabaId }),
      preference(ana, 'stop', { at: 22, waba: world.wabaId }),
    );
    await heard(8);
    expect(ids()).toEqual(Array.from({ length: 8 }, (_, i) => `a${i}`));
    await api('PATCH', `/relay/integrations/${id}`, { numbers: null, fields: null });
    await world.receive(
      call(ben, { at: 31, id: 'c2', waba: world.wabaId, number: otherNumber }),
      preference(ben, 'stop', { at: 32, waba: world.wabaId }),
    );
    await heard(10);
    expect(
      received
        .slice(8)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['calls', 'user_preferences']);
  });

  it('waits while it is refused, and what comes after it of the same person with it', async () => {
    let refuses = true;
    answer = ({ value }) => (refuses && value.messages?.[0]?.id === 'first' ? 500 : 200);
    const { id } = await join('as-is');
    await world.receive(
      message(ana, { at: 1, id: 'first', waba: world.wabaId }),
      message(ana, { at: 2, id: 'second', waba: world.wabaId }),
      message(ben, { at: 3, id: 'other', waba: world.wabaId }),
    );
    await expect.poll(() => ids().filter((one) => one === 'first').length, patience).toBeGreaterThan(1);
    expect(ids()).toContain('other');
    expect(ids()).not.toContain('second');
    refuses = false;
    await expect.poll(ids, patience).toContain('second');
    await expect
      .poll(async () => (await told(id)).map(({ state }) => state), patience)
      .toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('is told again where it was given up, as things stand then', async () => {
    answer = () => 500;
    const { id } = await join('stable-alias');
    await world.receive(message(ana, { at: 1, id: 'm', waba: world.wabaId }));
    await expect.poll(() => received.length, patience).toBeGreaterThan(0);
    // Three days have gone by since the first try.
    await db.sql`update deliveries set first_tried_at = now() - interval '4 days' where subscription_id = ${id}`;
    await expect.poll(async () => (await told(id)).map(({ state }) => state), patience).toEqual(['dead']);
    answer = () => 200;
    const again = await api('POST', `/relay/integrations/${id}/replay`, {});
    expect(again).toMatchObject({ status: 202, body: { count: 1, more: false } });
    await expect.poll(async () => (await told(id)).map(({ state }) => state), patience).toEqual(['delivered', 'dead']);
    expect(parseAlias(fromOf('m') ?? '')).toBeDefined();
  });

  it('is signed by the secret of before where the new one is not known there yet', async () => {
    const { id, secret } = await join('as-is');
    answer = ({ body, signature }) => (signature === sign(body, secret) ? 200 : 401);
    const rotated = await api<{ secret: string }>('POST', `/relay/integrations/${id}/rotate`);
    // By the courier's clock, which goes on.
    await db.sql`update subscriptions set previous_until = now() + interval '1 hour' where id = ${id}`;
    await world.receive(message(ana, { at: 1, id: 'm', waba: world.wabaId }));
    await expect.poll(async () => (await told(id)).map(({ state }) => state), patience).toEqual(['delivered']);
    const [row] = await told(id);
    expect(row).toMatchObject({ attempts: 1, rewritten: [] });
    expect(received.map(({ body, signature }) => signature === sign(body, rotated.body.secret))).toEqual([true, false]);
  });

  it('is told once, though a part of it is put through the door again', async () => {
    await join('as-is');
    const group = message(ana, { at: 1, id: 'g', waba: world.wabaId }, { ...text('in a group'), group_id: 'g1' });
    await world.receive(group);
    await heard(1);
    const [parked] = await db.sql<{ id: string }[]>`select id from parked where portfolio_id = ${world.portfolioId}`;
    await inTransaction(db, (tx) => unpark(tx, parked?.id ?? '', [world.portfolioId]));
    await world.drain();
    await world.receive(message(ben, { at: 2, id: 'after', waba: world.wabaId }));
    await expect.poll(ids, patience).toEqual(['g', 'after']);
  });

  it('is noted nowhere while there is no integration, or none any more', async () => {
    const noted = async () => {
      const [row] = await db.sql<{ relayed: boolean; count: number }[]>`
        select relayed, (select count(*)::int from relay_log where portfolio_id = ${world.portfolioId}) as count
        from lanes where portfolio_id = ${world.portfolioId}`;
      return row;
    };
    await world.receive(message(ana, { at: 1, id: 'before', waba: world.wabaId }));
    expect(await noted()).toEqual({ relayed: false, count: 0 });
    const { id } = await join('as-is');
    expect(await noted()).toEqual({ relayed: true, count: 0 });
    expect((await api('DELETE', `/relay/integrations/${id}`)).status).toBe(204);
    await world.receive(message(ana, { at: 2, id: 'after', waba: world.wabaId }));
    expect(await noted()).toEqual({ relayed: false, count: 0 });
    expect(received).toEqual([]);
  });
});

describe('a stand-in', () => {
  it('stays with people who are put together, dials whoever they became, and goes back with them', async () => {
    const { id } = await join('stable-alias');
    await world.receive(
      message(ana, { at: 1, id: 'a1', waba: world.wabaId }),
      message(ben, { at: 2, id: 'b1', waba: world.wabaId }),
    );
    await heard(2);
    const [aliasOfAna, aliasOfBen] = [fromOf('a1') ?? '', fromOf('b1') ?? ''];
    expect(parseAlias(aliasOfAna)).toBeDefined();
    expect(aliasOfBen).not.toBe(aliasOfAna);

    const saying = {
      ...{ portfolioId: world.portfolioId, policy, tools: world.tools, dryRun: false },
      ...{ actor: { id: 'u1', name: 'Sam' }, reason: 'the same' },
    };
    const [one, other] = [await contactOf(ana), await contactOf(ben)];
    await inTransaction(db, (tx) => mergeContacts(tx, { one: one.id, other: other.id }, saying));
    const whole = await contactOf(ben);
    expect((await contactOf(ana)).id).toBe(whole.id);
    await world.receive(
      message(ben, { at: 3, id: 'b2', waba: world.wabaId }),
      message(ana, { at: 4, id: 'a2', waba: world.wabaId }),
    );
    await heard(4);
    // One person, one number from now on; both lead to them.
    expect(fromOf('a2')).toBe(fromOf('b2'));
    expect([aliasOfAna, aliasOfBen]).toContain(fromOf('a2'));
    const reached = await Promise.all([aliasOfAna, aliasOfBen].map(async (to) => (await send(id, to)).kind));
    expect(reached).toEqual(['queued', 'queued']);

    await inTransaction(db, (tx) =>
      splitContact(
        tx,
        { contactId: whole.id, at: { kind: 'account', id: (other.id === whole.id ? one : other).own } },
        saying,
      ),
    );
    await world.receive(
      message(ana, { at: 5, id: 'a3', waba: world.wabaId }),
      message(ben, { at: 6, id: 'b3', waba: world.wabaId }),
    );
    await heard(6);
    expect([fromOf('a3'), fromOf('b3')]).toEqual([aliasOfAna, aliasOfBen]);
  });

  it('of somebody erased leads to nobody, and what waits about them is told to nobody', async () => {
    const { id } = await join('stable-alias');
    await world.receive(message(ana, { at: 1, id: 'a1', waba: world.wabaId }));
    await heard(1);
    const alias = fromOf('a1') ?? '';
    await api('POST', `/relay/integrations/${id}/pause`);
    await world.receive(
      message(ana, { at: 2, id: 'a2', waba: world.wabaId }),
      message(ben, { at: 3, id: 'b1', waba: world.wabaId }),
    );
    const { holderId } = await contactOf(ana);
    const erasing = { portfolioId: world.portfolioId, id: world.tools.newId(), holders: [holderId] };
    await inTransaction(db, (tx) => detachSubject(tx, erasing, { policy, tools: world.tools }));
    expect(await send(id, alias)).toMatchObject({ kind: 'nobody' });
    expect(
      await db.sql`select from relay_aliases where portfolio_id = ${world.portfolioId} and alias = ${alias}`,
    ).toHaveLength(1);
    // A number is given once: of whom it was, nobody knows, and it is nobody else's.
    await api('POST', `/relay/integrations/${id}/resume`);
    await expect.poll(ids, patience).toContain('b1');
    expect(fromOf('b1')).not.toBe(alias);
  });
});

describe('a message of an integration’s that is refused after it was answered for', () => {
  it('is told as Meta tells of failed messages, by the id and the number the integration knows', async () => {
    const { id } = await join('stable-alias');
    await world.receive(message(ana, { at: 1, id: 'a1', waba: world.wabaId }));
    await heard(1);
    const alias = fromOf('a1') ?? '';
    const [known, late] = [await send(id, alias), await send(id, alias)];
    if (known.kind !== 'queued' || late.kind !== 'queued') throw new Error('not queued');
    await inTransaction(db, (tx) => answerLate(tx, world.portfolioId, late.messageId));
    for (const { messageId } of [known, late]) await refuse(messageId, 131051);
    await heard(2);
    expect(received[1]?.value.statuses).toMatchObject([
      { id: relayIdOf(late.messageId), status: 'failed', recipient_id: alias, errors: [{ code: 131051 }] },
    ]);
  });

  async function refuse(messageId: string, code: number): Promise<void> {
    const [due] = await db.sql<Due[]>`
      update outbound set state = 'sending' where portfolio_id = ${world.portfolioId} and message_id = ${messageId}
      returning portfolio_id as "portfolioId", message_id as "messageId", conversation_id as "conversationId",
                phone_number_id as "phoneNumberId", request, attempts`;
    if (!due) throw new Error('nothing is owed');
    const error = { code, title: 'Not delivered' };
    await inTransaction(db, (tx) =>
      recordSendOutcome(tx, due, { kind: 'refused', error, retry: 'never', explanation: {} as never }, world.tools),
    );
  }
});

async function send(id: string, to: string): Promise<RelayOutcome> {
  const [integration, number] = await Promise.all([
    integrationById(db, { portfolioId: world.portfolioId, id }),
    db.sql<
      { id: string }[]
    >`select phone_number_id as id from business_numbers where portfolio_id = ${world.portfolioId} and phone_number_id = ${defaultNumber}`,
  ]);
  const found = await numberById(db, number[0]?.id ?? '');
  if (!integration || !found) throw new Error('no integration');
  const asked = {
    to,
    recipient: undefined,
    media: undefined,
    reactsTo: undefined,
    quotes: undefined,
    callbackData: null,
  };
  return await inTransaction(db, (tx) =>
    relaySend(
      tx,
      {
        ...{ integration, author: 'Old bot', number: { ...found, portfolioId: world.portfolioId } },
        message: { ...asked, said: { type: 'text', text: { body: 'hi' } } },
      },
      { policy, tools: world.tools },
    ),
  );
}
