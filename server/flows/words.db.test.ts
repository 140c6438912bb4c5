// Whatever people say of whoever there is, in any order: nobody shares a contact without a word, never means never, and with every word
// taken back all is as if nothing had been said.

import { type ContactId, type EvidenceId, standing, union, type Word } from '@throughline/identity';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { connect, type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { person } from '../testing/people.ts';
import { threadsSeen } from '../testing/reading.ts';
import { message, moved, preference, text } from '../testing/webhooks.ts';
import { openWorld, policy, type World } from '../testing/world.ts';
import { contactById, listContacts } from '../views/contacts.ts';
import { conversationById } from '../views/conversation-list.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { mergeContacts } from './merge-contacts.ts';
import { neverMerge } from './never-merge.ts';
import type { Saying, Spoken } from './say-word.ts';
import { splitContact } from './split-contact.ts';
import { takeBack } from './take-back.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

/** Four people, one of them joined by a machine twice: a number's history adopted, and a changed number. */
const facts = [
  message(person('P1'), { at: 1, id: 'w1' }, text('a')),
  message(person('P1 B1'), { at: 2, id: 'w2' }, text('b')),
  moved(person('P1 B1'), person('P5 B5'), { at: 3, id: 'w3' }),
  message(person('P5 B5'), { at: 4, id: 'w4' }, text('c')),
  message(person('P2 B2 @ben'), { at: 5, id: 'w5' }, text('d')),
  message(person('P3'), { at: 6, id: 'w6' }, text('e')),
  message(person('B4 @dan'), { at: 7, id: 'w7' }, text('f')),
  preference(person('P2 B2'), 'stop', { at: 8 }),
];

const which = fc.nat({ max: 7 });
const act = fc.record({
  what: fc.constantFrom('merge', 'merge', 'never', 'split', 'step', 'step', 'undo'),
  one: which,
  other: which,
});

async function ids(world: World): Promise<ContactId[]> {
  const rows = await db.sql<{ id: ContactId }[]>`
    select id from contacts where portfolio_id = ${world.portfolioId} order by first_seen_at, id`;
  return rows.map((row) => row.id);
}

/** Words in the order they were said: rows come in none, and `undo` names one by its place. */
async function stateOf(world: World) {
  const rows = await db.sql<
    { id: NeighborhoodId }[]
  >`select id from neighborhoods where portfolio_id = ${world.portfolioId}`;
  const states = await statesOf(
    db,
    world.portfolioId,
    rows.map((row) => row.id),
  );
  const state = union([...states.values()]);
  return { ...state, words: state.words.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)) };
}

interface View {
  contacts: object[];
  threads: { conversation: object; items: object[] }[];
}

/** What agents see but for the cards, and but for retired ids, which go on answering. */
async function view(world: World): Promise<View> {
  const { data } = await listContacts(db, within(inEnglish, world.portfolioId), { limit: 50 });
  const contacts = data.map(({ mergedFrom: _, ...one }) => one);
  const threads = (await threadsSeen(db, world.portfolioId)).map(({ conversation, items }) => {
    const { mergedFrom: _, ...shown } = conversation;
    const notices = items.filter((item) => item.kind !== 'notice' || item.rule !== 'R30');
    return { conversation: shown, items: notices.map((item) => (item.kind === 'notice' ? { ...item, id: '' } : item)) };
  });
  return { contacts, threads };
}

/** The same with ids as they are now: who was told apart from a number's history and joined to it again may go on under the other's (I6). */
async function underIdsOfNow(world: World, { contacts, threads }: View): Promise<View> {
  let told = JSON.stringify({ contacts, threads });
  for (const id of new Set(
    [...told.matchAll(/"(?:id|contactId|conversationId)":"([0-9a-f-]{36})"/g)].map(([, one = '']) => one),
  )) {
    const now =
      (await contactById(db, within(inEnglish, world.portfolioId), id))?.contact.id ??
      (await conversationById(db, within(inEnglish, world.portfolioId), id))?.conversation.id;
    if (now && now !== id) told = told.replaceAll(id, now);
  }
  return JSON.parse(told) as View;
}

