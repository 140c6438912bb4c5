import type { Me } from '@throughline/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
const open: AbortController[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
});

afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

interface Heard {
  id?: string;
  event: string;
  data: { kind?: string; id?: string; contactId?: string };
}

/** Listens until the test is over; `heard` grows. */
async function listen(
  key: string,
  lastEventId?: string,
  after?: string,
): Promise<{ heard: Heard[]; type: string | null }> {
  const controller = new AbortController();
  open.push(controller);
  const answer = await fetch(`${app.url}/api/v1/live${after === undefined ? '' : `?after=${after}`}`, {
    headers: { authorization: `Bearer ${key}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: controller.signal,
  });
  const heard: Heard[] = [];
  void read(answer, heard).catch(() => {});
  return { heard, type: answer.headers.get('content-type') };
}

async function read(answer: Response, heard: Heard[]): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const event = field('event');
      if (event)
        heard.push({ event, data: JSON.parse(field('data') ?? '{}'), ...(field('id') && { id: field('id') ?? '' }) });
    }
  }
}

const patience = { timeout: 10_000, interval: 20 };
let n = 0;
const somebodyWrites = (where = world) => {
  n += 1;
  return where.receive(message({ bsuid: `US.${n}` }, { at: n, id: `w${n}` }));
};
const kinds = (heard: Heard[]) => heard.map((one) => one.data.kind).sort();

describe('the live stream', () => {
  it('tells of a change when it is committed, with ids of ours only', async () => {
    const { heard, type } = await listen(await app.key('agent'));
    expect(type).toContain('text/event-stream');
    await somebodyWrites();
    await expect.poll(() => kinds(heard), patience).toEqual(['contact', 'conversation']);
    expect(heard.every((one) => one.event === 'change' && /^\d+\.\d+$/.test(one.id ?? ''))).toBe(true);
    expect(JSON.stringify(heard)).not.toMatch(/US\.\d|wamid|w\d/);
  });

  it('goes on after the last event heard: nothing is missed, nothing told twice', async () => {
    const key = await app.key('agent');
    const first = await listen(key);
    await somebodyWrites();
    await expect.poll(() => first.heard.length, patience).toBe(2);
    open.pop()?.abort();
    await somebodyWrites();
    await somebodyWrites();
    const again = await listen(key, first.heard.at(-1)?.id);
    await expect.poll(() => again.heard.length, patience).toBe(4);
    await somebodyWrites();
    await expect.poll(() => again.heard.length, patience).toBe(6);
    expect(new Set([...first.heard, ...again.heard].map((one) => one.id)).size).toBe(8);
  });

  it('begins where /me said it stood, so that nothing falls between a first list and the stream', async () => {
    const key = await app.key('agent');
    const answer = await fetch(`${app.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
    const { liveFrom } = (await answer.json()) as Me;
    await somebodyWrites();
    const { heard } = await listen(key, undefined, liveFrom);
    await expect.poll(() => kinds(heard), patience).toEqual(['contact', 'conversation']);
  });

  it.each(['0.0', 'nonsense', '99999999999999999999999.1', '999999999.1'])(
    'says to start afresh where it cannot go on: %s',
    async (cursor) => {
      await somebodyWrites();
      const { heard } = await listen(await app.key('agent'), cursor);
      await expect.poll(() => heard.map((one) => one.event), patience).toContain('reset');
      const before = heard.length;
      await somebodyWrites();
      await expect.poll(() => heard.length - before, patience).toBeGreaterThanOrEqual(2);
    },
  );

  it('tells a key of some portfolios nothing of the others', async () => {
    const other = await openWorld(db);
    const own = await listen(await app.key('agent', [world.portfolioId]));
    const others = await listen(await app.key('agent', [other.portfolioId]));
    await somebodyWrites();
    await somebodyWrites(other);
    await expect.poll(() => [own.heard.length, others.heard.length], patience).toEqual([2, 2]);
    const ids = (heard: Heard[]) => heard.map((one) => one.data.id);
    expect(ids(own.heard).filter((id) => ids(others.heard).includes(id))).toEqual([]);
  });

  it('is for those who may read threads', async () => {
    const officer = await app.key('privacy_officer');
    const answer = await fetch(`${app.url}/api/v1/live`, { headers: { authorization: `Bearer ${officer}` } });
    expect(answer.status).toBe(403);
    expect((await fetch(`${app.url}/api/v1/live`)).status).toBe(401);
  });
});
