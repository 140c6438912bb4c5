// Everything WhatsApp is known to send, and some nobody should, through the door: signed, kept, and ended as applied,
// kept or parked. Nothing answered 200 is lost; nothing told twice counts twice.

import type { Conversation } from '@throughline/contract';
import { readEnvelope, readWebhook } from '@throughline/whatsapp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, corpus, deeplyNested, hugeStrings } from '../corpus/corpus.ts';
import { bodiesIn } from '../support/raw.ts';
import {
  apiOf,
  type Business,
  connectBusiness,
  inboxEmpty,
  secrets,
  startTestService,
  type TestService,
} from '../support/service.ts';
import { waitFor } from '../support/waiting.ts';
import { postWebhook, webhookOf } from '../support/webhooks.ts';

const megabytes = 1024 * 1024;
/** A webhook nobody's account is known for is parked after some seconds. */
const untilParkedMs = 20_000;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.end());

describe('the corpus', () => {
  const entries = corpus();
  const bodies = entries.map(({ name, webhook }) => ({ name, webhook, body: JSON.stringify(webhook) }));

  it('is answered 200, all of it', async () => {
    expect(entries.length).toBeGreaterThan(100);
    for (const { name, body } of bodies) expect({ name, status: await post(body) }).toEqual({ name, status: 200 });
  });

  it('ends applied, repeated, kept or parked, item by item', { timeout: 60_000 }, async () => {
    await nothingWaits();
    const rows = await inboxRows();
    const expected = bodies.flatMap(({ webhook }) => readEnvelope(webhook).map(({ envelope }) => envelope));
    expect(rows.map(({ body }) => body)).toEqual(expected);
    const parkedOf = await parkedByWebhook();
    for (const row of rows) {
      const items = readWebhook(row.body).length;
      if (row.state === 'parked') expect({ row, parked: parkedOf.get(row.id) }).toMatchObject({ parked: 1 });
      else
        expect({
          ...row,
          sum: (row.applied ?? 0) + (row.repeated ?? 0) + (row.kept ?? 0) + (row.parked ?? 0),
        }).toMatchObject({
          state: 'done',
          items,
          sum: items,
          parked: parkedOf.get(row.id) ?? 0,
        });
    }
    expect(rows.filter(({ state }) => state === 'done').length).toBeGreaterThan(90);
  });

  it('loses no item where a webhook is split among accounts', () => {
    for (const { name, webhook } of bodies) {
      const whole = readWebhook(webhook).length;
      const parts = readEnvelope(webhook).reduce((sum, { envelope }) => sum + readWebhook(envelope).length, 0);
      expect({ name, parts }).toEqual({ name, parts: whole });
    }
  });

  it('can be looked at by those who run the place, without a failure', async () => {
    const admin = await apiOf(service, 'admin');
    for (const { id } of await admin.conversations()) await admin.timeline(id);
    for (const { id } of await admin.contacts()) await admin.get(`/api/v1/contacts/${id}/identity`);
    const parked = await admin.parked();
    expect(parked.length).toBeGreaterThan(10);
    expect(parked.filter(({ reason }) => reason === 'failed')).toEqual([]);
    for (const { detail } of parked) expect(detail).toMatch(/^\S+ \S+ .+\.$/s);
  });

  it('changes nothing when all of it comes once more, at once', { timeout: 60_000 }, async () => {
    const before = await figures();
    const statuses = await Promise.all(bodies.map(({ body }) => post(body)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await nothingWaits();
    expect(await figures()).toEqual(before);
    expect((await inboxRows()).filter(({ state }) => state === 'waiting')).toEqual([]);
  });
});

describe('the door', () => {
  it.each(['', '{', 'null', 'true', '"text"', '[1, 2]', '{"object": }', '\u0000\uffff', '<xml/>'])(
    'keeps a signed body that is no webhook, and it is parked: %j',
    async (body) => {
      const before = (await inboxRows()).length;
      expect(await post(body)).toBe(200);
      const rows = await inboxRows();
      expect(rows.length).toBe(before + 1);
    },
  );

  it('parks them within seconds, as not readable', { timeout: 60_000 }, async () => {
    await nothingWaits();
    const admin = await apiOf(service, 'admin');
    const reasons = (await admin.parked()).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'not_readable').length).toBeGreaterThanOrEqual(9);
  });

  it('takes texts of a million letters and nesting beyond any recursion', async () => {
    expect(await post(JSON.stringify(hugeStrings(500_000)))).toBe(200);
    expect(await post(nestedText(20_000))).toBe(200);
    expect(await post(JSON.stringify(deeplyNested(500)))).toBe(200);
    await inboxEmpty(service.db);
    const states = (await inboxRows()).slice(-3).map(({ state, items }) => ({ state, items }));
    expect(states).toEqual(states.map(() => ({ state: 'done', items: 1 })));
  });

  it('takes every secret that is configured, and refuses any other signature or none', async () => {
    const body = JSON.stringify(webhookOf([{ wamid: 'wamid.DOOR1', phone: '15550104001', body: 'signed' }]));
    expect(await post(body)).toBe(200);
    expect(await post(body, secrets.olderApp)).toBe(200);
    const before = (await inboxRows()).length;
    expect(await post(body, 'a stranger’s secret')).toBe(401);
    expect(await post(body, null)).toBe(401);
    expect((await inboxRows()).length).toBe(before);
  });

  it('takes 3 MB and not a byte more', async () => {
    const frame = JSON.stringify(webhookOf([{ wamid: 'wamid.DOOR2', phone: '15550104002', body: '' }]));
    const full = frame.replace('"body":""', `"body":"${'x'.repeat(3 * megabytes - frame.length)}"`);
    expect(full.length).toBe(3 * megabytes);
    expect(await post(full)).toBe(200);
    expect(await post(`${full} `)).toBe(413);
    await inboxEmpty(service.db);
  });

  it('answers the challenge to whoever knows the verify token, and 403 to others', async () => {
    const ask = async (query: Record<string, string>) => {
      const answer = await fetch(`${service.webhookUrl}?${new URLSearchParams(query)}`);
      return { status: answer.status, text: await answer.text() };
    };
    const right = { 'hub.mode': 'subscribe', 'hub.verify_token': secrets.verify, 'hub.challenge': '1158201444' };
    expect(await ask(right)).toEqual({ status: 200, text: '1158201444' });
    expect((await ask({ ...right, 'hub.verify_token': 'wrong' })).status).toBe(403);
    expect((await ask({ ...right, 'hub.mode': 'unsubscribe' })).status).toBe(403);
    expect((await ask({})).status).toBe(403);
  });
});

