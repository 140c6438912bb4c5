import type { NoteItem, Page, SearchAnswer, SearchHit, TimelinePage } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { backlogs } from '../conversations/words.ts';
import { connect, type Database } from '../db/connect.ts';
import { giveWords } from '../jobs/give-words.ts';
import { type App, openApp } from '../testing/app.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let agent: string;

const ana = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana García', username: 'ana.prueba' };
const ali = { bsuid: 'EG.2', name: 'علي', username: 'ali.m' };
const day = 24 * 60 * 60;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  agent = await app.key('agent');
  const said: [typeof ana | typeof ali, string][] = [
    [ana, 'Hola, ¿dónde está mi pedido ORD-4711?'],
    [ana, 'The blue bicycle, please'],
    [ali, 'أين طلبي؟ والكتاب الأزرق من فضلك'],
    [ali, 'मुझे किताब चाहिए'],
    [ali, '我想買一輛自行車'],
    [ana, 'Another bicycle 🚲 for José'],
  ];
  for (const [i, [who, words]] of said.entries())
    await world.receive(message(who, { at: (i - 6) * 90 * day, id: `s${i}` }, text(words)));
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function get<T>(path: string, key = agent): Promise<T> {
  const answer = await fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  return (await answer.json()) as T;
}

const find = async (q: string, more = '') =>
  (await get<Page<SearchHit>>(`/search/messages?q=${encodeURIComponent(q)}${more}`)).data;
const marked = (hit: SearchHit) => hit.hits.map(([start, end]) => hit.text.slice(start, end));

describe('a search of messages', () => {
  it.each([
    ['bicycle', ['bicycle', 'bicycle']],
    ['BICY', ['bicycle', 'bicycle']],
    ['blue bicycle', ['blue', 'bicycle']],
    ['donde', ['dónde']],
    ['jose', ['José']],
    ['4711', ['4711']],
    ['طلبي', ['طلبي']],
    ['الكتاب', ['والكتاب']],
    ['كتاب', ['والكتاب']],
    ['किताब', ['किताब']],
    ['自行車', ['自行車']],
    ['行', ['行']],
    ['bicycle nowhere', []],
    ['icycle', []],
  ])('finds %s, marked where it stands', async (q, hits) => {
    expect((await find(q)).flatMap(marked)).toEqual(hits);
  });

  it('is newest first, in pages that go back years, and narrowed by person and time', async () => {
    const first = await get<Page<SearchHit>>('/search/messages?q=bicycle&limit=1');
    expect(first.data.map((hit) => hit.text)).toEqual(['Another bicycle 🚲 for José']);
    const second = await get<Page<SearchHit>>(`/search/messages?q=bicycle&limit=1&cursor=${first.next}`);
    expect(second.data.map((hit) => hit.text)).toEqual(['The blue bicycle, please']);
    expect(second.next).toBeNull();
    const contact = first.data[0]?.contact.id;
    expect(await find('bicycle', `&contact=${contact}&before=${first.data[0]?.at}`)).toHaveLength(1);
    expect(await find('bicycle', '&direction=out')).toHaveLength(0);
    expect(await find('bicycle', '&hasFile=true')).toHaveLength(0);
    const inThread = await get<Page<SearchHit>>(`/conversations/${first.data[0]?.conversationId}/search?q=pedido`);
    expect(inThread.data).toHaveLength(1);
  });

  it('tells people, threads and messages in groups, exact ones first', async () => {
    const answer = await get<SearchAnswer>(`/search?q=${encodeURIComponent('@ana.prueba')}`);
    expect(answer.contacts.map(({ displayName }) => displayName)).toEqual(['Ana García']);
    expect(answer.conversations).toHaveLength(1);
    expect(answer.contacts[0]?.conversationId).toBe(answer.conversations[0]?.id);
    const officer = await app.key('privacy_officer');
    const without = await get<SearchAnswer>('/search?q=bicycle', officer);
    expect(without).toEqual({ contacts: [], conversations: [], messages: [] });
  });

  it('keeps to the portfolios of whoever asks', async () => {
    const other = await app.key('agent', [(await openWorld(db)).portfolioId]);
    expect((await get<Page<SearchHit>>('/search/messages?q=bicycle', other)).data).toEqual([]);
  });

  it('finds what was there before words were kept, once the backlog is done', async () => {
    await db.sql`delete from message_words`;
    await db.sql`insert into word_backlogs (portfolio_id) values (${world.portfolioId})`;
    expect(await find('bicycle')).toEqual([]);
    while ((await giveWords({ db })) > 0);
    expect(await backlogs(db)).toEqual([]);
    expect(await find('bicycle')).toHaveLength(2);
  });
});

