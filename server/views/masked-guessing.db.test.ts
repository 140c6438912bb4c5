// Who sees numbers masked learns none by what fits a filter, where somebody stands in a list, or where a page ended.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { audiencePage } from '../contacts/audience.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { defineLabel } from '../flows/define-label.ts';
import { labelContact } from '../flows/label-contact.ts';
import { searchable } from '../folding.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inEnglish, type Viewer } from '../words/viewer.ts';
import { listContacts } from './contacts.ts';

const masked: Viewer = { ...inEnglish, phones: 'masked' };
const numbers = ['+15552000003', '+15552000001', '+15552000004', '+15552000002'];
let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  world = await openWorld(db);
  await world.receive(
    ...numbers.map((phone, i) => message({ phone }, { at: i, id: `n${i}` })),
    message({ phone: '+4930666120199', name: 'Ana' }, { at: 9, id: 'ana' }),
  );
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const namesOf = (page: { data: { displayName: string }[] }) => page.data.map(({ displayName }) => displayName);

async function pagesByName(viewer: Viewer) {
  const cursors: string[] = [];
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listContacts(db, viewer, { sort: 'name', limit: 2, cursor });
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.next ?? undefined;
    if (cursor !== undefined) cursors.push(Buffer.from(cursor, 'base64url').toString('utf8'));
  } while (cursor !== undefined);
  return { cursors, ids };
}

describe('a list by name', () => {
  it('ends its pages at the number for who may see it, and at none of it for who may not', async () => {
    const whole = await pagesByName(inEnglish);
    expect(whole.cursors.join()).toMatch(/1\D*555/);
    const hidden = await pagesByName(masked);
    expect(hidden.cursors.length).toBe(2);
    expect(hidden.cursors.map((one) => JSON.parse(one)[1])).toEqual(['+', '+']);
    expect(new Set(hidden.ids)).toEqual(new Set(whole.ids));
    expect(hidden.ids.length).toBe(5);
  });

  it('does not say who stands before a number somebody makes up', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    const from = (name: string) => Buffer.from(JSON.stringify([1, name, none])).toString('base64url');
    const after = async (viewer: Viewer, name: string) =>
      (await listContacts(db, viewer, { sort: 'name', limit: 10, cursor: from(name) })).data.length;
    expect(await after(inEnglish, '+15552000003')).toBeLessThan(await after(inEnglish, '+15552000001'));
    expect(await after(masked, '+15552000003')).toBe(await after(masked, '+15552000001'));
  });
});

describe('what was noted in a field', () => {
  it('is found by its words, and by no part of a number in it', async () => {
    const actor = { kind: 'operator' } as const;
    const field = { subject: 'contact', name: 'Note', kind: 'text', choices: [], required: false } as const;
    const defined = await inTransaction(db, (tx) =>
      defineLabel(tx, { defining: { kind: 'new-field', field: { ...field, choices: [] } }, actor }, world.tools),
    );
    if (defined.kind !== 'field') throw new Error(defined.kind);
    const [ana] = (await listContacts(db, inEnglish, { q: 'Ana', limit: 1 })).data;
    const contactId = ana?.id as never;
    const labeled = { portfolioId: world.portfolioId, contactId, actor: { id: randomUUID(), name: 'Ayo' } };
    const value = 'sister: +44 20 7946 0958';
    const labeling = { kind: 'value', fieldId: defined.field.id, value, search: searchable(value) } as const;
    await inTransaction(db, (tx) => labelContact(tx, labeled, labeling, world.tools));
    const fits = async (viewer: Viewer, text: string) =>
      namesOf(await listContacts(db, viewer, { field: [`${defined.field.id}:${text}`], limit: 5 }));
    expect(await fits(inEnglish, '7946')).toEqual(['Ana']);
    expect(await fits(masked, '7946')).toEqual([]);
    expect(await fits(masked, 'sister')).toEqual(['Ana']);
    const finds = async (viewer: Viewer, q: string) => namesOf(await listContacts(db, viewer, { q, limit: 5 }));
    expect(await finds(inEnglish, 'sister: +44 20')).toEqual(['Ana']);
    expect(await finds(masked, 'sister: +44 20')).toEqual([]);
    expect(await finds(masked, 'sister')).toEqual(['Ana']);
  });
});

describe('an audience', () => {
  it('chosen by who sees numbers masked holds nobody by a part of one, and its owner by the whole', async () => {
    const held = async (q: string, wholeNumbers?: true) => {
      const asked = { filter: { q, wholeNumbers }, after: null, limit: 50 };
      return (await audiencePage(db, world.portfolioId, asked)).map(({ displayName }) => displayName);
    };
    expect((await held('555200')).length).toBe(4);
    expect(await held('555200', true)).toEqual([]);
    expect(await held('0199', true)).toEqual([]);
    expect(await held('+49 30 666120199', true)).toEqual(['Ana']);
    expect(await held('ana', true)).toEqual(['Ana']);
  });
});