describe('a batch', () => {
  it('of 1,000 messages in one webhook is 1,000 messages of 1,000 people', async () => {
    const before = await figures();
    expect(await post(JSON.stringify(batchOf(1_000)))).toBe(200);
    await inboxEmpty(service.db);
    const after = await figures();
    expect([after.messages - before.messages, after.contacts - before.contacts]).toEqual([1_000, 1_000]);
    const [row] = await service.db.sql`select items, applied, parked from inbox order by id desc limit 1`;
    expect(row).toEqual({ items: 1_000, applied: 1_000, parked: 0 });
  });

  it('with one item the database refuses parks that one alone, and a replay mends it', async () => {
    const admin = await apiOf(service, 'admin');
    const known = new Set((await admin.parked()).map(({ id }) => id));
    await service.db.sql`alter table messages add constraint no_poison check (body <> 'poison')`;
    const texts = ['before', 'poison', 'after'];
    const messages = texts.map((body, index) => ({ wamid: `wamid.POISON${index}`, phone: '15550104010', body }));
    const sibling = [{ wamid: 'wamid.POISON9', phone: '15550104011', body: 'in another webhook' }];
    await Promise.all([messages, sibling].map((one) => post(JSON.stringify(webhookOf(one)))));
    await inboxEmpty(service.db);
    expect(await textsOf('15550104010')).toEqual(['after', 'before']);
    expect(await textsOf('15550104011')).toEqual(['in another webhook']);
    const [row] = await service.db
      .sql`select items, applied, parked from inbox where items = 3 order by id desc limit 1`;
    expect(row).toEqual({ items: 3, applied: 2, parked: 1 });
    const failed = (await admin.parked()).filter(({ reason, id }) => reason === 'failed' && !known.has(id));
    expect(failed).toMatchObject([{ state: 'parked', field: 'messages' }]);
    expect(failed[0]?.detail).not.toContain('poison');

    await service.db.sql`alter table messages drop constraint no_poison`;
    expect((await admin.call('POST', `/api/v1/parked/${failed[0]?.id}/replay`)).status).toBe(202);
    await inboxEmpty(service.db);
    expect(await textsOf('15550104010')).toEqual(['after', 'before', 'poison']);
    expect((await admin.call('POST', `/api/v1/parked/${failed[0]?.id}/replay`)).status).toBe(409);
  });
});

