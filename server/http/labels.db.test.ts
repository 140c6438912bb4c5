import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contact, Conversation, ConversationDetail, Field, Page, Tag } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { searchable } from '../folding.ts';
import { type App, openApp } from '../testing/app.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let agent: string;
let supervisor: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  agent = await app.key('agent');
  supervisor = await app.key('supervisor');
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function ask<T>(method: string, path: string, body?: unknown, key = agent): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

const addTag = async (name: string) => (await ask<Tag>('POST', '/tags', { name, color: 'teal' }, supervisor)).body;
const addField = async (field: object) => (await ask<Field>('POST', '/fields', field, supervisor)).body;
const people = async (q: string) => (await ask<Page<Contact>>('GET', `/contacts?q=${encodeURIComponent(q)}`)).body.data;
const person = async (q: string) => {
  const [found] = await people(q);
  if (!found) throw new Error(`nobody is found by ${q}`);
  return found;
};
const threadOf = async (contact: string) => {
  const { body } = await ask<Page<Conversation>>('GET', `/conversations?contact=${contact}`);
  const [thread] = body.data;
  if (!thread) throw new Error('no thread');
  return thread;
};
const names = (labeled: { tags: Tag[] }) => labeled.tags.map(({ name }) => name);

describe('tags', () => {
  it('are added by supervisors and used by agents, on people and threads', async () => {
    await world.receive(message({ bsuid: 'US.11', name: 'Ada', username: 'ada.tag' }, { at: 1, id: 'ada' }));
    expect((await ask('POST', '/tags', { name: 'VIP' })).status).toBe(403);
    const vip = await addTag('VIP');
    const contact = await person('@ada.tag');
    const put = await ask<Contact>('PUT', `/contacts/${contact.id}/tags/${vip.id}`);
    expect(put.status).toBe(200);
    expect(names(put.body)).toEqual(['VIP']);
    const thread = await threadOf(contact.id);
    const labeled = await ask<ConversationDetail>('PUT', `/conversations/${thread.id}/tags/${vip.id}`);
    expect(names(labeled.body)).toEqual(['VIP']);
    expect(names(await threadOf(contact.id))).toEqual(['VIP']);
    expect(names((await ask<Contact>('DELETE', `/contacts/${contact.id}/tags/${vip.id}`)).body)).toEqual([]);
  });

  it('are told apart by name, whatever its case, and keep their place when archived', async () => {
    const tag = await addTag('Returns');
    expect((await ask('POST', '/tags', { name: 'RETURNS' }, supervisor)).status).toBe(409);
    const contact = await person('@ada.tag');
    await ask('PUT', `/contacts/${contact.id}/tags/${tag.id}`);
    await ask('PATCH', `/tags/${tag.id}`, { archived: true }, supervisor);
    expect(names(await person('@ada.tag'))).toContain('Returns');
    const again = await ask<{ code: string }>('PUT', `/contacts/${contact.id}/tags/${tag.id}`);
    expect(again).toMatchObject({ status: 409, body: { code: 'tag_archived' } });
    expect((await ask('POST', '/tags', { name: 'Returns' }, supervisor)).status).toBe(201);
    expect((await ask('PATCH', `/tags/${tag.id}`, { archived: false }, supervisor)).status).toBe(409);
  });
});

