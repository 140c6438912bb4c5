import type { ContactId } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import type { Content } from '../conversations/rules-said.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { numberById } from '../numbers/store.ts';
import { defaultNumber } from '../testing/names.ts';
import { lines, threadsSeen } from '../testing/reading.ts';
import { message, moved, type Person, status } from '../testing/webhooks.ts';
import { openWorld, policy, portfolio, type World } from '../testing/world.ts';
import { listContacts } from '../views/contacts.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { notePreference } from './note-preference.ts';
import { sendReply } from './send-reply.ts';
import { startConversation } from './start-conversation.ts';

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
const day = 86_400;
const words: Content = { type: 'text', text: { body: 'good day' } };
const template: Content = { type: 'template', template: { name: 'hello', language: { code: 'en' } } };
const say = (who: Person, at: number) => world.receive(message(who, { at, id: `w${at}` }));
const threads = () => threadsSeen(db, world.portfolioId);
const requests = async () =>
  (
    await db.sql<{ request: Record<string, unknown> }[]>`
      select request from outbound where portfolio_id = ${world.portfolioId} order by queued_at`
  ).map((row) => row.request);

async function reply(content: Content = words, thread = 0, portfolios: World['portfolioId'][] | 'all' = 'all') {
  const conversationId = (await threads())[thread]?.conversation.id ?? '';
  const reply = { conversationId, portfolios, content, author: 'Agent' };
  return await inTransaction(db, (tx) => sendReply(tx, reply, world.tools));
}

async function start(to: { kind: 'phone' | 'contact' | 'username' | 'bsuid'; value: string }, content = template) {
  const number = await numberById(db, defaultNumber);
  if (!number) throw new Error('no number');
  const from = { ...number, portfolioId: world.portfolioId };
  return await inTransaction(db, (tx) =>
    startConversation(tx, { from, to, content, author: 'Agent' }, { policy, tools: world.tools }),
  );
}

describe('a reply', () => {
  it('is a message in the thread and a debt to Meta, in one commit', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    world.setTime(20);
    const outcome = await reply();
    expect(outcome).toMatchObject({ kind: 'queued', portfolioId: world.portfolioId });
    const [thread] = await threads();
    expect(thread && lines(thread)[1]).toBe('20 out text good day queued');
    expect(thread?.items[1]).toMatchObject({ author: 'Agent' });
    expect(thread?.conversation).toMatchObject({
      waitingSince: null,
      lastItem: { summary: 'good day', status: 'queued' },
    });
    expect(await requests()).toEqual([
      expect.objectContaining({
        to: phone,
        type: 'text',
        text: { body: 'good day' },
        biz_opaque_callback_data: outcome.kind === 'queued' && outcome.messageId,
      }),
    ]);
  });

  it.each<[string, Person[], string, string]>([
    ['the phone while it is theirs', [{ phone, bsuid: 'US.1' }], 'to', phone],
    [
      'the phone also where it is hidden now',
      [
        { phone, bsuid: 'US.1' },
        { bsuid: 'US.1', username: 'ana', name: 'Ana' },
      ],
      'to',
      phone,
    ],
    ['the account where no phone was ever known', [{ bsuid: 'US.1' }], 'recipient', 'US.1'],
    [
      'the account where the phone is another’s now',
      [
        { phone, bsuid: 'US.1' },
        { phone, bsuid: 'US.2' },
      ],
      'recipient',
      'US.1',
    ],
  ])('goes to %s', async (_what, acts, field, value) => {
    for (const [i, who] of acts.entries()) await say(who, 10 + i);
    world.setTime(20);
    const first = (await threads()).findIndex((one) => lines(one)[0]?.startsWith('10 '));
    await reply(words, first);
    const [request = {}] = await requests();
    expect(request[field]).toBe(value);
    expect(Object.keys(request).filter((key) => key === 'to' || key === 'recipient')).toEqual([field]);
  });

  it('follows an attested change of number', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    await world.receive(moved({ phone, bsuid: 'US.1' }, { bsuid: 'US.2' }, { at: 12, id: 's' }));
    world.setTime(20);
    await reply();
    expect(await requests()).toMatchObject([{ recipient: 'US.2' }]);
  });

  it('is held where the only number the thread knew belongs to somebody else', async () => {
    const longAgo = 10 - 400 * day;
    await say({ phone }, longAgo);
    await say({ phone, bsuid: 'US.1' }, 10);
    world.setTime(11);
    const old = (await threads()).findIndex((one) => lines(one)[0]?.startsWith(`${longAgo} `));
    expect(await reply(template, old)).toEqual({ kind: 'address_lost' });
    expect(await requests()).toEqual([]);
  });

  it('is sent to somebody who wants nothing begun with them while it answers, and no template once it does not', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    const contactId = (await threads())[0]?.conversation.contact.id as ContactId;
    const { portfolioId } = world;
    const wish = { category: 'all', value: 'stop', reason: 'asked us to', actor: { id: 'u1', name: 'Sam' } } as const;
    await inTransaction(db, (tx) => notePreference(tx, { portfolioId, contactId, ...wish }, world.tools));
    world.setTime(20);
    expect(await reply()).toMatchObject({ kind: 'queued' });
    expect(await reply(template)).toMatchObject({ kind: 'queued' });
    world.setTime(10 + day);
    expect(await reply(template)).toEqual({ kind: 'do_not_contact' });
  });

  it('may be free text up to the last moment of 24 hours, then only a template', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    world.setTime(10 + day - 1);
    expect(await reply()).toMatchObject({ kind: 'queued' });
    world.setTime(10 + day);
    expect(await reply()).toMatchObject({ kind: 'window_closed', closedAt: new Date(world.tools.clock()) });
    expect(await reply(template)).toMatchObject({ kind: 'queued' });
  });

  it('finds no thread of another portfolio', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    world.setTime(20);
    expect(await reply(words, 0, [portfolio('somebody-else')])).toEqual({ kind: 'no_conversation' });
  });
});