async function say(world: World, { what, one, other }: { what: string; one: number; other: number }, n: number) {
  world.setTime(100 + n);
  const { portfolioId, tools } = world;
  const saying: Saying = {
    portfolioId,
    actor: { id: 'u1', name: 'Sam' },
    reason: 'asked',
    dryRun: false,
    policy,
    tools,
  };
  const all = await ids(world);
  const [a, b] = [all[one % all.length], all[other % all.length]] as [ContactId, ContactId];
  const words = (await stateOf(world)).words;
  const evidence = await db.sql<{ id: EvidenceId }[]>`
    select id from evidence where portfolio_id = ${portfolioId} order by at, id`;
  const within = (work: (tx: Transaction) => Promise<Spoken>) => inTransaction(db, work);
  switch (what) {
    case 'merge':
      return await within((tx) => mergeContacts(tx, { one: a, other: b }, saying));
    case 'never':
      return await within((tx) => neverMerge(tx, { one: a, other: b }, saying));
    case 'split': {
      const { contact } = (await contactById(db, { ...inEnglish, portfolios: [portfolioId] }, a)) ?? {};
      const account = contact?.accounts[other % contact.accounts.length]?.id ?? '';
      return await within((tx) => splitContact(tx, { contactId: a, at: { kind: 'account', id: account } }, saying));
    }
    case 'step': {
      const step = evidence[other % 4]?.id ?? '';
      return await within((tx) => splitContact(tx, { contactId: a, at: { kind: 'step', id: step } }, saying));
    }
    default:
      return await within((tx) => takeBack(tx, { contactId: a, word: words[other % words.length]?.id ?? '' }, saying));
  }
}

/** I9 and I11, from what is stored. */
async function expectByWord(world: World): Promise<void> {
  const state = await stateOf(world);
  const merges = standing(state.words).filter((word) => word.kind === 'merge').length;
  const contacts = new Set(state.holders.map((holder) => holder.contactId)).size;
  expect(state.holders.length - contacts).toBeLessThanOrEqual(merges);
  const contactOf = (anchor: Extract<Word, { kind: 'merge' }>['a']) => {
    const name = state.names.find((one) => one.value === anchor.value);
    const lease = state.leases.find(
      (one) => anchor.kind === 'phone' && one.phone === anchor.value && one.from.at === anchor.at,
    );
    return state.holders.find((holder) => holder.id === (name ?? lease)?.holderId)?.contactId;
  };
  for (const word of standing(state.words))
    if (word.kind === 'never-merge') expect(contactOf(word.a)).not.toBe(contactOf(word.b));
}

describe('words', () => {
  it('of any kind, in any order, and all of them taken back', async () => {
    const said: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), fc.boolean(), async (acts, backwards) => {
        const world = await openWorld(db);
        await world.receive(...facts);
        const before = await view(world);
        for (const [n, one] of acts.entries()) {
          const { applied } = await say(world, one, n);
          if (applied) said.push(one.what);
          await expectByWord(world);
        }
        await expectAsFolded(world);
        const left = standing((await stateOf(world)).words);
        for (const [n, word] of (backwards ? left.toReversed() : left).entries()) {
          const state = await stateOf(world);
          const index = state.words.findIndex((one) => one.id === word.id);
          const concerned = await ids(world);
          const answers: Spoken[] = [];
          for (let one = 0; one < concerned.length && !answers.at(-1)?.applied; one++)
            answers.push(await say(world, { what: 'undo', one, other: index }, 50 + n));
          expect(answers.at(-1)?.applied, JSON.stringify({ word, answers })).toBe(true);
        }
        expect(await view(world)).toEqual(await underIdsOfNow(world, before));
        await expectAsFolded(world);
      }),
      { numRuns: 60, seed: 20261122 },
    );
    // Each kind had its effect, several times.
    for (const what of ['merge', 'never', 'split', 'step', 'undo'])
      expect(said.filter((one) => one === what).length, what).toBeGreaterThan(1);
  }, 120_000);
});
