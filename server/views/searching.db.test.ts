import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, portfolio, type World } from '../testing/world.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { listContacts } from './contacts.ts';
import { contactTable } from './contacts-export.ts';
import { conversationById, listConversations } from './conversation-list.ts';
import { timeline } from './timeline.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

const people = [
  { phone: '+15552000001', bsuid: 'US.1', name: 'Ana García', username: 'ana.prueba' },
  { phone: '+5511987654321', bsuid: 'BR.2', name: 'Beto longo', username: null },
  { phone: '+551187651111', bsuid: 'BR.3', name: 'Caio curto', username: null },
  { bsuid: 'US.4', name: '100%_sure', username: 'under_score' },
  { bsuid: 'US.5', name: '100 sure', username: 'underXscore' },
  { phone: '+5491123456789', bsuid: 'AR.6', name: 'ÉMILE', username: null },
  { bsuid: 'EG.7', name: 'محمد علي', username: 'm.ali' },
  { bsuid: 'IN.8', name: 'दीपक शर्मा', username: 'deepak' },
  { bsuid: 'RU.9', name: 'Иван Петров', username: null },
];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  await world.receive(...people.map((who, i) => message(who, { at: i, id: `w${i}` })));
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const find = async (q: string) => {
  const contacts = await listContacts(db, within(inEnglish, world.portfolioId), { q, limit: 50 });
  const threads = await listConversations(db, within(inEnglish, world.portfolioId), { q, limit: 50 });
  const names = contacts.data.map((one) => one.profileName ?? '').sort();
  expect(threads.data.map((one) => one.contact.displayName).sort()).toEqual(names);
  return names;
};

describe('a search', () => {
  it.each([
    ['a number as Meta writes it', '15552000001', ['Ana García']],
    ['a number with its plus', '+15552000001', ['Ana García']],
    ['a number as people write it', '+1 (555) 200-0001', ['Ana García']],
    ['a number with dots', '1.555.200.0001', ['Ana García']],
    ['a number with a hyphen out of a text processor', '555\u2011200\u20110001', ['Ana García']],
    ['a number dialled with zeros', '0015552000001', ['Ana García']],
    ['the last digits', '0001', ['Ana García']],
    ['a number as it is written in the country of our own numbers', '(555) 200-0001', ['Ana García']],
    ['the same dialled with the trunk prefix', '1 555 200 0001', ['Ana García']],
    ['a number dialled abroad from there', '011 55 11 98765-4321', ['Beto longo']],
    [
      'digits an Arabic keyboard writes',
      '\u0661\u0665\u0665\u0665\u0662\u0660\u0660\u0660\u0660\u0660\u0661',
      ['Ana García'],
    ],
    ['a name without its accents', 'ana garcia', ['Ana García']],
    ['a name in capitals without accents', 'emile', ['ÉMILE']],
    ['a part of a name in Arabic, with other vowels', 'مُحمد', ['محمد علي']],
    ['a name in Hindi', 'दीपक', ['दीपक शर्मा']],
    ['a name in Cyrillic, in any case', 'ИВАН', ['Иван Петров']],
    ['a part of a username', 'prueba', ['Ana García']],
    ['a username', 'ana.prueba', ['Ana García']],
    ['a username with @', '@Ana.Prueba', ['Ana García']],
    ['a name, in any case', 'ana garcía', ['Ana García']],
    ['a name in capitals with accents', 'émile', ['ÉMILE']],
    ['a Brazilian number with its ninth digit', '+55 11 98765-4321', ['Beto longo']],
    ['the same without it', '+55 11 8765-4321', ['Beto longo']],
    ['a Brazilian number without the ninth digit', '551187651111', ['Caio curto']],
    ['the same with it', '5511987651111', ['Caio curto']],
    ['an Argentinian number without the 9', '+54 11 2345 6789', ['ÉMILE']],
    ['a percent sign', '100%', ['100%_sure']],
    ['an underscore', 'under_s', ['100%_sure']],
    ['a backslash', '\\', []],
    ['a quote', "'", []],
    ['a number of nobody', '+15559999999', []],
    ['a backend id', 'US.1', []],
    ['spaces', '   ', people.map((one) => one.name).sort()],
  ])('finds by %s', async (_what, q, names) => {
    expect(await find(q)).toEqual(names);
  });

  it('still finds a person by a number they have hidden or left', async () => {
    const hidden = { bsuid: 'US.1', name: 'Ana García', username: 'ana.prueba' };
    await world.receive(message(hidden, { at: 50, id: 'hidden' }));
    expect(await find('+15552000001')).toEqual(['Ana García']);
  });
});

