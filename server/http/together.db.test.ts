import type { CannedReply, MessageItem, Page, Presence } from '@throughline/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { waitFor } from '../../tests/support/waiting.ts';
import { connect, type Database } from '../db/connect.ts';
import { deliverMessages } from '../jobs/deliver-messages.ts';
import { type App, openApp } from '../testing/app.ts';
import { type Graph, openGraph } from '../testing/graph.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, silent, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let graph: Graph;
let threadId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 10 });
  graph = await openGraph();
});
beforeEach(async () => {
  await db.sql`update outbound set state = 'done'`;
  graph.requests.length = 0;
  world = await openWorld(db);
  app = await openApp(world);
  const ana = { phone: '+15552000001', bsuid: 'US.1' };
  await world.receive(message(ana, { at: 10, id: 'w1' }, text('Is it ready?')));
  world.setTime(20);
  threadId = (await threadsSeen(db, world.portfolioId))[0]?.conversation.id ?? '';
});
afterEach(() => app.close());
afterAll(async () => {
  await graph.close();
  await db.close();
  await fresh.drop();
});

type Caller = <T>(
  method: string,
  path: string,
  body?: unknown,
  headers?: object,
) => Promise<{ status: number; body: T }>;

/** A program with a key, which may do what a person of the role may. */
async function caller(role: 'agent' | 'supervisor' | 'auditor', on: App = app): Promise<Caller> {
  const key = await on.key(role);
  return async <T>(method: string, path: string, body?: unknown, headers: object = {}) => {
    const answer = await fetch(`${on.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const words = await answer.text();
    return { status: answer.status, body: (words === '' ? undefined : JSON.parse(words)) as T };
  };
}

describe('a reply that is held', () => {
  const reply = async (who: Caller, body: string, delayMs?: number, headers: object = {}) => {
    const words = { type: 'text', text: { body }, ...(delayMs !== undefined && { delayMs }) };
    return await who<MessageItem>('POST', `/conversations/${threadId}/messages`, words, headers);
  };
  const deliver = () =>
    deliverMessages({
      db,
      graph: { url: graph.url, version: 'v26.0', accessToken: 'a token' },
      tools: world.tools,
      log: silent,
    });
  const sent = () => graph.requests.map(({ body }) => (body.text as { body: string }).body);
  const timePasses = () =>
    db.sql`update outbound set not_before = now() - interval '1 millisecond' where portfolio_id = ${world.portfolioId} and state = 'waiting'`;
  const shown = async () => {
    const [thread] = await threadsSeen(db, world.portfolioId);
    return {
      items: thread?.items.map((item) => ('summary' in item ? item.summary : item.kind)),
      last: thread?.conversation.lastItem?.summary,
      waits: thread?.conversation.waitingSince !== null,
    };
  };

  it('does not go before its time, goes once after it, whoever closed what', async () => {
    const maya = await caller('agent');
    const key = { 'idempotency-key': 'the key of a tab' };
    const first = await reply(maya, 'held', 5_000, key);
    expect(first).toMatchObject({ status: 202, body: { status: 'queued', waiting: { reason: 'undo' } } });
    expect(first.body.waiting?.until).not.toBeNull();
    // The tab was closed before it had its answer, and asks again when it is back.
    expect((await reply(maya, 'held', 5_000, key)).body.id).toBe(first.body.id);
    await deliver();
    expect(sent()).toEqual([]);
    // The service ended right after the answer; another process comes up later.
    await timePasses();
    await deliver();
    await deliver();
    expect(sent()).toEqual(['held']);
    expect(await maya('DELETE', `/conversations/${threadId}/messages/${first.body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'not_queued' },
    });
  });

  it('leaves no trace when it is taken back, and is never sent', async () => {
    const maya = await caller('agent');
    const before = await shown();
    const { body: held } = await reply(maya, 'too quick', 5_000);
    expect((await shown()).last).toBe('too quick');
    const back = await maya<MessageItem>('DELETE', `/conversations/${threadId}/messages/${held.id}`);
    expect(back).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await shown()).toEqual(before);
    expect(before).toMatchObject({ waits: true, last: 'Is it ready?' });
    await timePasses();
    await deliver();
    expect(sent()).toEqual([]);
  });

  it('keeps its place: what is written after it goes after it', async () => {
    const maya = await caller('agent');
    await reply(maya, 'first', 5_000);
    await reply(maya, 'second');
    await deliver();
    expect(sent()).toEqual([]);
    await timePasses();
    await deliver();
    expect(sent()).toEqual(['first', 'second']);
  });

  it('is held for a minute at most, not at all unless asked for, and not over the end of the window', async () => {
    const maya = await caller('agent');
    expect((await reply(maya, 'long', 60_001)).status).toBe(400);
    expect((await reply(maya, 'at once')).body.waiting).toBeUndefined();
    world.setTime(10 + 86_400 - 12);
    expect((await reply(maya, 'near the end', 5_000)).body.waiting?.reason).not.toBe('undo');
  });
});

