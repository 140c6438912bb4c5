import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { waitFor } from '../../tests/support/waiting.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { noFigures } from '../figures.ts';
import { limits } from '../limits.ts';
import { owe, priorities } from '../outbound/store.ts';
import { accepted, answering, type Graph, openGraph, refused } from '../testing/graph.ts';
import { defaultNumber, otherNumber } from '../testing/names.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, silent, type World } from '../testing/world.ts';
import { createSender, deliverMessages, type Sender, settleLost } from './deliver-messages.ts';
import { learnLimits } from './learn-limits.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let graph: Graph;
const senders: Sender[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
});
beforeEach(async () => {
  graph = await openGraph();
  await db.sql`update outbound set state = 'done'`;
  await db.sql`delete from sending_lanes`;
  world = await openWorld(db);
  world.setTime(20);
});
afterEach(async () => {
  await graph.close();
  for (const sender of senders.splice(0)) await sender.close();
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const figures = noFigures();
const delivering = () => ({
  db,
  graph: { url: graph.url, version: 'v26.0', accessToken: 'a token' },
  tools: world.tools,
  log: silent,
  figures,
});
function sender(): Sender {
  const one = createSender(delivering());
  senders.push(one);
  return one;
}

/** One thread each for this many people, all of whom just wrote to the number. */
async function threads(count: number, number = defaultNumber): Promise<string[]> {
  await world.receive(
    ...Array.from({ length: count }, (_, n) =>
      message({ phone: `+1555300${String(n).padStart(4, '0')}` }, { at: 10, id: `w${number}/${n}`, number }),
    ),
  );
  const rows = await db.sql<{ id: string }[]>`
    select id from conversations where portfolio_id = ${world.portfolioId} and phone_number_id = ${number} order by id`;
  return rows.map((row) => row.id);
}

interface Told {
  type?: 'text' | 'template';
  priority?: 0 | 1 | 2;
  number?: string;
  to?: string;
}

/** A message of ours in this thread, owed. Answers its id. */
async function say(conversationId: string, body: string, told: Told = {}): Promise<string> {
  const { type = 'text', priority = priorities.answer, number = defaultNumber, to = `+1${conversationId}` } = told;
  const messageId = world.tools.newId();
  await inTransaction(db, async (tx) => {
    await tx.sql`
      insert into messages (portfolio_id, id, conversation_id, phone_number_id, direction, at, tie, type, body, summary, status)
      values (${world.portfolioId}, ${messageId}, ${conversationId}, ${number}, 'out', now(), '1x', ${type}, ${body}, ${body}, 'queued')`;
    const { portfolioId } = world;
    const request = { type, to, text: { body } };
    await owe(tx, [{ portfolioId, messageId, conversationId, phoneNumberId: number, request, priority }]);
  });
  return messageId;
}

const said = () => graph.requests.map(({ body }) => (body.text as { body: string }).body);
const statusOf = async (id: string) =>
  (await db.sql<{ status: string }[]>`select status from messages where id = ${id}`)[0]?.status;
const lane = async () =>
  (
    await db.sql`select * from sending_lanes where portfolio_id = ${world.portfolioId} and phone_number_id = ${defaultNumber}`
  )[0];

describe('a business number', () => {
  it('is sent for by one process at a time, and by another once that one has stopped', async () => {
    const [thread = ''] = await threads(1);
    const held: ServerResponse[] = [];
    graph.next.push((_request, response) => void held.push(response));
    await say(thread, 'one');
    const [first, second] = [sender(), sender()];
    expect(await first.look()).toBe(1);
    await waitFor('it is called for', () => held.length === 1);
    await say(thread, 'two');
    expect(await second.look()).toBe(0);
    accepted(graph.requests[0] as never, held[0] as never);
    await first.idle();
    await first.close();
    await say(thread, 'three');
    expect(await second.look()).toBe(1);
    await second.idle();
    expect(said()).toEqual(['one', 'two', 'three']);
  });

  it('is taken over where its process died, and what that one left is unknown', async () => {
    const [thread = ''] = await threads(1);
    const id = await say(thread, 'lost');
    graph.next.push(() => {});
    const dead = sender();
    await dead.look();
    await waitFor('it is called for', () => graph.requests.length === 1);
    const next = await say(thread, 'after');
    const other = sender();
    expect(await other.look()).toBe(0);
    expect(await settleLost(delivering())).toBe(0);
    // Its lease runs out, as it does where nobody renews it.
    await db.sql`update sending_lanes set lease_until = now() - interval '1 second'`;
    await db.sql`update outbound set claimed_at = now() - interval '7 seconds' where state = 'sending'`;
    expect(await settleLost(delivering())).toBe(1);
    expect(await statusOf(id)).toBe('unknown');
    // What plays dead here lives on, and may be the one to find it before it notices that its lease is gone: once, either way.
    await other.look();
    await waitFor('the next one goes', async () => (await statusOf(next)) === 'accepted');
    expect(said()).toEqual(['lost', 'after']);
  });

  it('that hangs holds up no other', async () => {
    const stuck = await threads(40);
    const well = await threads(40, otherNumber);
    const waiting: ServerResponse[] = [];
    for (const thread of stuck) await say(thread, 'stuck');
    for (let n = 0; n < 40; n += 1) graph.next.push((_request, response) => void waiting.push(response));
    const one = sender();
    await one.look();
    await waitFor('all of them hang', () => waiting.length === 40);
    const ids = [];
    for (const thread of well) ids.push(await say(thread, 'well', { number: otherNumber }));
    await one.look();
    for (const id of ids) await waitFor('it goes', async () => (await statusOf(id)) === 'accepted');
    expect(waiting).toHaveLength(40);
    for (const response of waiting) response.destroy();
  });

  it('sends no faster than it may, whoever asks', async () => {
    const all = await threads(60);
    for (const thread of all) await say(thread, 'paced');
    await db.sql`update sending_lanes set ceiling = 20, rate = 20`;
    const times: number[] = [];
    for (let n = 0; n < 60; n += 1)
      graph.next.push((request, response) => {
        times.push(performance.now());
        accepted(request, response);
      });
    expect(await deliverMessages(delivering())).toBe(60);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(2_700);
    for (const start of times)
      expect(times.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(24);
  });

  it('slows down where Meta says too fast, and keeps what it learned', async () => {
    const [thread = ''] = await threads(1);
    await say(thread, 'too fast');
    graph.next.push(refused(130429));
    await deliverMessages(delivering());
    expect(await lane()).toMatchObject({ rate: expect.closeTo(56, 0) });
  });

  it('rests during an upgrade, with its reason, and goes on after it', async () => {
    const [thread = '', another = ''] = await threads(2);
    await say(thread, 'upgrade');
    graph.next.push(refused(131057));
    expect(await deliverMessages(delivering())).toBe(1);
    await say(another, 'waits too');
    expect(await deliverMessages(delivering())).toBe(0);
    expect(await lane()).toMatchObject({ paused_for: 'maintenance' });
    await db.sql`update sending_lanes set paused_until = now()`;
    await db.sql`update outbound set not_before = now()`;
    expect(await deliverMessages(delivering())).toBe(2);
    expect(said().toSorted()).toEqual(['upgrade', 'upgrade', 'waits too']);
  });

  it('tells its level and its limit to whoever asks now and then', async () => {
    const [thread = ''] = await threads(1);
    await say(thread, 'x');
    graph.next.push(
      answering({ throughput: { level: 'HIGH' }, whatsapp_business_manager_messaging_limit: 'TIER_2K' }),
      answering({ error: { code: 190, message: 'no' } }, 401),
    );
    await learnLimits(delivering());
    expect(await lane()).toMatchObject({
      throughput: 'HIGH',
      ceiling: 1000,
      messaging_tier: 'TIER_2K',
      messaging_limit: 2000,
    });
    await learnLimits(delivering());
    expect(graph.requests.map((one) => one.method)).toEqual(['GET']);
    await db.sql`update sending_lanes set learned_at = now() - interval '1 day'`;
    await learnLimits(delivering());
    expect(await lane()).toMatchObject({ throughput: 'HIGH', ceiling: 1000 });
  });
});

describe('priorities', () => {
  it('let answers pass a campaign, and the campaign go on', async () => {
    const all = await threads(60);
    for (const thread of all.slice(0, 40)) await say(thread, 'campaign', { priority: priorities.campaign });
    for (const thread of all.slice(40)) await say(thread, 'answer');
    await db.sql`update sending_lanes set ceiling = 40, rate = 40`;
    await deliverMessages(delivering());
    const order = said();
    const answers = order.flatMap((body, place) => (body === 'answer' ? [place] : []));
    expect(answers.at(-1)).toBeLessThan(35);
    expect(order.slice(0, 30).filter((body) => body === 'campaign').length).toBeGreaterThan(0);
    expect(order).toHaveLength(60);
  });
});

describe('one person', () => {
  it('gets a burst and then waits, with the reason; that is no attempt, and others go on', async () => {
    const [thread = '', another = ''] = await threads(2);
    for (let n = 0; n <= limits.pairBurst; n += 1) await say(thread, `n${n}`, { to: '+15550001' });
    const one = sender();
    for (;;) {
      await one.look();
      if ((await one.idle()) === 0) break;
    }
    expect(said()).toHaveLength(limits.pairBurst);
    const [left] =
      await db.sql`select waits_for, attempts, not_before > now() as later from outbound where state = 'waiting' and portfolio_id = ${world.portfolioId}`;
    expect(left).toEqual({ waits_for: 'pair', attempts: 0, later: true });
    await say(another, 'other');
    await one.look();
    await one.idle();
    expect(said()).toContain('other');
  });
});

describe('the messaging limit of the portfolio', () => {
  it('lets campaigns wait with the reason, and answers go', async () => {
    const all = await threads(6);
    await db.sql`update conversations set last_customer_at = '2026-01-01' where portfolio_id = ${world.portfolioId}`;
    for (const thread of all.slice(0, 5))
      await say(thread, 'begun', { type: 'template', priority: priorities.campaign });
    await db.sql`update sending_lanes set messaging_limit = 3`;
    await deliverMessages(delivering());
    expect(said()).toHaveLength(3);
    expect(await lane()).toMatchObject({ begun_for: 'messaging_limit' });
    const waiting =
      await db.sql`select waits_for, attempts from outbound where state = 'waiting' and portfolio_id = ${world.portfolioId}`;
    expect(waiting.map((one) => one.attempts)).toEqual([0, 0]);
    // Those that were not looked at any more wait for the number's pause, which has the same reason.
    expect(waiting.map((one) => one.waits_for)).toContain('messaging_limit');

    await db.sql`update conversations set last_customer_at = '2026-12-01' where id = ${all[5] ?? ''}`;
    await say(all[5] ?? '', 'answer');
    await deliverMessages(delivering());
    expect(said().slice(3)).toEqual(['answer']);

    // A day later those of yesterday count no more.
    await db.sql`update messaging_uses set at = at - interval '1 day'`;
    await db.sql`update sending_lanes set begun_until = now()`;
    await db.sql`update outbound set not_before = now()`;
    await deliverMessages(delivering());
    expect(said()).toHaveLength(6);
  });

  it('counts a person once, whichever number and however often', async () => {
    const all = await threads(2);
    await db.sql`update conversations set last_customer_at = null where portfolio_id = ${world.portfolioId}`;
    for (const thread of all) await say(thread, 'same', { type: 'template', to: '+15550002' });
    await db.sql`update sending_lanes set messaging_limit = 1`;
    await deliverMessages(delivering());
    expect(said()).toEqual(['same', 'same']);
  });

  it('told by Meta (131048) holds what was begun and campaigns, and fails nothing of them', async () => {
    const all = await threads(3);
    for (const thread of all.slice(0, 2))
      await say(thread, 'campaign', { type: 'template', priority: priorities.campaign });
    graph.next.push(refused(131048), refused(131048));
    await deliverMessages(delivering());
    expect(await lane()).toMatchObject({ begun_for: 'messaging_limit' });
    graph.next.length = 0;
    await db.sql`update outbound set not_before = now()`;
    const tried = said().length;
    await say(all[2] ?? '', 'answer');
    await deliverMessages(delivering());
    expect(said().slice(tried)).toEqual(['answer']);
    const rows =
      await db.sql`select distinct status from messages where portfolio_id = ${world.portfolioId} and body = 'campaign'`;
    expect([...rows]).toEqual([{ status: 'queued' }]);
  });
});

describe('an answer of Meta’s', () => {
  it('that comes after word of the message settled it sends nothing again', async () => {
    const [thread = ''] = await threads(1);
    const id = await say(thread, 'once');
    graph.next.push((request, response) => {
      // A status came first: the debt is paid. Then the answer, of all things, says to try again.
      void db.sql`update outbound set state = 'done' where message_id = ${id}`
        .then(() => db.sql`update messages set status = 'sent' where id = ${id}`)
        .then(() => refused(131000)(request, response));
    });
    await deliverMessages(delivering());
    expect(await statusOf(id)).toBe('sent');
    await db.sql`update outbound set not_before = now()`;
    expect(await deliverMessages(delivering())).toBe(0);
    expect(said()).toEqual(['once']);
  });

  it('is recorded with its neighbors, and by itself where a neighbor cannot be', async () => {
    const all = await threads(10);
    const ids = [];
    for (const thread of all) ids.push(await say(thread, 'together'));
    await db.sql.unsafe(`
      create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
      create trigger refuse_one before update on messages for each row when (new.id = '${ids[3]}') execute function refuse_one()`);
    try {
      const one = sender();
      await one.look();
      for (const [n, id] of ids.entries())
        if (n !== 3) await waitFor('it is recorded', async () => (await statusOf(id)) === 'accepted');
      expect(await statusOf(ids[3] ?? '')).toBe('queued');
      await one.idle();
    } finally {
      await db.sql.unsafe('drop trigger refuse_one on messages; drop function refuse_one');
    }
    expect(said()).toHaveLength(10);
  });

  it('is waited for in the database before Meta is called: a claim that is not committed calls nobody', async () => {
    const [thread = ''] = await threads(1);
    const id = await say(thread, 'claimed first');
    const states: string[] = [];
    graph.next.push((request, response) => {
      void db.sql<{ state: string }[]>`select state from outbound where message_id = ${id}`.then(([row]) => {
        states.push(row?.state ?? '');
        accepted(request, response);
      });
    });
    await deliverMessages(delivering());
    expect(states).toEqual(['sending']);
  });
});
