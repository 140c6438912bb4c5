import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { otherNumber } from '../testing/names.ts';
import { lines, threadsSeen } from '../testing/reading.ts';
import { call, message, moved, preference, status, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { contactById, listContacts } from '../views/contacts.ts';
import { conversationById } from '../views/conversation-list.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { sendReply } from './send-reply.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const phone = '+15552000001';
const say = (who: object, at: number, body: string, number?: string) =>
  message(who, { at, id: `w-${body}`, number }, text(body));
const threads = () => threadsSeen(db, world.portfolioId);
/** What people said, thread by thread. */
const texts = async () =>
  (await threads()).map((one) =>
    one.items.flatMap((item) => (item.kind === 'message' ? [item.text?.body] : [])).join(' '),
  );
const contacts = async () => (await listContacts(db, within(inEnglish, world.portfolioId), { limit: 50 })).data;

describe('a late fact', () => {
  it('retracts an adoption: what the number said before another account had it goes back to its own thread', async () => {
    await world.receive(say({ phone }, 10, 'before'));
    await world.receive(say({ phone, bsuid: 'US.2' }, 30, 'after'));
    expect(await texts()).toEqual(['before after']);
    const [adopted] = await threads();
    await world.receive(say({ phone, bsuid: 'US.1' }, 20, 'between'));
    expect((await texts()).sort()).toEqual(['after', 'before between']);
    const survivor = await conversationById(db, within(inEnglish, world.portfolioId), adopted?.conversation.id ?? '');
    expect(survivor).toBeDefined();
    expect(await contacts()).toHaveLength(2);
  });

  it('gives phone-only messages to whoever had the number then', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(say({ phone }, 30, 'whose'));
    expect(await texts()).toEqual(['one whose']);
    await world.receive(say({ phone, bsuid: 'US.2' }, 20, 'two'));
    expect((await texts()).sort()).toEqual(['one', 'two whose']);
  });

  it('takes along an answer that went to a number after somebody else had it', async () => {
    await world.receive(say({ phone }, -400 * 86_400, 'one'));
    world.setTime(10);
    const [thread] = await threads();
    const template = { name: 'hello', language: { code: 'en' } };
    const reply = { conversationId: thread?.conversation.id ?? '', content: { type: 'template' as const, template } };
    const sent = await inTransaction(db, (tx) =>
      sendReply(tx, { ...reply, portfolios: [world.portfolioId], author: 'Sam' }, world.tools),
    );
    expect(sent.kind).toBe('queued');
    // Older than the answer, and newer than all that was known of the number: quiet for more than a year, so somebody else's (R11).
    await world.receive(say({ phone, bsuid: 'US.2' }, 5, 'two'));
    const shown = (await threads()).map(({ items }) =>
      items.flatMap((item) => (item.kind === 'message' ? [item.summary] : [])).join(', '),
    );
    expect(shown.sort()).toEqual(['one', 'two, Template: hello']);
  });

  it('takes calls along', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(call({ phone }, { at: 30, id: 'c1' }), call({ phone }, { at: 50, id: 'c1' }, 12));
    await world.receive(say({ phone, bsuid: 'US.2' }, 20, 'two'));
    const shown = (await threads()).map((one) => lines(one).filter((line) => !line.includes('notice')));
    expect(shown.sort()).toEqual([['10 in text one received'], ['20 in text two received', '30 call in ended']]);
  });

  it('takes unread messages along, and leaves the read ones read', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(say({ phone }, 30, 'a'), say({ phone }, 31, 'b'));
    expect((await threads()).map((one) => one.conversation.unread)).toEqual([3]);
    await world.receive(say({ phone, bsuid: 'US.2' }, 20, 'two'));
    const unread = (await threads()).map(
      (one) => `${one.items.filter((item) => item.kind === 'message').length}: ${one.conversation.unread}`,
    );
    expect(unread.sort()).toEqual(['1: 1', '3: 3']);
  });

  it('takes a word on marketing along: it is the word of whoever had the number then', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(preference({ phone }, 'stop', { at: 30 }));
    await world.receive(say({ phone, bsuid: 'US.2' }, 20, 'two'));
    const marketing = (await contacts()).map((one) => `${one.phone ?? 'no phone'}: ${one.marketing}`);
    expect(marketing.sort()).toEqual([`${phone}: stopped`, 'no phone: unset']);
  });

  it('rewrites the notices of the past', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(say({ phone, bsuid: 'US.2' }, 30, 'two'));
    const told = async () => (await threads()).flatMap((one) => lines(one).filter((line) => line.includes('notice')));
    expect((await told()).sort()).toEqual(['30 notice number_in_new_hands R12', '30 notice number_released R12']);
    await world.receive(moved({ phone, bsuid: 'US.1' }, { phone, bsuid: 'US.2' }, { at: 20, id: 's1' }));
    expect((await told()).filter((line) => line.includes('R12'))).toEqual([]);
    expect(await texts()).toEqual(['one two']);
  });

  it('that changes nothing moves nothing: ids, threads and contacts stay', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'a'), say({ phone, bsuid: 'US.1' }, 30, 'c'));
    const before = (await threads())[0];
    await world.receive(say({ phone, bsuid: 'US.1' }, 20, 'b'));
    const after = (await threads())[0];
    expect(after?.conversation.id).toBe(before?.conversation.id);
    expect(after?.conversation.contactId).toBe(before?.conversation.contactId);
    expect(await texts()).toEqual(['a b c']);
  });
});