describe('ready answers', () => {
  const save = async (who: Caller, shortcut: string, more: object = {}) =>
    await who<CannedReply>('POST', '/canned-replies', {
      scope: 'everyone',
      shortcut,
      title: `About ${shortcut}`,
      body: 'Hello {{contact.name|there}}',
      ...more,
    });
  const list = async (who: Caller, q = '') =>
    (await who<Page<CannedReply>>('GET', `/canned-replies?q=${encodeURIComponent(q)}`)).body.data.map(
      ({ shortcut }) => shortcut,
    );
  beforeEach(() => db.sql`delete from canned_replies`);

  it('are found by shortcut, title and text; what is taken often comes first', async () => {
    const lead = await caller('supervisor');
    await save(lead, 'hours', { body: 'We open at 9' });
    await save(lead, 'return', { title: 'Sending it back' });
    const { body: thanks } = await save(lead, 'thanks');
    expect(await list(lead)).toEqual(['hours', 'return', 'thanks']);
    const agent = await caller('agent');
    expect((await agent('POST', `/canned-replies/${thanks.id}/used`)).status).toBe(204);
    expect(await list(agent)).toEqual(['thanks', 'hours', 'return']);
    expect(await list(agent, 'sending')).toEqual(['return']);
    expect(await list(agent, 'OPEN at')).toEqual(['hours']);
    expect(await list(agent, '%')).toEqual([]);
  });

  it('of everybody are kept by supervisors, one’s own by oneself and seen by nobody else', async () => {
    const [lead, agent, auditor] = [await caller('supervisor'), await caller('agent'), await caller('auditor')];
    expect(await save(agent, 'all')).toMatchObject({ status: 403, body: { code: 'shared_reply' } });
    const { body: own } = await save(agent, 'mine', { scope: 'me' });
    expect(own).toMatchObject({ scope: 'me', mayChange: true });
    const { body: shared } = await save(lead, 'all');
    expect(await list(agent)).toEqual(['all', 'mine']);
    expect(await list(lead)).toEqual(['all']);
    expect(await list(auditor)).toEqual(['all']);
    expect((await save(auditor, 'x', { scope: 'me' })).status).toBe(403);
    expect((await lead('DELETE', `/canned-replies/${own.id}`)).status).toBe(404);
    expect((await agent('DELETE', `/canned-replies/${shared.id}`)).status).toBe(403);
    const changed = { scope: 'me', shortcut: 'Mine2', title: 'Mine', body: 'Other' };
    expect((await agent<CannedReply>('PUT', `/canned-replies/${own.id}`, changed)).body.shortcut).toBe('mine2');
    expect((await agent('DELETE', `/canned-replies/${own.id}`)).status).toBe(204);
  });

  it('have one of a shortcut on each shelf, and those of a team are its members’', async () => {
    const lead = await caller('supervisor');
    const team = crypto.randomUUID();
    await db.sql`insert into teams (id, name) values (${team}, ${`Returns ${team.slice(0, 8)}`})`;
    expect((await save(lead, 'back')).status).toBe(201);
    expect(await save(lead, 'back')).toMatchObject({ status: 409, body: { code: 'shortcut_taken' } });
    expect((await save(lead, 'back', { scope: 'team', teamId: team })).status).toBe(201);
    expect((await save(lead, 'back', { scope: 'me' })).status).toBe(201);
    expect((await save(lead, 'lost', { scope: 'team' })).status).toBe(400);
    const agent = await caller('agent');
    expect(await list(agent)).toEqual(['back']);
    const { id } = (await agent<{ id: string }>('GET', '/me')).body;
    await db.sql`insert into team_members (team_id, user_id) values (${team}, ${id})`;
    expect(await list(agent)).toEqual(['back', 'back']);
  });
});

describe('presence', () => {
  const tab = () => crypto.randomUUID();

  it('tells colleagues on every node who is here and who writes, and is not written down', async () => {
    const other = await openApp(world);
    try {
      const [maya, jonas] = [await caller('agent'), await caller('supervisor', other)];
      const say = (who: Caller, state: string, window: string) =>
        who<Presence>('POST', `/conversations/${threadId}/presence`, { tab: window, state });
      const [first, second] = [tab(), tab()];
      expect((await say(maya, 'here', first)).body.people).toEqual([]);
      const seen = async () =>
        (await say(jonas, 'here', second)).body.people.map(({ name, state }) => `${name} ${state}`);
      await waitFor('Jonas to see that somebody is here', async () => (await seen()).length > 0);
      expect(await seen()).toEqual(['a agent here']);
      await say(maya, 'typing', tab());
      await waitFor('one presence of two windows', async () => (await seen()).join() === 'a agent typing');
      await waitFor('each to see the other', async () => (await say(maya, 'here', first)).body.people.length === 1);
    } finally {
      await other.close();
    }
  });

  it('comes over the live stream, to those who may see the thread', async () => {
    const listening = new AbortController();
    const stream = await fetch(`${app.url}/api/v1/live`, {
      headers: { authorization: `Bearer ${await app.key('agent')}` },
      signal: listening.signal,
    });
    let heard = '';
    const reading = (async () => {
      for await (const piece of stream.body ?? []) heard += new TextDecoder().decode(piece);
    })();
    reading.catch(() => {});
    const jonas = await caller('supervisor');
    const path = `/conversations/${threadId}/presence`;
    await jonas('POST', path, { tab: tab(), state: 'typing' });
    await waitFor('the event', async () => heard.includes('event: presence'));
    expect(heard).toContain(`{"conversationId":"${threadId}","people":[{"id":`);
    expect(heard).toContain('"state":"typing"');
    listening.abort();
    const stranger = crypto.randomUUID();
    const nowhere = await jonas('POST', `/conversations/${stranger}/presence`, { tab: tab(), state: 'here' });
    expect(nowhere.status).toBe(404);
  });
});
