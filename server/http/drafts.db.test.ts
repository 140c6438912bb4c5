import type { Drafts, NoteItem } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { sweepRetention } from '../jobs/sweep-retention.ts';
import { type App, openApp } from '../testing/app.ts';
import { type AtTheDesk, atTheDesk } from '../testing/at-the-desk.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message, moved, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let maya: AtTheDesk;
let jonas: AtTheDesk;
let threadId = '';
let customers = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  [maya, jonas] = [await atTheDesk(app, 'agent'), await atTheDesk(app, 'supervisor')];
});
beforeEach(async () => {
  customers += 1;
  threadId = await threadOf(customer(customers), 10 * customers);
  world.setTime(10 * customers + 5);
});
afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

const customer = (n: number) => ({ phone: `+155530000${String(n).padStart(2, '0')}`, bsuid: `US.${n}` });
async function threadOf(who: { phone: string; bsuid: string }, at: number): Promise<string> {
  await world.receive(message(who, { at, id: `w${who.bsuid}` }, text('Is it ready?')));
  const seen = await threadsSeen(db, world.portfolioId);
  return seen.find(({ conversation }) => conversation.contact.identifier.value === who.phone)?.conversation.id ?? '';
}
const drafts = async (who: AtTheDesk, id = threadId) => (await who<Drafts>('GET', `/conversations/${id}/drafts`)).body;
const keep = async (who: AtTheDesk, kind: 'reply' | 'note', body: string, id = threadId) =>
  (await who('PUT', `/conversations/${id}/drafts`, { kind, body })).status;
const reply = async (who: AtTheDesk, body: string) =>
  (await who('POST', `/conversations/${threadId}/messages`, { type: 'text', text: { body } })).status;

describe('a draft', () => {
  it('is there wherever its writer is, and nobody else’s', async () => {
    expect(await drafts(maya)).toEqual({ reply: null, note: null });
    expect(await keep(maya, 'reply', 'Dear Ana')).toBe(204);
    expect(await keep(maya, 'reply', 'Dear Ana, call +1 555 300 0001')).toBe(204);
    expect(await keep(maya, 'note', 'Ask Jonas')).toBe(204);
    const savedAt = new Date(world.tools.clock()).toISOString();
    expect(await drafts(maya)).toEqual({
      reply: { body: 'Dear Ana, call +1 555 300 0001', savedAt },
      note: { body: 'Ask Jonas', savedAt },
    });
    expect(await drafts(jonas)).toEqual({ reply: null, note: null });
  });

  it('is gone when it is sent, each by itself, or emptied', async () => {
    await keep(maya, 'reply', 'Yes');
    await keep(maya, 'note', 'Ask Jonas');
    await keep(jonas, 'reply', 'No');
    expect(await reply(maya, 'Yes, it is.')).toBe(202);
    expect(await drafts(maya)).toMatchObject({ reply: null, note: { body: 'Ask Jonas' } });
    expect(
      (await maya<NoteItem>('POST', `/conversations/${threadId}/notes`, { text: 'Ask Jonas', mentions: [] })).status,
    ).toBe(201);
    expect(await drafts(maya)).toEqual({ reply: null, note: null });
    expect(await drafts(jonas)).toMatchObject({ reply: { body: 'No' } });
    await keep(jonas, 'reply', '');
    expect(await drafts(jonas)).toMatchObject({ reply: null });
  });

  it('stays when somebody only reacts', async () => {
    await keep(maya, 'reply', 'Yes');
    const { body } = await maya<{ data: { id: string }[] }>('GET', `/conversations/${threadId}/messages`);
    const reaction = { message: body.data[0]?.id, emoji: '👍' };
    const answer = await maya('POST', `/conversations/${threadId}/messages`, { type: 'reaction', reaction });
    expect(answer.status).toBe(202);
    expect(await drafts(maya)).toMatchObject({ reply: { body: 'Yes' } });
  });

  it('goes on in the thread that survives, where two become one', async () => {
    const old = customer(customers);
    customers += 1;
    const now = customer(customers);
    const second = await threadOf(now, 10 * customers);
    await keep(maya, 'reply', 'for the second', second);
    await keep(maya, 'note', 'of the first');
    await keep(maya, 'note', 'of the second', second);
    await world.receive(moved(old, now, { at: 10 * customers + 6, id: `s${customers}` }));
    expect(await drafts(maya)).toMatchObject({ reply: { body: 'for the second' }, note: { body: 'of the first' } });
    expect(await drafts(maya, second)).toEqual(await drafts(maya));
  });

  it('is for people, of a length, in threads they may see', async () => {
    const key = await app.key('agent');
    const path = `${app.url}/api/v1/conversations/${threadId}/drafts`;
    expect((await fetch(path, { headers: { authorization: `Bearer ${key}` } })).status).toBe(403);
    expect(await keep(maya, 'reply', 'x'.repeat(16_001))).toBe(400);
    expect(await keep(maya, 'reply', 'x', crypto.randomUUID())).toBe(404);
    const auditor = await atTheDesk(app, 'auditor');
    expect((await auditor('GET', `/conversations/${threadId}/drafts`)).status).toBe(403);
  });

  it('is forgotten when nobody comes back to it', async () => {
    await keep(maya, 'reply', 'Yes');
    const later = { ...world.tools, clock: () => world.tools.clock() + 91 * 24 * 60 * 60 * 1000 };
    // Whoever was signed in is not any more, either.
    while ((await sweepRetention({ db, tools: later })) > 0);
    expect(await db.sql`select from drafts`).toHaveLength(0);
  });
});