describe('fields', () => {
  it('hold what fits them, and a person is found by what is written in one', async () => {
    const mail = await addField({ subject: 'contact', name: 'E-mail', kind: 'text' });
    const level = await addField({
      subject: 'contact',
      name: 'Level',
      kind: 'choice',
      choices: [{ label: 'Gold' }, { label: 'Silver' }],
      required: true,
    });
    const contact = await person('@ada.tag');
    const set = (field: Field, value: unknown) =>
      ask<Contact>('PUT', `/contacts/${contact.id}/fields/${field.id}`, { value });
    expect((await set(mail, 'Ada@Exämple.com')).body.values).toEqual([{ field: mail.id, value: 'Ada@Exämple.com' }]);
    expect((await set(level, 'Gold')).status).toBe(422);
    const [gold] = level.choices;
    expect((await set(level, gold?.id)).body.values).toContainEqual({ field: level.id, value: gold?.id });
    expect((await set(level, null)).body).toMatchObject({ code: 'value_required' });
    expect((await people('ada@example')).map(({ id }) => id)).toEqual([contact.id]);
    expect((await set(mail, null)).body.values).toHaveLength(1);
    expect(await people('ada@example')).toEqual([]);
  });

  it('of a thread stand on the thread, in the order they are given', async () => {
    const order = await addField({ subject: 'conversation', name: 'Order', kind: 'number' });
    const due = await addField({ subject: 'conversation', name: 'Due', kind: 'date' });
    const thread = await threadOf((await person('@ada.tag')).id);
    await ask('PUT', `/conversations/${thread.id}/fields/${order.id}`, { value: 4711 });
    const { body } = await ask<ConversationDetail>('PUT', `/conversations/${thread.id}/fields/${due.id}`, {
      value: '2026-12-24',
    });
    expect(body.values.map(({ value }) => value)).toEqual([4711, '2026-12-24']);
    await ask('PATCH', `/fields/${due.id}`, { place: 0 }, supervisor);
    const { body: fields } = await ask<{ data: Field[] }>('GET', '/fields?subject=conversation');
    expect(fields.data.map(({ name }) => name)).toEqual(['Due', 'Order']);
  });

  it('keep what was chosen when the choice is offered no more', async () => {
    const field = await addField({
      subject: 'contact',
      name: 'Size',
      kind: 'choice',
      choices: [{ label: 'S' }, { label: 'M' }],
    });
    const contact = await person('@ada.tag');
    await ask('PUT', `/contacts/${contact.id}/fields/${field.id}`, { value: field.choices[0]?.id });
    const { body } = await ask<Field>('PATCH', `/fields/${field.id}`, { choices: [{ label: 'L' }] }, supervisor);
    expect(body.choices.map(({ label, archived }) => `${label} ${archived}`)).toEqual(['L false', 'S true', 'M true']);
    expect((await person('@ada.tag')).values).toContainEqual({ field: field.id, value: field.choices[0]?.id });
  });
});

describe('what is noted of somebody', () => {
  it("is the whole person's after a merge, and each one's own again after a split", async () => {
    await world.receive(
      message({ bsuid: 'US.21', name: 'Bea one', username: 'bea.one' }, { at: 10, id: 'b1' }),
      message({ bsuid: 'US.22', name: 'Bea two', username: 'bea.two' }, { at: 20, id: 'b2' }),
    );
    const [first, second] = [await person('@bea.one'), await person('@bea.two')];
    const [red, blue, both] = [await addTag('Red'), await addTag('Blue'), await addTag('Both')];
    const note = await addField({ subject: 'contact', name: 'Note', kind: 'text' });
    await ask('PUT', `/contacts/${first.id}/tags/${red.id}`);
    await ask('PUT', `/contacts/${second.id}/tags/${blue.id}`);
    await ask('PUT', `/contacts/${first.id}/fields/${note.id}`, { value: 'older' });
    world.setTime(100);
    await ask('PUT', `/contacts/${second.id}/fields/${note.id}`, { value: 'newer' });
    const merged = await ask('POST', `/contacts/${first.id}/merge`, { with: second.id, reason: 'told us' }, supervisor);
    expect(merged.status).toBe(200);
    expect(names(await person('@bea.one'))).toEqual(['Blue', 'Red']);
    expect((await person('@bea.one')).values).toEqual([{ field: note.id, value: 'newer' }]);
    await ask('PUT', `/contacts/${first.id}/tags/${both.id}`);
    const whole = await person('@bea.one');
    const part = whole.accounts.find(({ identifier }) => identifier.value === 'bea.two');
    await ask('POST', `/contacts/${whole.id}/split`, { account: part?.id, reason: 'was wrong' }, supervisor);
    expect(names(await person('@bea.one'))).toEqual(['Both', 'Red']);
    expect(names(await person('@bea.two'))).toEqual(['Blue', 'Both']);
    expect((await person('@bea.one')).values).toEqual([{ field: note.id, value: 'older' }]);
  });

  it('goes with the account through a hidden number, and stays off whoever has the number next', async () => {
    const carl = { phone: '+15554440001', bsuid: 'US.31', name: 'Carl' };
    await world.receive(message(carl, { at: 200, id: 'c1' }));
    world.setTime(250);
    const tag = await addTag('Loyal');
    await ask('PUT', `/contacts/${(await person('+15554440001')).id}/tags/${tag.id}`);
    await world.receive(message({ bsuid: 'US.31', name: 'Carl', username: 'carl.hidden' }, { at: 300, id: 'c2' }));
    expect(names(await person('@carl.hidden'))).toEqual(['Loyal']);
    await world.receive(message({ phone: '+15554440001', bsuid: 'US.32', name: 'Newcomer' }, { at: 400, id: 'c3' }));
    expect(names(await person('Newcomer'))).toEqual([]);
    expect(names(await person('@carl.hidden'))).toEqual(['Loyal']);
  });

  it("of a number alone becomes the account's that turns out to hold it, on the person and on the thread", async () => {
    await world.receive(message({ phone: '+15554440002', name: 'Dora' }, { at: 500, id: 'd1' }));
    world.setTime(550);
    const tag = await addTag('Early');
    const before = await person('+15554440002');
    await ask('PUT', `/contacts/${before.id}/tags/${tag.id}`);
    await ask('PUT', `/conversations/${(await threadOf(before.id)).id}/tags/${tag.id}`);
    await world.receive(
      message({ phone: '+15554440002', bsuid: 'US.41', name: 'Dora', username: 'dora.x' }, { at: 600, id: 'd2' }),
    );
    const after = await person('@dora.x');
    expect(names(after)).toEqual(['Early']);
    expect(names(await threadOf(after.id))).toEqual(['Early']);
  });
});

