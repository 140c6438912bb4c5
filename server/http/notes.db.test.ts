import type { Colleague, Conversation, MentionItem, NoteItem, Page, TimelineItem } from '@throughline/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { type App, openApp } from '../testing/app.ts';
import { lines, threadsSeen } from '../testing/reading.ts';
import { type Person as Customer, message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;

const phone = '+15552000001';
const hear = (who: Customer, at: number, words: string) =>
  world.receive(message(who, { at, id: `w${at}` }, text(words)));

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});
beforeEach(async () => {
  world = await openWorld(db);
  app = await openApp(world);
  await hear({ phone, bsuid: 'US.1' }, 10, 'Is it ready?');
  world.setTime(20);
});
afterEach(() => app.close());
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

interface Answer<T> {
  status: number;
  body: T;
}

const cookies = new Map<string, string>();

/** Somebody at the desk. */
async function person(role: 'agent' | 'supervisor' | 'privacy_officer' | 'auditor') {
  const cookie = cookies.get(role) ?? (await app.cookie(role));
  // To sign in takes a while, on purpose; one session serves all tests.
  cookies.set(role, cookie);
  return async <T>(method: string, path: string, body?: unknown, headers: object = {}): Promise<Answer<T>> => {
    const answer = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        origin: 'http://127.0.0.1:8080',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  };
}
type Person = Awaited<ReturnType<typeof person>>;

const threads = () => threadsSeen(db, world.portfolioId);
const threadId = async () => (await threads())[0]?.conversation.id ?? '';
const idOf = async (who: Person) => (await who<{ id: string }>('GET', '/me')).body.id;
const write = async (who: Person, text: string, ...called: string[]) => {
  const mentions = called.map((id) => ({ kind: 'person', id }));
  return await who<NoteItem>('POST', `/conversations/${await threadId()}/notes`, { text, mentions });
};
const unread = async (who: Person) => (await who<{ unread: number }>('GET', '/mentions/count')).body.unread;
const called = async (who: Person) => {
  const own = (await threads()).map((one) => one.conversation.id);
  const { data } = (await who<Page<MentionItem>>('GET', '/mentions')).body;
  return data.filter((one) => own.includes(one.conversationId));
};

