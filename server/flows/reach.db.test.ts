// Words on being written to and blocks stay with the person whatever becomes of their identity.

import { type ContactId, defaultPolicy, type HolderId } from '@throughline/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { contactability } from '../contacts/contactability.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { noFigures } from '../figures.ts';
import { runErrands } from '../jobs/run-errands.ts';
import { type Answer, answering, type Graph, openGraph } from '../testing/graph.ts';
import { defaultNumber, otherNumber } from '../testing/names.ts';
import { person } from '../testing/people.ts';
import { message, moved, preference } from '../testing/webhooks.ts';
import { openWorld, silent, type World } from '../testing/world.ts';
import { contactById, listContacts } from '../views/contacts.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { type Blocking, blockContact } from './block-contact.ts';
import { mergeContacts } from './merge-contacts.ts';
import { type Noting, notePreference } from './note-preference.ts';
import { splitContact } from './split-contact.ts';

let fresh: FreshDatabase;
let db: Database;
let graph: Graph;
let world: World;

const actor = { id: 'a', name: 'Robin' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  graph = await openGraph();
});

beforeEach(async () => {
  await db.sql`delete from errands`;
  graph.requests.length = 0;
  graph.next.length = 0;
  world = await openWorld(db);
  world.setTime(1000);
});

afterAll(async () => {
  await graph.close();
  await db.close();
  await fresh.drop();
});

const people = async () => (await listContacts(db, within(inEnglish, world.portfolioId), { limit: 50 })).data;

async function only() {
  const all = await people();
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
}

const idOf = async (phone: string) => {
  const found = (await people()).find((one) => one.phone === phone || one.phones.some(({ value }) => value === phone));
  if (!found) throw new Error(`Nobody has ${phone}.`);
  return found.id as ContactId;
};

const note = (contactId: string, about: Partial<Noting>) =>
  inTransaction(db, (tx) =>
    notePreference(
      tx,
      {
        portfolioId: world.portfolioId,
        contactId: contactId as ContactId,
        category: 'marketing',
        value: 'stop',
        reason: 'told on the phone',
        actor,
        ...about,
      },
      world.tools,
    ),
  );

const block = (contactId: string, wish: Blocking['wish'] = 'block', phoneNumberId?: string) =>
  inTransaction(db, (tx) =>
    blockContact(
      tx,
      {
        portfolioId: world.portfolioId,
        contactId: contactId as ContactId,
        wish,
        phoneNumberId,
        reason: 'insults',
        actor,
      },
      world.tools,
    ),
  );

/** Meta as it should be: does what it is asked. */
const obliging: Answer = (request, response) => {
  const users = request.body.block_users as Record<string, string>[];
  const list = request.method === 'POST' ? 'added_users' : 'removed_users';
  answering({ block_users: { [list]: users.map((user) => ({ input: user.user ?? user.user_id })) } })(
    request,
    response,
  );
};

async function run(...answers: Answer[]) {
  graph.next.push(...answers);
  const access = { url: graph.url, version: 'v26.0', accessToken: 'a token' };
  return await runErrands({ db, graph: access, tools: world.tools, log: silent, figures: noFigures() });
}

async function reachOf(contactId: string) {
  const found = await contactById(db, within(inEnglish, world.portfolioId), contactId);
  const holders = found?.holderIds ?? [];
  const all = await contactability(db, world.portfolioId, holders);
  expect(all.size).toBe(holders.length);
  return holders.map((id: HolderId) => {
    const { marketingStopped, doNotContact, blockedOn } = all.get(id) as NonNullable<ReturnType<typeof all.get>>;
    return { marketingStopped, doNotContact, blockedOn: [...blockedOn] };
  });
}

const saying = () => ({
  portfolioId: world.portfolioId,
  actor,
  reason: 'the same person',
  dryRun: false,
  policy: defaultPolicy,
  tools: world.tools,
});