describe('a list of people', () => {
  const found = async (query: string) =>
    (await ask<Page<Contact>>('GET', `/contacts?${query}`)).body.data.map((one) => one.displayName);

  it('is filtered by number, username, tag and field, and sorted by name', async () => {
    const [early] = (await person('@dora.x')).tags;
    expect(await found(`tag=${early?.id}`)).toEqual(['Dora']);
    expect(await found('hasPhone=false&hasUsername=true&sort=name')).toEqual(['Ada', 'Bea one', 'Bea two', 'Carl']);
    expect(await found('hidden=true')).toContain('Carl');
    const { body } = await ask<{ data: Field[] }>('GET', '/fields?subject=contact');
    const note = body.data.find(({ name }) => name === 'Note');
    expect(await found(`field=${note?.id}:OLD`)).toEqual(['Bea one']);
    const size = body.data.find(({ name }) => name === 'Size');
    const small = size?.choices.find(({ label }) => label === 'S');
    expect(await found(`field=${size?.id}:${small?.id}`)).toEqual(['Ada']);
  });

  it('goes on page by page in every order, each person once', async () => {
    for (const sort of ['last_seen', 'first_seen', 'name']) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const { body }: { body: Page<Contact> } = await ask(
          'GET',
          `/contacts?sort=${sort}&limit=2${next && `&cursor=${next}`}`,
        );
        seen.push(...body.data.map(({ id }) => id));
        next = body.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength((await found('limit=200')).length);
    }
  });

  it('shows first who is exactly what was looked for', async () => {
    await world.receive(message({ bsuid: 'US.51', name: 'Bo', username: 'bo' }, { at: 700, id: 'x1' }));
    await world.receive(message({ bsuid: 'US.52', name: 'Bobby', username: 'bobby' }, { at: 800, id: 'x2' }));
    expect(await found('q=bo')).toEqual(['Bo', 'Bobby']);
    expect(await found('q=bo&limit=1')).toHaveLength(1);
  });

  it('leaves as a file with everybody in it, for those who may, and that is written down', async () => {
    const table = await fetch(`${app.url}/api/v1/contacts.csv?hasPhone=false`, {
      headers: { authorization: `Bearer ${supervisor}` },
    });
    expect(table.headers.get('content-type')).toContain('text/csv');
    const lines = (await table.text()).split('\r\n');
    expect(lines[0]).toMatch(/^name,shared as,identifier,number,.*,tags,E-mail,Level,Size,Note,contact$/);
    expect(lines.find((line) => line.startsWith('Ada,'))).toMatch(
      /^Ada,username,'@ada\.tag,,yes,[^,]+,'@ada\.tag,no,.*,Returns,,Gold,S,,/,
    );
    expect(lines.some((line) => line.startsWith('Dora'))).toBe(false);
    expect((await ask('GET', '/contacts.csv')).status).toBe(403);
    const [entry] = await db.sql<{ detail: object }[]>`select detail from audit_entries where act = 'exported'`;
    expect(entry?.detail).toMatchObject({ what: 'contacts', filters: ['hasPhone'] });
  });
});

describe('what people are searched by', () => {
  it('is written by the migration as the program writes it', async () => {
    const text = readFileSync(join(import.meta.dirname, '../db/migrations/0022-labels.sql'), 'utf8');
    const [create = ''] = /create function pg_temp\.searchable[\s\S]*?\nend \$\$;/.exec(text) ?? [];
    const lines = [
      'josé ángel',
      'łukasz żółć straße',
      'привет мир',
      'مُحَمَّد أحمد',
      'नमस्ते फ़ोन',
      '王小明',
      '김철수',
      '👋🏽 ana',
      '@ana.prueba',
      'ﬁnn ™',
    ];
    const one = connect(fresh.url, { connections: 1 });
    try {
      await one.sql.unsafe(create);
      const rows = await one.sql<{ written: string }[]>`
        select pg_temp.searchable(line) as written from unnest(${lines}::text[]) with ordinality as l (line, n) order by n`;
      expect(rows.map(({ written }) => written)).toEqual(lines.map(searchable));
    } finally {
      await one.close();
    }
  });
});