describe('a note', () => {
  it('stands in the thread at its time, calls a colleague, and is owed to nobody', async () => {
    const [jonas, maya] = [await person('agent'), await person('supervisor')];
    const written = await write(jonas, 'Held one in the back. @A supervisor please confirm', await idOf(maya));
    expect(written).toMatchObject({ status: 201, body: { author: { name: 'A agent' }, editedAt: null } });
    world.setTime(30);
    await hear({ phone, bsuid: 'US.1' }, 30, 'Hello?');

    const [thread] = await threads();
    expect(thread && lines(thread)).toEqual([
      '10 in text Is it ready? received',
      '20 note A agent Held one in the back. @A supervisor please confirm',
      '30 in text Hello? received',
    ]);
    expect(thread?.conversation.lastItem?.summary).toBe('Hello?');
    expect(await db.sql`select from outbound where portfolio_id = ${world.portfolioId}`).toHaveLength(0);
    expect(await db.sql`select from errands where portfolio_id = ${world.portfolioId}`).toHaveLength(0);

    expect([await unread(maya), await unread(jonas)]).toEqual([1, 0]);
    const queue = await maya<Page<MentionItem>>('GET', '/mentions?unread=true');
    expect(queue.body.data).toMatchObject([{ noteId: written.body.id, author: 'A agent', read: false }]);
    expect((await maya('POST', `/conversations/${await threadId()}/mentions/read`)).status).toBe(204);
    expect(await unread(maya)).toBe(0);
    expect(await called(maya)).toMatchObject([{ read: true }]);
  });

  it('cannot be quoted, reacted to, taken back or sent again: no door takes it for a message', async () => {
    const jonas = await person('agent');
    const { body: note } = await write(jonas, 'Between us');
    const messages = `/conversations/${await threadId()}/messages`;
    const quoting = await jonas('POST', messages, { type: 'text', text: { body: 'See' }, replyTo: note.id });
    expect(quoting).toMatchObject({ status: 422, body: { code: 'message_not_found' } });
    const reacting = await jonas('POST', messages, { type: 'reaction', reaction: { message: note.id, emoji: '👍' } });
    expect(reacting).toMatchObject({ status: 422, body: { code: 'message_not_found' } });
    expect((await jonas('DELETE', `${messages}/${note.id}`)).status).toBe(404);
    expect((await jonas('POST', `${messages}/${note.id}/resend`, {})).status).toBe(404);
    expect(await db.sql`select from outbound where portfolio_id = ${world.portfolioId}`).toHaveLength(0);
  });

  it('is changed by its author only, and what it said before is kept', async () => {
    const [jonas, maya, auditor] = [await person('agent'), await person('supervisor'), await person('auditor')];
    const { body: note } = await write(jonas, 'Tag 2219. @A supervisor', await idOf(maya));
    const path = `/conversations/${await threadId()}/notes/${note.id}`;
    expect(await maya('PUT', path, { text: 'Mine now' })).toMatchObject({ status: 403, body: { code: 'not_yours' } });

    world.setTime(40);
    const edited = await jonas<NoteItem>('PUT', path, { text: 'Tag 2291.' });
    expect(edited.body).toMatchObject({ text: { body: 'Tag 2291.' }, mentions: [], deletedAt: null });
    expect(edited.body.editedAt).not.toBeNull();
    // It calls nobody any more.
    expect(await called(maya)).toEqual([]);

    const deleted = await jonas<NoteItem>('DELETE', path);
    expect(deleted.body).toMatchObject({ text: { body: '' } });
    expect(deleted.body.deletedAt).not.toBeNull();
    expect((await jonas('DELETE', path)).status).toBe(200);
    expect((await jonas('PUT', path, { text: 'Again' })).status).toBe(404);
    expect((await jonas('GET', `${path}/versions`)).status).toBe(403);
    expect((await auditor('GET', `${path}/versions`)).body).toMatchObject({
      data: [
        { text: 'Tag 2219. @A supervisor', endedBy: 'edit' },
        { text: 'Tag 2291.', endedBy: 'delete' },
      ],
    });
  });

  it('written twice under one key is written once; it calls only who may read it', async () => {
    const jonas = await person('agent');
    const officer = await person('privacy_officer');
    const path = `/conversations/${await threadId()}/notes`;
    const key = { 'idempotency-key': 'a key of this test' };
    const [first, second] = [
      await jonas<NoteItem>('POST', path, { text: 'Once' }, key),
      await jonas<NoteItem>('POST', path, { text: 'Once' }, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    const calling = { text: 'See @A privacy_officer', mentions: [{ kind: 'person', id: await idOf(officer) }] };
    expect(await jonas('POST', path, calling)).toMatchObject({ status: 422, body: { code: 'nobody_called_so' } });
    expect((await officer('POST', path, { text: 'Hm' })).status).toBe(403);
    const page = await jonas<Page<TimelineItem>>('GET', `/conversations/${await threadId()}/messages`);
    expect(page.body.data.map((item) => item.kind)).toEqual(['message', 'note']);
  });
});

describe('a team that is called', () => {
  it('calls everybody in it but the author', async () => {
    const [jonas, maya] = [await person('agent'), await person('supervisor')];
    const team = crypto.randomUUID();
    await db.sql`insert into teams (id, name) values (${team}, 'Returns')`;
    for (const one of [jonas, maya])
      await db.sql`insert into team_members (team_id, user_id) values (${team}, ${await idOf(one)})`;
    const offered = (await jonas<Page<Colleague>>('GET', '/colleagues')).body.data;
    expect(offered).toContainEqual({ kind: 'team', id: team, name: 'Returns' });
    const mentions = [{ kind: 'team', id: team }];
    const path = `/conversations/${await threadId()}/notes`;
    const { body } = await jonas<NoteItem>('POST', path, { text: '@Returns who takes it?', mentions });
    expect(body.mentions).toEqual([{ kind: 'team', id: team, name: 'Returns' }]);
    expect(await called(maya)).toHaveLength(1);
    expect(await called(jonas)).toEqual([]);
    const listed = async (who: Person) =>
      (await who<Page<Conversation>>('GET', '/conversations?mentions=true')).body.data.map(({ id }) => id);
    expect(await listed(maya)).toContain(await threadId());
    expect(await listed(jonas)).toEqual([]);
  });
});

describe('a note, where threads are joined or told apart', () => {
  const own = async () => (await threads()).map((one) => lines(one).filter((line) => !line.includes('notice')));

  it('goes with its thread into the one that survives, and still calls', async () => {
    await hear({ phone: '+15552000002' }, 30, 'by phone');
    await hear({ bsuid: 'US.2' }, 40, 'by account');
    const [jonas, maya] = [await person('agent'), await person('supervisor')];
    const mentions = [{ kind: 'person', id: await idOf(maya) }];
    for (const { conversation } of (await threads()).slice(1)) {
      world.setTime(50);
      const answer = await jonas('POST', `/conversations/${conversation.id}/notes`, { text: 'look', mentions });
      expect(answer.status).toBe(201);
    }
    await hear({ phone: '+15552000002', bsuid: 'US.2' }, 70, 'both');
    expect((await own())[1]).toEqual([
      '30 in text by phone received',
      '40 in text by account received',
      '50 note A agent look',
      '50 note A agent look',
      '70 in text both received',
    ]);
    const joined = (await threads())[1]?.conversation.id;
    expect((await called(maya)).map((one) => one.conversationId)).toEqual([joined, joined]);
  });

  it('goes with the message it was written under, where that was somebody else’s', async () => {
    const jonas = await person('agent');
    expect((await write(jonas, 'under one')).status).toBe(201);
    await hear({ phone }, 30, 'whose');
    world.setTime(40);
    expect((await write(jonas, 'under whose')).status).toBe(201);
    await hear({ phone, bsuid: 'US.2' }, 20, 'two');
    expect((await own()).sort()).toEqual([
      ['10 in text Is it ready? received', '20 note A agent under one'],
      ['20 in text two received', '30 in text whose received', '40 note A agent under whose'],
    ]);
  });
});
