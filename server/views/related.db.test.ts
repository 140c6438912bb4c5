import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { choose } from '../numbers/policy.ts';
import { defaultChoices } from '../numbers/rules-policy.ts';
import { setGroup } from '../numbers/store.ts';
import { person } from '../testing/people.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { contactById, listContacts } from './contacts.ts';
import type { Portfolios } from './conversation-list.ts';

let fresh: FreshDatabase;
let db: Database;
let [brand, sister, stranger] = [] as unknown as [World, World, World];
let groups = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  [brand, sister, stranger] = [await openWorld(db), await openWorld(db), await openWorld(db)];
  groups += 1;
  await inTransaction(db, async (tx) => {
    await setGroup(tx, brand.portfolioId, `group-${groups}`);
    await setGroup(tx, sister.portfolioId, `group-${groups}`);
    await setGroup(tx, stranger.portfolioId, `another-${groups}`);
  });
  await brand.receive(message(person('B1 PB7 @ana'), { at: 10, id: 'w-1' }, text('hello')));
  await sister.receive(message(person('P3 B2 PB7'), { at: 20, id: 'w-2' }, text('hello')));
  await sister.receive(message(person('P4 B4 PB8'), { at: 30, id: 'w-3' }, text('hello')));
  await stranger.receive(message(person('P5 B5 PB7'), { at: 40, id: 'w-4' }, text('hello')));
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

async function choice(world: World, acrossPortfolios: 'apart' | 'related'): Promise<void> {
  const choices = { ...defaultChoices, acrossPortfolios };
  await inTransaction(db, (tx) => choose(tx, world.portfolioId, { choices, actor: { id: 'u1', name: 'Sam' }, at: 0 }));
}

async function ana(portfolios: Portfolios) {
  const { data } = await listContacts(db, within(inEnglish, brand.portfolioId), { q: '@ana', limit: 1 });
  const found = await contactById(db, { ...inEnglish, portfolios }, data[0]?.id ?? '');
  return found?.contact.related.map(({ contact, portfolio }) => [contact.identifier.value, portfolio]);
}

describe('a contact of a group of portfolios', () => {
  it('is shown with the same account in the group, and in no other group', async () => {
    await choice(brand, 'related');
    expect(await ana('all')).toEqual([['+15552000003', String(sister.portfolioId)]]);
    expect(await ana([brand.portfolioId, sister.portfolioId, stranger.portfolioId])).toHaveLength(1);
    const { data } = await listContacts(db, inEnglish, { q: '@ana', limit: 5 });
    expect(data.find((one) => one.related.length > 0)?.related).toHaveLength(1);
  });

  it('is shown with nobody whom the asking may not see', async () => {
    await choice(brand, 'related');
    expect(await ana([brand.portfolioId])).toEqual([]);
    expect(await ana([brand.portfolioId, stranger.portfolioId])).toEqual([]);
  });

  it('is shown alone where its own portfolio keeps them apart, or is in no group', async () => {
    await choice(sister, 'related');
    await choice(brand, 'apart');
    expect(await ana('all')).toEqual([]);
    await choice(brand, 'related');
    await db.sql`update portfolios set group_id = null where portfolio_id = ${sister.portfolioId}`;
    expect(await ana('all')).toEqual([]);
  });

  it('stays a person of its own: nothing of the other portfolio is in it', async () => {
    await choice(brand, 'related');
    const { data } = await listContacts(db, within(inEnglish, brand.portfolioId), { limit: 10 });
    expect(data.map((one) => [one.identifier.value, one.phones, one.accounts.length])).toEqual([['ana', [], 1]]);
    expect(JSON.stringify(await ana('all'))).not.toMatch(/US\./);
  });
});
