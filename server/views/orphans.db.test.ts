import type { Orphan, Page } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { type App, openApp } from '../testing/app.ts';
import { otherNumber } from '../testing/names.ts';
import { lines, threadsSeen } from '../testing/reading.ts';
import { echo, status } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { listContacts } from './contacts.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  await app?.close();
  await db.sql`delete from early_statuses`;
  world = await openWorld(db);
  app = await openApp(world);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

const bo = { phone: '+15552000007', bsuid: 'US.31415926', parent: 'US.ENT.27182818' };
const strange = (word: string, at: number, id = 'wamid.CANARY1') => status(word, { at, id }, { to: bo });

/** As if everything had come this much earlier. */
async function wait(ms: number): Promise<void> {
  await db.sql`update early_statuses set received_at = received_at - ${ms}::int * interval '1 millisecond'`;
}

async function get(query = '', key?: string): Promise<{ status: number; text: string; page: Page<Orphan> }> {
  const authorization = `Bearer ${key ?? (await app.key('supervisor', [world.portfolioId]))}`;
  const answer = await fetch(`${app.url}/api/v1/orphans${query}`, { headers: { authorization } });
  const text = await answer.text();
  return { status: answer.status, text, page: JSON.parse(text) };
}

async function gauge(): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^throughline_orphans (\d+)$/m.exec(text)?.[1]);
}

describe('a status of a message nobody sent here', () => {
  it('is an orphan once its message has had time to be recorded, and not before', async () => {
    await world.receive(strange('sent', 1));
    await wait(limits.orphanAfterMs - 30_000);
    expect((await get()).page.data).toEqual([]);
    expect(await gauge()).toBe(0);
    await wait(31_000);
    expect((await get()).page.data).toHaveLength(1);
    expect(await gauge()).toBe(1);
  });

  it('is told with the number, the status and the time, without any id of Meta’s, and made nobody', async () => {
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    await world.receive(
      status('failed', { at: 5, id: 'wamid.CANARY1', number: otherNumber }, { to: bo, errors }),
      status('read', { at: 6, id: 'wamid.CANARY2', number: '200000000000099' }, { to: bo }),
    );
    await wait(limits.orphanAfterMs);
    const { page, text } = await get();
    expect(page.data.sort((a, b) => a.at.localeCompare(b.at))).toMatchObject([
      {
        businessNumber: { id: otherNumber, display: '+15550003333' },
        status: 'failed',
        at: '2026-09-22T12:00:05.000Z',
        reason: 'message_unknown',
        failure: { code: 131026, text: expect.stringMatching(/\w{3}/) },
      },
      { businessNumber: null, status: 'read', at: '2026-09-22T12:00:06.000Z' },
    ]);
    expect(page.data[1]).not.toHaveProperty('failure');
    for (const canary of ['CANARY', '31415926', '27182818', '15552000007']) expect(text).not.toContain(canary);
    expect((await listContacts(db, within(inEnglish, world.portfolioId), { limit: 10 })).data).toEqual([]);
  });

  it('is still claimed by its message when that is recorded late, and is an orphan no more', async () => {
    await world.receive(strange('read', 2));
    await wait(limits.orphanAfterMs * 2);
    expect((await get()).page.data).toHaveLength(1);
    await world.receive(echo(bo, { at: 1, id: 'wamid.CANARY1' }));
    expect((await get()).page.data).toEqual([]);
    expect(await gauge()).toBe(0);
    expect((await threadsSeen(db, world.portfolioId)).map(lines)).toEqual([['1 out text from the app read']]);
  });

  it('is listed a page at a time, each once, the newest first', async () => {
    for (let i = 1; i <= 5; i += 1) {
      await world.receive(strange('sent', i, `wamid.${i}`));
      // Two of each page edge have come in one moment.
      if (i !== 2) await wait(limits.orphanAfterMs);
    }
    await db.sql`update early_statuses set received_at = date_trunc('minute', received_at)`;
    const seen: Orphan[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { page }: { page: Page<Orphan> } = await get(`?limit=2${next && `&cursor=${next}`}`);
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data);
      next = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    expect(seen.map(({ receivedAt }) => receivedAt)).toEqual(
      seen
        .map(({ receivedAt }) => receivedAt)
        .sort()
        .reverse(),
    );
    expect((await get('?cursor=made-up')).status).toBe(400);
  });

  it('is for those who may see what is parked, of their own portfolios', async () => {
    await world.receive(strange('sent', 1));
    await wait(limits.orphanAfterMs);
    const elsewhere = await openWorld(db);
    expect((await get('', await app.key('supervisor', [elsewhere.portfolioId]))).page.data).toEqual([]);
    expect((await get('', await app.key('admin'))).page.data).toHaveLength(1);
    expect((await get('', await app.key('agent'))).status).toBe(403);
  });
});
