import type { MessageItem } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let key: string;
let thread: string;
let token = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  world.setTime(20);
  await world.receive(message({ phone: '+15552000001', bsuid: 'US.1' }, { at: 10, id: 'w1' }));
  thread = (await threadsSeen(db, world.portfolioId))[0]?.conversation.id ?? '';
  app = await openApp(world);
  key = await app.key('admin');
});

beforeEach(() => {
  token += 1;
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function reply(
  body: string,
  { as = key, once = `call-number-${token}` }: { as?: string; once?: string | null } = {},
) {
  const answer = await fetch(`${app.url}/api/v1/conversations/${thread}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      ...(once !== null && { 'idempotency-key': once }),
    },
    body: JSON.stringify({ type: 'text', text: { body } }),
  });
  return { status: answer.status, json: (await answer.json()) as MessageItem & { code?: string } };
}

const sentWith = async (body: string) =>
  (await db.sql`select id from messages where portfolio_id = ${world.portfolioId} and body = ${body}`).length;

describe('an Idempotency-Key', () => {
  it('makes a call done once: the second time it has the same answer', async () => {
    const first = await reply('once');
    const second = await reply('once');
    expect(first.status).toBe(202);
    expect(second).toEqual(first);
    expect(await sentWith('once')).toBe(1);
  });

  it('used for something else is refused, and nothing is done', async () => {
    await reply('one thing');
    const other = await reply('another thing');
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await sentWith('another thing')).toBe(0);
  });

  it('holds when calls come at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => reply('at once')));
    expect(answers.map((one) => one.status)).toEqual([202, 202, 202, 202]);
    expect(new Set(answers.map((one) => one.json.id)).size).toBe(1);
    expect(await sentWith('at once')).toBe(1);
  });

  it('is the caller’s own: another key may use the same text', async () => {
    await reply('mine');
    const other = await reply('mine', { as: await app.key('supervisor') });
    expect(other.status).toBe(202);
    expect(await sentWith('mine')).toBe(2);
  });

  it('of a refused call may be used again once the reason is gone', async () => {
    world.setTime(10 + 86_400);
    expect((await reply('later')).json.code).toBe('window_closed');
    world.setTime(20);
    expect((await reply('later')).status).toBe(202);
  });

  it('left out, the call is done as often as it is made', async () => {
    await reply('twice', { once: null });
    await reply('twice', { once: null });
    expect(await sentWith('twice')).toBe(2);
  });
});
