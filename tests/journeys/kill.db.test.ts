// The service killed with SIGKILL in the middle of its work, and started again: what it answered 200 is there, once; what it
// was sending goes out once at most.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../server/db/connect.ts';
import type { FreshDatabase } from '../support/database.ts';
import { apiOf, connectBusiness, durableDatabase, inboxEmpty, lagosBikes } from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';
import { postWebhook, webhookOf } from '../support/webhooks.ts';

const sales = '200000000000002';
const webhooks = 2_000;
const atOnce = 40;

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
});
afterAll(async () => {
  await service?.end();
  await db?.close();
  await database?.drop();
  await town?.close();
});

describe('a service killed in the middle of 2,000 webhooks', () => {
  it.each([
    { round: 1, after: 300 },
    { round: 2, after: 1_200 },
  ])('has each one it answered 200, once: killed after $after', { timeout: 90_000 }, async ({ round, after }) => {
    await serving();
    const { acknowledged, cut } = await killedWhile(round, after);
    expect(acknowledged.size).toBeGreaterThanOrEqual(after);
    expect(cut).toBeGreaterThan(0);

    await service.start();
    await inboxEmpty(db, 40_000);
    const bodies = await db.sql<{ body: string; count: number }[]>`
      select body, count(*)::int as count from messages where body like ${`kill ${round}/%`} group by body`;
    const there = new Map(bodies.map(({ body, count }) => [body, count]));
    expect([...acknowledged].filter((body) => !there.has(body))).toEqual([]);
    expect([...there].filter(([, count]) => count !== 1)).toEqual([]);

    // Meta sends again what was not answered 200; then all of it is there.
    await sendAll(round, (body) => !acknowledged.has(body));
    await inboxEmpty(db, 40_000);
    const [total] = await db.sql`
      select count(*)::int as messages, count(distinct body)::int as bodies from messages where body like ${`kill ${round}/%`}`;
    expect(total).toEqual({ messages: webhooks, bodies: webhooks });
    const states = await db.sql`select state, count(*)::int as count from inbox where state <> 'done' group by state`;
    expect([...states]).toEqual([]);
  });
});

describe('a service killed between a send and its recording', () => {
  it('never sends the message again, and learns from the status what became of it', { timeout: 60_000 }, async () => {
    await serving();
    const ana = town.world.addPerson({ name: 'Ana Kill', phone: '+15550105001', country: 'US' });
    ana.write(sales, 'Are you there?');
    await town.settled();
    await inboxEmpty(db);
    const agent = await apiOf({ db, url: service.url }, 'agent');
    const [conversation] = await agent.conversations('&q=Ana%20Kill');
    const id = conversation?.id ?? '';

    // WhatsApp takes the message; the recording of its answer is stopped halfway.
    town.hold();
    await stopRecordings();
    const message = await agent.reply(id, 'We are here');
    await waitFor('the recording has begun', async () => (await recordingsUnderWay()) === 1);
    await service.kill();
    await letRecordingsGo();
    expect(await sendStates()).toEqual(['sending']);

    await service.start();
    town.flush();
    await town.settled();
    const restarted = await apiOf({ db, url: service.url }, 'agent');
    await waitFor('the status tells', async () => (await restarted.message(id, message.id)).status === 'delivered');
    expect(await sendStates()).toEqual(['done']);
    const next = await restarted.reply(id, 'Still here');
    await waitFor('the next one goes out', async () => (await restarted.message(id, next.id)).status === 'delivered');
    const sent = town.outbox.map(({ body }) => (body.text as { body: string }).body);
    expect(sent).toEqual(['We are here', 'Still here']);
  });

  it('takes a message nobody heard of as unknown, not as to be sent', { timeout: 60_000 }, async () => {
    const agent = await apiOf({ db, url: service.url }, 'agent');
    const [conversation] = await agent.conversations('&q=Ana%20Kill');
    const id = conversation?.id ?? '';
    await service.kill();
    const before = town.outbox.length;
    // As a process leaves it that died after claiming: long enough ago that nobody can still be at it.
    const [left] = await db.sql<{ id: string }[]>`
      with message as (
        insert into messages (portfolio_id, id, conversation_id, phone_number_id, direction, at, tie, type, body, summary, status)
        select portfolio_id, gen_random_uuid(), id, phone_number_id, 'out', now(), '1x', 'text', 'lost', 'lost', 'queued'
        from conversations where id = ${id} returning portfolio_id, id, conversation_id, phone_number_id
      )
      insert into outbound (portfolio_id, message_id, conversation_id, phone_number_id, state, request, claimed_at, attempts)
      select portfolio_id, id, conversation_id, phone_number_id, 'sending', '{}'::jsonb, now() - interval '2 minutes', 1 from message
      returning message_id as id`;
    await service.start();
    const restarted = await apiOf({ db, url: service.url }, 'agent');
    await waitFor(
      'it is unknown',
      async () => (await restarted.message(id, left?.id ?? '')).status === 'unknown',
      20_000,
    );
    const next = await restarted.reply(id, 'After the loss');
    await waitFor('the next one goes out', async () => (await restarted.message(id, next.id)).status === 'delivered');
    expect(town.outbox.length).toBe(before + 1);
  });
});

/** The service as the test before left it, or a new one where it left none. */
async function serving(): Promise<void> {
  if (!service.isRunning()) await service.start();
}

/** Sends everything, kills after so many acknowledgements, and answers which were acknowledged and how many were not. */
async function killedWhile(round: number, after: number): Promise<{ acknowledged: Set<string>; cut: number }> {
  let killing: Promise<void> | undefined;
  const { acknowledged, cut } = await sendAll(
    round,
    () => true,
    (count) => {
      if (count >= after) killing ??= service.kill();
    },
  );
  await killing;
  return { acknowledged, cut };
}

async function sendAll(round: number, wanted: (body: string) => boolean, onCount: (count: number) => void = () => {}) {
  const waiting = Array.from({ length: webhooks }, (_, index) => index).filter((index) => wanted(bodyOf(round, index)));
  const acknowledged = new Set<string>();
  let cut = 0;
  const sender = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const body = bodyOf(round, index);
      const phone = String(15_550_200_000 + (index % 500));
      const webhook = webhookOf([{ wamid: `wamid.KILL${round}x${index}`, phone, body }]);
      if ((await postWebhook(service.webhookUrl, JSON.stringify(webhook))) === 200) acknowledged.add(body);
      else cut += 1;
      onCount(acknowledged.size);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return { acknowledged, cut };
}

function bodyOf(round: number, index: number): string {
  return `kill ${round}/${index}`;
}

async function sendStates(): Promise<string[]> {
  const rows = await db.sql<{ state: string }[]>`select state from outbound order by queued_at`;
  return rows.map(({ state }) => state);
}

/** From now on whoever records what WhatsApp answered to a send sleeps in the middle of it. */
async function stopRecordings(): Promise<void> {
  await db.sql.unsafe(`
    create function sleep_long() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
    create trigger stop_recordings before update on messages for each row
      when (old.wamid is null and new.wamid is not null) execute function sleep_long()`);
}

async function recordingsUnderWay(): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  return row?.count ?? 0;
}

/** The dead process's sessions end, and with them what they had not committed. */
async function letRecordingsGo(): Promise<void> {
  await db.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await waitFor('they have ended', async () => (await recordingsUnderWay()) === 0);
  await db.sql.unsafe('drop trigger stop_recordings on messages; drop function sleep_long');
}