describe('a webhook of an account nobody has connected', () => {
  const later: Business = {
    portfolioId: '900000000000042',
    wabaId: '100000000000042',
    numbers: [{ phoneNumberId: '200000000000042', displayPhone: '+15550001142', name: 'Later' }],
  };
  const early = (wamid: string, body: string) =>
    JSON.stringify(
      webhookOf([{ wamid, body, phone: '15550104042', wabaId: later.wabaId, phoneNumberId: '200000000000042' }]),
    );

  it('is parked, and applied once it is connected and replayed; one still waiting goes by itself', {
    timeout: 60_000,
  }, async () => {
    const admin = await apiOf(service, 'admin');
    expect(await post(early('wamid.EARLY1', 'parked first'))).toBe(200);
    await nothingWaits();
    const [parked] = (await admin.parked()).filter(({ reason }) => reason === 'portfolio_unknown');
    expect(parked?.detail).toContain('throughline connect');
    expect(await post(early('wamid.EARLY2', 'still waiting'))).toBe(200);
    expect(await connectBusiness(service.db, later)).toBe(1);
    await waitFor('the waiting one is applied', async () => (await textsOf('15550104042')).length === 1);
    expect((await admin.call('POST', `/api/v1/parked/${parked?.id}/replay`)).status).toBe(202);
    await waitFor('the parked one is applied', async () => (await textsOf('15550104042')).length === 2);
    expect(await textsOf('15550104042')).toEqual(['parked first', 'still waiting']);
  });
});

describe('when the database is gone', () => {
  it('the door answers 503 and keeps nothing; when it is back, the same webhook is taken', {
    timeout: 60_000,
  }, async () => {
    const other = await startTestService();
    const body = JSON.stringify(webhookOf([{ wamid: 'wamid.GONE1', phone: '15550104051', body: 'hello?' }]));
    const name = new URL(other.database.url).pathname.slice(1);
    try {
      await service.db.sql.unsafe(`alter database ${name} allow_connections false`);
      await service.db.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
      await waitFor('the door notices', async () => (await postWebhook(other.webhookUrl, body)) === 503);
      expect((await fetch(`${other.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
      await service.db.sql.unsafe(`alter database ${name} allow_connections true`);
      await waitFor('the door takes it again', async () => (await postWebhook(other.webhookUrl, body)) === 200, 30_000);
      await inboxEmpty(other.db, 30_000);
      const admin = await apiOf(other, 'admin');
      const [conversation] = await admin.conversations();
      expect((await admin.timeline(conversation?.id ?? '')).length).toBe(1);
    } finally {
      await other.end();
    }
  });
});

function post(body: string, secret?: string | null): Promise<number | null> {
  return postWebhook(service.webhookUrl, body, secret);
}

async function nothingWaits(): Promise<void> {
  await inboxEmpty(service.db, untilParkedMs, { unrouted: true });
}

async function inboxRows() {
  const rows = await service.db.sql<
    {
      id: number;
      state: string;
      items: number | null;
      applied: number | null;
      repeated: number | null;
      kept: number | null;
      parked: number | null;
    }[]
  >`select id, state, items, applied, repeated, kept, parked from inbox order by id`;
  const bodies = new Map((await bodiesIn(service.db, 'inbox')).map(({ id, body }) => [id, body]));
  return rows.map((row) => ({ ...row, body: parsed(bodies.get(String(row.id)) ?? '') }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function parkedByWebhook(): Promise<Map<number, number>> {
  const rows = await service.db.sql<{ id: number; count: number }[]>`
    select inbox_id as id, count(*)::int as count from parked group by inbox_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function figures() {
  const [row] = await service.db.sql<Record<string, number>[]>`
    select (select count(*)::int from contacts) as contacts, (select count(*)::int from conversations) as conversations,
           (select count(*)::int from messages) as messages, (select count(*)::int from calls) as calls,
           (select count(*)::int from evidence) as evidence, (select count(*)::int from holders) as holders,
           (select count(*)::int from leases) as leases, (select count(*)::int from notices) as notices,
           (select count(*)::int from preferences) as preferences, (select count(*)::int from kept) as kept,
           (select count(*)::int from early_statuses) as early, (select sum(unread)::int from conversations) as unread`;
  return row as Record<'contacts' | 'messages', number>;
}

/** What a phone wrote, in the order of the alphabet. */
async function textsOf(phone: string): Promise<string[]> {
  const admin = await apiOf(service, 'admin');
  const threads: Conversation[] = await admin.conversations(`&q=${phone}`);
  const items = (await Promise.all(threads.map(({ id }) => admin.timeline(id)))).flat();
  return items.flatMap((item) => (item.kind === 'message' ? [item.text?.body ?? ''] : [])).sort();
}

/** JSON.stringify itself gives up at this depth. */
function nestedText(depth: number): string {
  const body = JSON.stringify(deeplyNested(1));
  return body.replace('["bottom"]', `${'['.repeat(depth)}"bottom"${']'.repeat(depth)}`);
}