describe('threads by their ids', () => {
  it('are just those, and of nobody else’s', async () => {
    const all = await listConversations(db, inEnglish, { limit: 200 });
    const [first, second] = all.data;
    if (!first || !second) throw new Error('There are no threads.');
    const asked = [first.id, second.id, '00000000-0000-4000-8000-000000000000'];
    const found = await listConversations(db, inEnglish, { ids: asked.join(','), limit: 50 });
    expect(found.data.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(
      await listConversations(db, within(inEnglish, portfolio('another')), { ids: asked.join(','), limit: 50 }),
    ).toEqual({
      data: [],
      next: null,
    });
  });
});

describe('pages', () => {
  it.each([1, 2, 3, 20])(
    'of %i show everybody of one name, and begin with those who are called just that',
    async (limit) => {
      const own = await openWorld(db);
      const named = (name: string, at: number) =>
        message({ bsuid: `US.${at}`, name, username: null }, { at, id: `n${at}` });
      const exact = Array.from({ length: 12 }, (_, i) => named('Maria', i));
      await own.receive(...exact, named('Maria Clara', 30), named('Ana Maria', 31), named('Bob', 32));
      const viewer = within(inEnglish, own.portfolioId);
      const names: (string | undefined)[] = [];
      const ids = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await listContacts(db, viewer, { q: 'maria', limit, cursor });
        names.push(...page.data.map((one) => one.profileName));
        for (const { id } of page.data) ids.add(id);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(names).toEqual([...Array(12).fill('Maria'), 'Ana Maria', 'Maria Clara']);
      expect(ids.size).toBe(14);
      let lines = 0;
      for await (const _ of contactTable(db, viewer, { q: 'maria' })) lines++;
      expect(lines).toBe(15);
    },
  );

  it('of contacts and threads show each once, while newer ones arrive', async () => {
    const own = await openWorld(db);
    const many = Array.from({ length: 7 }, (_, i) => message({ bsuid: `US.7${i}` }, { at: 5, id: `p${i}` }));
    await own.receive(...many);
    for (const list of [listContacts, listConversations] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(db, within(inEnglish, own.portfolioId), { limit: 2, cursor });
        seen.push(...page.data.map((one) => one.id));
        cursor = page.next ?? undefined;
        await own.receive(message({ bsuid: `US.8${seen.length}` }, { at: 100, id: `late${list.name}${seen.length}` }));
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(['newest', 'oldest'] as const)('of a timeline hold every item once, in order, from the %s', async (order) => {
    const own = await openWorld(db);
    const who = { bsuid: 'US.1', name: 'Ana', username: null };
    const acts = Array.from({ length: 9 }, (_, i) => message(who, { at: Math.floor(i / 3), id: `t${i}` }));
    await own.receive(...acts, message({ ...who, username: 'ana' }, { at: 2, id: 'adopts' }));
    const { data } = await listConversations(db, within(inEnglish, own.portfolioId), { limit: 5 });
    const found = await conversationById(db, within(inEnglish, own.portfolioId), data[0]?.id ?? '');
    if (!found) throw new Error('no thread');
    const whole = await timeline(db, found, { limit: 200, order: 'oldest' });
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await timeline(db, found, { limit: 3, cursor, order });
      pages.push(page.data.map((item) => item.id));
      cursor = page.next ?? undefined;
      if (order === 'newest') await own.receive(message(who, { at: 60, id: `new${pages.length}` }));
    } while (cursor);
    const inOrder = order === 'newest' ? pages.toReversed().flat() : pages.flat();
    expect(inOrder).toEqual(whole.data.map((item) => item.id));
  });
});