describe('two people who turn out to be one', () => {
  const old = { phone, bsuid: 'US.1' };
  const now = { phone: '+15552000002', bsuid: 'US.2' };

  async function join() {
    await world.receive(say(old, 10, 'old'));
    await world.receive(say(now, 20, 'new'));
    const [first, second] = await threads();
    await world.receive(moved(old, now, { at: 30, id: 's1' }));
    if (!first || !second) throw new Error('two threads were expected');
    return { first: first.conversation, second: second.conversation };
  }

  it('have one thread, the older; the id of the other answers for ever', async () => {
    const { first, second } = await join();
    expect(await texts()).toEqual(['old new']);
    for (const id of [first.id, second.id]) {
      const found = await conversationById(db, within(inEnglish, world.portfolioId), id);
      expect(found?.conversation).toMatchObject({ id: first.id, mergedFrom: [second.id], unread: 2 });
    }
  });

  it('are one contact, the elder; the id of the other answers for ever', async () => {
    const { first, second } = await join();
    for (const id of [first.contactId, second.contactId]) {
      const found = await contactById(db, within(inEnglish, world.portfolioId), id);
      expect(found?.contact).toMatchObject({ id: first.contactId, mergedFrom: [second.contactId] });
    }
    expect((await contacts())[0]?.phones.map((one) => [one.value, one.role])).toEqual([
      ['+15552000002', 'current'],
      ['+15552000001', 'changed'],
    ]);
  });

  it('keep every retired id through a second join', async () => {
    const { first, second } = await join();
    const third = { phone: '+15552000003', bsuid: 'US.3' };
    await world.receive(say(third, 35, 'third'));
    const other = (await threads()).find((one) => one.conversation.id !== first.id)?.conversation;
    await world.receive(moved(now, third, { at: 40, id: 's2' }));
    expect(await texts()).toEqual(['old new third']);
    for (const id of [first.id, second.id, other?.id ?? ''])
      expect((await conversationById(db, within(inEnglish, world.portfolioId), id))?.conversation.id).toBe(first.id);
    for (const id of [first.contactId, second.contactId, other?.contactId ?? ''])
      expect((await contactById(db, within(inEnglish, world.portfolioId), id))?.contact.id).toBe(first.contactId);
  });

  it('have their threads joined number by number', async () => {
    await world.receive(say(old, 10, 'a'), say(old, 11, 'b', otherNumber));
    await world.receive(say(now, 20, 'c'), say(now, 21, 'd', otherNumber));
    await world.receive(moved(old, now, { at: 30, id: 's1' }));
    expect((await texts()).sort()).toEqual(['a c', 'b d']);
  });

  it('are answered under a retired id too, and what is owed goes on under the one that survives', async () => {
    await world.receive(say(old, 10, 'old'));
    await world.receive(say(now, 20, 'new'));
    const [first, second] = await threads();
    world.setTime(25);
    const reply = (body: string) =>
      inTransaction(db, (tx) =>
        sendReply(
          tx,
          {
            conversationId: second?.conversation.id ?? '',
            portfolios: [world.portfolioId],
            content: { type: 'text', text: { body } },
            author: 'Agent',
          },
          world.tools,
        ),
      );
    await reply('before');
    await world.receive(moved(old, now, { at: 30, id: 's1' }));
    world.setTime(40);
    expect(await reply('after')).toMatchObject({ kind: 'queued', conversationId: first?.conversation.id });
    expect(await texts()).toEqual(['old new before after']);
    const owed = await db.sql<{ thread: string; to: string }[]>`
      select conversation_id as thread, request ->> 'to' as to from outbound where portfolio_id = ${world.portfolioId}`;
    expect(owed.map((one) => one.thread)).toEqual([first?.conversation.id, first?.conversation.id]);
    expect(owed.map((one) => one.to)).toEqual([now.phone, now.phone]);
  });
});

describe('a status', () => {
  it('that names a stranger beside a known number moves nobody (R27)', async () => {
    await world.receive(say({ phone, bsuid: 'US.1' }, 10, 'one'));
    await world.receive(status('delivered', { at: 20, id: 'x' }, { to: { phone, bsuid: 'US.9' } }));
    await world.receive(say({ phone }, 30, 'two'));
    expect(await texts()).toEqual(['one two']);
    expect(await contacts()).toHaveLength(1);
  });
});
