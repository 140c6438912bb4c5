// Messages that name others: whatever order they come in, and by whichever of its two ids.

import type { MessageItem } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { threadsSeen } from '../testing/reading.ts';
import { echo, message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { cardsOfMessage } from './cards.ts';
import { conversationById, listConversations } from './conversation-list.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
});
beforeEach(async () => {
  world = await openWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const ana = { phone: '+15552000001', bsuid: 'US.1000000000000001' };
const tail = 'A1B2C3D4E5F6071829';
/** One message has one tail, and an id for each name of the person it is about. */
const idFor = (name: string, end = tail) =>
  `wamid.${Buffer.concat([
    Buffer.from([0x1c, 0x18, name.length]),
    Buffer.from(name),
    Buffer.from([0x15, name.includes('.') ? 4 : 2, 0, 0x12, 0x18, end.length]),
    Buffer.from(end),
    Buffer.from([0]),
  ]).toString('base64')}`;
const byPhone = idFor('15552000001');
const byAccount = idFor(ana.bsuid);

const says = (at: number, id: string, content = text('hello'), who = ana) =>
  world.receive(message(who, { at, id }, content));
const reaction = (target: string, emoji?: string) => ({ type: 'reaction', reaction: { message_id: target, emoji } });
const edit = (target: string, body: string) => ({
  type: 'edit',
  edit: { original_message_id: target, message: { type: 'text', text: { body } } },
});
const captioned = (target: string, caption: string) => ({
  type: 'edit',
  edit: { original_message_id: target, message: { type: 'image', image: { id: '7', caption } } },
});
const revoke = (target: string) => ({ type: 'revoke', revoke: { original_message_id: target } });

async function items(thread = 0): Promise<MessageItem[]> {
  const seen = (await threadsSeen(db, world.portfolioId))[thread];
  return (seen?.items ?? []).filter((one) => one.kind === 'message');
}
const lastLine = async () => (await threadsSeen(db, world.portfolioId))[0]?.conversation.lastItem?.summary;

describe('a message with two ids', () => {
  it('is found by the other one: by a quote, a reaction, an edit', async () => {
    await says(10, byPhone);
    await says(20, 'w2', { ...text('about that'), context: { id: byAccount } } as never);
    await says(30, 'w3', reaction(byAccount, '❤️') as never);
    await says(40, 'w4', edit(byAccount, 'hello again') as never);
    const [first, quote, react] = await items();
    expect(first).toMatchObject({
      text: { body: 'hello again' },
      edited: { before: 'hello' },
      reactions: [{ emoji: '❤️', by: 'customer' }],
    });
    expect(quote?.quotes).toBe(first?.id);
    expect(react?.target).toBe(first?.id);
  });

  it('is not found in another thread, nor by an id that only looks alike', async () => {
    await says(10, byPhone);
    await says(20, 'w2', { ...text('mine'), context: { id: byAccount } } as never, {
      phone: '+15552000002',
      bsuid: 'US.2',
    });
    await says(30, 'w3', { ...text('a'), context: { id: idFor(ana.bsuid, `${tail.slice(0, -1)}8`) } } as never);
    const quotes = [...(await items(0)), ...(await items(1))].map((one) => one.quotes);
    expect(quotes.filter((one) => one !== undefined)).toEqual([null, null]);
  });

  it('is taken by the exact id where two messages have the same tail', async () => {
    await says(10, byPhone, text('first'));
    await says(20, byAccount, text('second'));
    await says(30, 'w3', { ...text('a'), context: { id: byAccount } } as never);
    const [, second, quote] = await items();
    expect(quote?.quotes).toBe(second?.id);
  });
});

describe('what comes before the message it is about', () => {
  it('counts once the message is there: an edit, a reaction, a deletion', async () => {
    await says(20, 'w2', edit('w1', 'new words') as never);
    await says(30, 'w3', reaction('w1', '🎉') as never);
    await says(10, 'w1', text('old words'));
    expect((await items())[0]).toMatchObject({
      text: { body: 'new words' },
      edited: { before: 'old words' },
      reactions: [{ emoji: '🎉' }],
    });
    await says(50, 'w5', revoke('w4') as never);
    await says(40, 'w4', text('gone at once'));
    const gone = (await items()).find((one) => one.deletedAt !== undefined);
    expect(gone).toMatchObject({ summary: 'This message was deleted.' });
    expect(JSON.stringify(await items())).not.toContain('gone at once');
  });
});

describe('an edit', () => {
  it('of a caption changes the caption', async () => {
    await says(10, 'w1', { type: 'image', image: { id: '7', caption: 'the receipt' } } as never);
    await says(20, 'w2', captioned('w1', 'the other receipt') as never);
    expect((await items())[0]).toMatchObject({
      media: { caption: 'the other receipt' },
      summary: 'Photo: the other receipt',
      edited: { before: 'the receipt' },
    });
  });

  it('or deletion by somebody else changes nothing', async () => {
    await world.receive(echo(ana, { at: 10, id: 'w1' }, 'from us'));
    await says(20, 'w2', edit('w1', 'forged') as never);
    await says(30, 'w3', revoke('w1') as never);
    expect((await items())[0]).toMatchObject({ text: { body: 'from us' } });
    expect((await items())[0]).not.toHaveProperty('deletedAt');
  });
});

describe('a card', () => {
  const contacts = [
    {
      name: { formatted_name: 'Otra Persona' },
      phones: [],
      origin: 'other',
      vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Otra Persona\r\nEMAIL:otra@example.com\r\nEND:VCARD\r\n',
    },
  ];

  it('has what only its vCard tells, and is not given once its message was deleted', async () => {
    await says(10, 'w1', { type: 'contacts', contacts } as never);
    const [card] = await items();
    expect(card?.cards).toMatchObject([{ emails: [{ email: 'otra@example.com' }], attested: false }]);
    const [thread] = (await listConversations(db, within(inEnglish, world.portfolioId), { limit: 1 })).data;
    const found = await conversationById(db, within(inEnglish, world.portfolioId), thread?.id ?? '');
    if (!found) throw new Error('no thread');
    expect(await cardsOfMessage(db, found, card?.id ?? '')).toHaveLength(1);
    await says(20, 'w2', revoke('w1') as never);
    expect(await cardsOfMessage(db, found, card?.id ?? '')).toEqual([]);
    expect(JSON.stringify(await items())).not.toContain('otra@');
  });
});

describe('the last line of a thread', () => {
  it('says nothing that was deleted, also within one second', async () => {
    await says(10, 'w1', text('my secret'));
    await says(10, 'w2', edit('w1', 'my new secret') as never);
    await says(10, 'w3', revoke('w1') as never);
    expect(await lastLine()).not.toContain('secret');
  });

  it('says what an edited message says now, where the edit stands before it', async () => {
    await says(10, 'w1', text('at five'));
    await says(9, 'w2', edit('w1', 'at six') as never);
    expect(await lastLine()).toBe('at six');
  });
});