describe('a search of notes', () => {
  const write = async (conversationId: string, words: string) => {
    const answer = await fetch(`${app.url}/api/v1/conversations/${conversationId}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agent}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: words, mentions: [] }),
    });
    return ((await answer.json()) as NoteItem).id;
  };
  const call = async (method: string, path: string, body?: object) =>
    await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${agent}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  let conversationId = '';
  let noteId = '';

  beforeAll(async () => {
    conversationId = (await find('pedido'))[0]?.conversationId ?? '';
    noteId = await write(conversationId, 'Wants the racing bicycle. Refund agreed by phone.');
  });

  it('finds what colleagues wrote beside a thread, among what was said, and leads to it', async () => {
    const [note, ...said] = await find('bicycle');
    expect(note).toMatchObject({ id: noteId, conversationId, type: 'note', direction: 'none', author: 'a agent' });
    expect(note && marked(note)).toEqual(['bicycle']);
    expect(said.map(({ type }) => type)).toEqual(['text', 'text']);
    const page = await get<TimelinePage>(`/conversations/${conversationId}/messages?around=${noteId}&limit=4`);
    expect(page.data.map(({ kind }) => kind)).toContain('note');
    const first = await get<Page<SearchHit>>('/search/messages?q=bicycle&limit=1');
    expect(first.data[0]?.id).toBe(noteId);
    const second = await get<Page<SearchHit>>(`/search/messages?q=bicycle&limit=1&cursor=${first.next}`);
    expect(second.data[0]?.text).toBe('Another bicycle 🚲 for José');
    expect((await get<Page<SearchHit>>(`/conversations/${conversationId}/search?q=refund`)).data).toHaveLength(1);
    expect((await get<SearchAnswer>('/search?q=refund')).messages).toMatchObject([{ id: noteId, type: 'note' }]);
  });

  it('leaves them out where customers or files are asked for, or notes are not wanted', async () => {
    for (const more of ['&direction=in', '&hasFile=false', '&notes=false'])
      expect((await find('bicycle', more)).map(({ type }) => type)).toEqual(['text', 'text']);
  });

  it('goes by what a note says now, and finds a deleted one no more', async () => {
    await call('PUT', `/conversations/${conversationId}/notes/${noteId}`, { text: 'Wants a tandem.', mentions: [] });
    expect(await find('refund')).toEqual([]);
    expect(await find('tandem')).toHaveLength(1);
    await call('DELETE', `/conversations/${conversationId}/notes/${noteId}`);
    expect(await find('tandem')).toEqual([]);
  });

  it('finds those from before words were kept', async () => {
    await write(conversationId, 'Prefers mornings');
    await db.sql`update notes set words = null`;
    expect(await find('mornings')).toEqual([]);
    while ((await giveWords({ db })) > 0);
    expect(await find('mornings')).toHaveLength(1);
  });

  it('is not for those who may not read conversations', async () => {
    const officer = await app.key('privacy_officer');
    expect(await get('/search/messages?q=mornings', officer)).toMatchObject({ status: 403 });
    const other = await app.key('agent', [(await openWorld(db)).portfolioId]);
    expect((await get<Page<SearchHit>>('/search/messages?q=mornings', other)).data).toEqual([]);
  });
});

describe('a thread', () => {
  it('is read around a message found in it, or a moment, and on from there both ways', async () => {
    const many = { bsuid: 'US.9', name: 'Many', username: 'many' };
    for (let i = 0; i < 30; i += 1)
      await world.receive(message(many, { at: (i - 1000) * day, id: `m${i}` }, text(`line number${i}`)));
    const [hit] = await find('number12');
    const path = `/conversations/${hit?.conversationId}/messages`;
    const page = await get<TimelinePage>(`${path}?around=${hit?.id}&limit=6`);
    const texts = (items: TimelinePage['data']) =>
      items.flatMap((item) => (item.kind === 'message' ? [item.text?.body.replace('line number', '')] : []));
    expect(texts(page.data)).toEqual(['9', '10', '11', '12', '13', '14']);
    const newer = await get<TimelinePage>(`${path}?order=oldest&cursor=${page.newer}&limit=3`);
    expect(texts(newer.data)).toEqual(['15', '16', '17']);
    const older = await get<TimelinePage>(`${path}?cursor=${page.next}&limit=2`);
    expect(texts(older.data)).toEqual(['7', '8']);
    const end = await get<TimelinePage>(`${path}?at=2199-01-01T00:00:00.000Z&limit=4`);
    expect(texts(end.data)).toEqual(['28', '29']);
    expect(end.newer).toBeNull();
  });
});