describe('a conversation we begin', () => {
  it('by phone makes the person known, and the answer lands in the same thread', async () => {
    world.setTime(10);
    expect(await start({ kind: 'phone', value: '+1 (555) 200-0001' })).toMatchObject({ kind: 'queued' });
    expect(await requests()).toMatchObject([{ to: phone, type: 'template' }]);
    await say({ phone, bsuid: 'US.1', name: 'Ana' }, 20);
    const all = await threads();
    expect(all.map(lines)).toEqual([['10 out template Template: hello queued', '20 in text hello received']]);
    expect(all[0]?.conversation.contact.displayName).toBe('Ana');
  });

  it('keeps somebody who hides the number on the thread, though the status that tells of them is a moment older than our writing', async () => {
    world.setTime(90.5);
    await start({ kind: 'phone', value: phone });
    await world.receive(status('sent', { at: 90, id: 'wamid.OURS' }, { to: { phone, bsuid: 'US.1' } }));
    await say({ bsuid: 'US.1', name: 'Ana', username: 'ana' }, 120);
    expect((await threads()).map((one) => lines(one).length)).toEqual([2]);
  });

  it('goes to the thread there is already', async () => {
    await say({ phone, bsuid: 'US.1' }, 10);
    world.setTime(20);
    await start({ kind: 'phone', value: phone }, words);
    const [{ data }] = [await listContacts(db, within(inEnglish, world.portfolioId), { limit: 5 })];
    await start({ kind: 'contact', value: data[0]?.id ?? '' });
    expect(await threads()).toHaveLength(1);
    expect(await requests()).toHaveLength(2);
  });

  it.each([
    ['username', 'ana', 'username_not_addressable'],
    ['bsuid', 'US.1', 'bsuid_needs_relationship'],
    ['phone', 'MY.2035200694071263', 'phone_invalid'],
    ['phone', '+15550001111', 'own_number'],
    ['phone', '+1 555 000 3333', 'own_number'],
    ['contact', '00000000-0000-4000-8000-000000000000', 'no_contact'],
    ['contact', 'not an id', 'no_contact'],
  ] as const)('is refused to a %s like %s: %s', async (kind, value, outcome) => {
    expect(await start({ kind, value })).toEqual({ kind: outcome });
  });

  it('needs a phone that is theirs now', async () => {
    await say({ bsuid: 'US.1' }, 10);
    const { data } = await listContacts(db, within(inEnglish, world.portfolioId), { limit: 5 });
    expect(await start({ kind: 'contact', value: data[0]?.id ?? '' })).toEqual({ kind: 'phone_required' });
  });

  it('needs a template where the customer has not written', async () => {
    expect(await start({ kind: 'phone', value: phone }, words)).toEqual({ kind: 'window_closed', closedAt: null });
  });
});