describe('a word on being written to', () => {
  it('is noted with who noted it and why, and taken back by another', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    const { id } = await only();
    expect(await note(id, {})).toBe('noted');
    expect(await only()).toMatchObject({
      marketing: 'stopped',
      preferences: [{ category: 'marketing', value: 'stop', by: 'Robin', reason: 'told on the phone' }],
    });
    expect(await note(id, { value: 'resume', reason: 'changed her mind' })).toBe('noted');
    expect(await only()).toMatchObject({ marketing: 'resumed', preferences: [{ reason: 'changed her mind' }] });
  });

  it('said on WhatsApp is taken back on WhatsApp only', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }), preference(person('P1 B1'), 'stop', { at: 2 }));
    const { id } = await only();
    expect(await note(id, { value: 'resume' })).toBe('their_own_word');
    expect(await only()).toMatchObject({
      marketing: 'stopped',
      preferences: [{ by: 'the person, on WhatsApp', reason: null }],
    });
    await world.receive(preference(person('P1 B1'), 'resume', { at: 3 }));
    expect((await only()).marketing).toBe('resumed');
  });

  it('stays through a hidden number, a changed number and a new account', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    const { id } = await only();
    await note(id, { category: 'all' });
    await world.receive(message(person('B1 @ana'), { at: 2, id: 'w2' }));
    await world.receive(moved(person('P1 B1'), person('P2 B2'), { at: 3, id: 'w3' }));
    await world.receive(message(person('P2 B2'), { at: 4, id: 'w4' }));
    expect(await only()).toMatchObject({ id, marketing: 'stopped', preferences: [{ category: 'all' }] });
    expect(await reachOf(id)).toEqual([{ marketingStopped: true, doNotContact: true, blockedOn: [] }]);
  });

  it('does not go to the stranger who has the number next', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    const { id } = await only();
    await note(id, {});
    await world.receive(message(person('P1 B9'), { at: 5000, id: 'w2' }));
    const all = await people();
    expect(all).toHaveLength(2);
    expect(all.map((one) => [one.id === id, one.marketing]).sort()).toEqual([
      [false, 'unset'],
      [true, 'stopped'],
    ]);
  });

  it('of a number without an account goes with whoever adopts it', async () => {
    await world.receive(message(person('P1'), { at: 1, id: 'w1' }));
    await note((await only()).id, {});
    await world.receive(message(person('P1 B1'), { at: 2, id: 'w2' }));
    expect((await only()).marketing).toBe('stopped');
  });

  it('holds under every id of people put together, and goes with its account when they are told apart', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }), message(person('P2 B2'), { at: 2, id: 'w2' }));
    const [one, other] = [await idOf('+15552000001'), await idOf('+15552000002')];
    await note(one, {});
    await inTransaction(db, (tx) => mergeContacts(tx, { one, other }, saying()));
    const joined = await only();
    expect(joined.marketing).toBe('stopped');
    expect(await reachOf(joined.id)).toEqual(
      Array(2).fill({ marketingStopped: true, doNotContact: false, blockedOn: [] }),
    );
    // Said of the two together, it stays with each of them.
    await note(joined.id, { category: 'all' });
    const account = joined.accounts.find((each) => each.id !== joined.id)?.id ?? '';
    await inTransaction(db, (tx) =>
      splitContact(tx, { contactId: joined.id as ContactId, at: { kind: 'account', id: account } }, saying()),
    );
    expect((await reachOf(one))[0]).toMatchObject({ marketingStopped: true, doNotContact: true });
    expect((await reachOf(other))[0]).toMatchObject({ marketingStopped: true, doNotContact: true });
    const found = await contactById(db, within(inEnglish, world.portfolioId), other);
    expect(found?.contact.preferences.map(({ category }) => category)).toEqual(['all']);
  });
});

describe('a block', () => {
  it('is told to Meta by the account, on each number the person has written to', async () => {
    await world.receive(
      message(person('P1 B1'), { at: 1, id: 'w1' }),
      message(person('P1 B1'), { at: 2, id: 'w2', number: otherNumber }),
    );
    const { id } = await only();
    expect(await block(id)).toBe('owed');
    expect((await only()).blocks.map(({ state, by, reason }) => [state, by, reason])).toEqual(
      Array(2).fill(['blocking', 'Robin', 'insults']),
    );
    expect((await reachOf(id))[0]?.blockedOn.sort()).toEqual([defaultNumber, otherNumber]);
    await run(obliging, obliging);
    expect(graph.requests.map(({ path, body }) => [path, body.block_users]).sort()).toEqual([
      [`/v26.0/${defaultNumber}/block_users`, [{ user_id: 'US.1' }]],
      [`/v26.0/${otherNumber}/block_users`, [{ user_id: 'US.1' }]],
    ]);
    expect((await only()).blocks.map(({ state }) => state)).toEqual(['blocked', 'blocked']);
  });

  it('is by phone where no account is known', async () => {
    await world.receive(message(person('P1'), { at: 1, id: 'w1' }));
    await block((await only()).id);
    await run(obliging);
    expect(graph.requests[0]?.body.block_users).toEqual([{ user: '+15552000001' }]);
  });

  it('that Meta refuses is shown with the reason, and blocks nothing', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    const { id } = await only();
    await block(id);
    await run(
      answering({ block_users: { failed_users: [{ input: 'US.1', errors: [{ code: 139101, message: 'full' }] }] } }),
    );
    const [shown] = (await only()).blocks;
    expect(shown).toMatchObject({ state: 'failed', problem: expect.stringContaining('64,000') });
    expect((await reachOf(id))[0]?.blockedOn).toEqual([]);
  });

  it('is lifted, and may be lifted on one number only', async () => {
    await world.receive(
      message(person('P1 B1'), { at: 1, id: 'w1' }),
      message(person('P1 B1'), { at: 2, id: 'w2', number: otherNumber }),
    );
    const { id } = await only();
    expect(await block(id, 'unblock')).toBe('not_blocked');
    await block(id);
    await run(obliging, obliging);
    expect(await block(id, 'unblock', otherNumber)).toBe('owed');
    await run(obliging);
    expect((await only()).blocks.map((one) => [one.businessNumber.id, one.state])).toEqual([
      [defaultNumber, 'blocked'],
    ]);
    expect(await block(id, 'unblock')).toBe('owed');
    await run(obliging);
    expect((await only()).blocks).toEqual([]);
    expect((await reachOf(id))[0]?.blockedOn).toEqual([]);
  });

  it('is not tried where the person has never written', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    expect(await block((await only()).id, 'block', otherNumber)).toBe('never_wrote');
    expect(await run()).toBe(0);
  });

  it('stays with the person through a changed number', async () => {
    await world.receive(message(person('P1 B1'), { at: 1, id: 'w1' }));
    const { id } = await only();
    await block(id);
    await run(obliging);
    await world.receive(moved(person('P1 B1'), person('P2 B2'), { at: 3, id: 'w3' }));
    await world.receive(message(person('P2 B2'), { at: 4, id: 'w4' }));
    expect((await only()).blocks).toMatchObject([{ state: 'blocked' }]);
    expect((await reachOf(id))[0]?.blockedOn).toEqual([defaultNumber]);
  });
});

it('asks about thousands of people in few statements, and leaves out whom there is not', async () => {
  expect(await contactability(db, world.portfolioId, [])).toEqual(new Map());
  const nobody = world.tools.newId() as HolderId;
  expect((await contactability(db, world.portfolioId, [nobody])).size).toBe(0);
});
