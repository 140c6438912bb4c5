// Is what is stored what should be? Everything as lines, so that a difference can be read.

import {
  type Anchor,
  type ContactId,
  compare,
  type Evidence,
  type HolderId,
  holderAt,
  isWord,
  type PortfolioId,
  type State,
  standing,
  type Word,
} from '@throughline/identity';
import { expect } from 'vitest';
import { contacts, lineOf, notices, people, reviews, type Told } from '../../identity/ledger.testing.ts';
import { currentContactId } from '../../server/contacts/find.ts';
import { historyOf } from '../../server/contacts/load.ts';
import { storedOf } from '../../server/contacts/rebuild.ts';
import { inSnapshot } from '../../server/db/snapshot.ts';
import { compareIdentities } from '../../server/flows/rebuild-identities.ts';
import { conversationById, listConversations } from '../../server/views/conversation-list.ts';
import { timeline } from '../../server/views/timeline.ts';
import { inEnglish, within } from '../../server/words/viewer.ts';
import type { Message } from './facts.ts';
import type { Model, Side } from './model.ts';
import type { System } from './system.ts';

export interface Stored extends Told {
  evidence: Evidence[];
}

export async function storedIn(system: System, side: number): Promise<Stored> {
  const portfolioId = system.portfolio(side);
  const ids = await system.neighborhoods(side);
  return await inSnapshot(system.db, async (tx) => {
    const stored = [...(await storedOf(tx, portfolioId, ids)).values()].map(
      ({ state, notices: told, reviews: asked }) => ({
        state,
        notices: [...told],
        reviews: [...asked],
      }),
    );
    const history = await historyOf(tx, portfolioId, ids);
    const words = stored.flatMap(({ state }) => state.words);
    return { all: () => stored, evidence: [...history.filter((one) => !isWord(one)), ...words] };
  });
}

/** Who is who, in the words both sides have in common. */
export function linesOf(told: Told) {
  return { people: people(told), contacts: contacts(told), notices: notices(told), reviews: reviews(told) };
}

/** After any command: people, leases, names, contacts, notices and reviews, and that nothing said is lost. */
export async function expectAgreement(model: Model, system: System, i: 0 | 1): Promise<void> {
  const side = model.sides[i];
  const stored = await storedIn(system, i);
  const [found, should] = [linesOf(stored), linesOf(side.ledger)];
  for (const kind of ['people', 'contacts', 'notices', 'reviews'] as const) expectSame(kind, found[kind], should[kind]);
  expectSame(
    'evidence',
    stored.evidence.map(({ id }) => id),
    [...side.evidence.keys()],
  );
  expectWordsKept(stored);
  expectOneOwner(stored);
  await expectAsRebuilt(model, system, i);
  await noteIds(side, system, i);
}

/** At the end: the webhooks counted, the threads and their order, the statuses, the addresses of replies, and every id. */
export async function expectWholeAgreement(model: Model, system: System): Promise<void> {
  for (const i of [0, 1] as const) {
    const side = model.sides[i];
    await expectAgreement(model, system, i);
    await expectCounted(side, system, i);
    const threads = await threadsIn(side, system, i);
    expectSame(
      'threads',
      threads.map(({ text }) => text),
      threadsOf(side),
    );
    for (const { id, messages } of threads) {
      const last = messages.findLast((key) => side.messages.get(key)?.direction === 'in') ?? messages.at(-1);
      const message = last === undefined ? undefined : side.messages.get(last);
      if (message) expect(await system.addressOf(i, id), `C1: reply to ${last}`).toBe(side.addressFor(message));
    }
  }
  for (const i of [0, 1] as const) await expectAllIdsAnswer(model.sides[i], system, i);
  expectApart(model);
}

/** The same lines, in whatever order; else the failure lists those that are not there, and those that should not be. */
function expectSame(what: string, found: readonly string[], should: readonly string[]): void {
  const [missing, extra] = [without(should, found), without(found, should)];
  if (missing.length + extra.length === 0) return;
  const listed = (lines: readonly string[]) => lines.map((line) => `\n    ${line}`).join('');
  throw new Error(`${what}\n  should be there:${listed(missing)}\n  are there:${listed(extra)}`);
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** I9, I11: together by a word only, and never against one. */
function expectWordsKept(stored: Stored): void {
  for (const { state } of stored.all()) {
    const words = standing(state.words);
    for (const together of Map.groupBy(state.holders, (holder) => holder.contactId).values())
      expect(
        areJoined(
          state,
          words,
          together.map(({ id }) => id),
        ),
        'I9: one contact without a word',
      ).toBe(true);
    for (const word of words.filter((one) => one.kind === 'never-merge')) {
      const [a, b] = [holderAt(state, word.a), holderAt(state, word.b)];
      const contact = (id: HolderId) => state.holders.find((holder) => holder.id === id)?.contactId;
      if (a && b && a !== b) expect(contact(a), 'I11: never-merge').not.toBe(contact(b));
    }
  }
}

/** Whether merges that stand connect all of them. */
function areJoined(state: State, words: readonly Word[], ids: readonly HolderId[]): boolean {
  const [first] = ids;
  if (first === undefined) return true;
  const reached = new Set([first]);
  const pairs = words.flatMap((word) =>
    word.kind === 'merge' ? [[word.a, word.b].map((one) => holderAt(state, one))] : [],
  );
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [a, b] of pairs) if (a && b && (reached.has(a) || reached.has(b))) reached.add(a).add(b);
  }
  return ids.every((id) => reached.has(id));
}

/** I8: an account id belongs to one account, a number to one holder at a time, and a holder has one number at a time. */
function expectOneOwner(stored: Stored): void {
  const states = stored.all().map(({ state }) => state);
  const names = states.flatMap((state) => state.names.map(({ value }) => value));
  const open = states.flatMap((state) => state.leases.filter(({ until }) => until === null));
  for (const one of [names, open.map(({ key }) => key), open.map(({ holderId }) => holderId)])
    expect(new Set<string>(one).size, 'I8').toBe(one.length);
}

/** I6, I7: what is stored is what all evidence comes to, ids and every field included. */
async function expectAsRebuilt(model: Model, system: System, side: number): Promise<void> {
  const ids = await system.neighborhoods(side);
  const found = await inSnapshot(system.db, (tx) =>
    compareIdentities(tx, system.portfolio(side), ids, system.rebuilding(model.policy)),
  );
  const sentences = found.flatMap(({ differences }) => differences.map(({ sentence }) => sentence));
  expectSame('I7', sentences, []);
}

async function noteIds({ shown }: Side, system: System, i: number): Promise<void> {
  const portfolioId = system.portfolio(i);
  const rows = await system.db.sql<{ id: string; kind: 'contacts' | 'threads' }[]>`
    select id, 'contacts' as kind from contacts where portfolio_id = ${portfolioId}
    union all select id, 'threads' from conversations where portfolio_id = ${portfolioId}`;
  for (const { id, kind } of rows) shown[kind].add(id);
}

/** I13: every id that was ever shown leads to somebody, and to nobody of the other portfolio. */
async function expectAllIdsAnswer({ shown }: Side, system: System, i: number): Promise<void> {
  const [own, other] = [system.portfolio(i), system.portfolio(1 - i)];
  const rows = await system.db.sql<{ id: ContactId }[]>`select id from contacts where portfolio_id = ${own}`;
  const live = new Set(rows.map(({ id }) => id));
  const unanswered = async (ids: Iterable<string>, find: (id: string) => Promise<unknown>) => {
    const found = await Promise.all([...ids].map(async (id) => [id, await find(id)] as const));
    return found.filter(([, one]) => !one).map(([id]) => id);
  };
  const contact = async (id: string) => live.has((await currentContactId(system.db, [own], id))?.id as ContactId);
  expect(await unanswered(shown.contacts, contact), 'I13: contacts').toEqual([]);
  const thread = (id: string) => conversationById(system.db, within(inEnglish, own), id);
  expect(await unanswered(shown.threads, thread), 'I13: threads').toEqual([]);
  const strange = (id: string) => currentContactId(system.db, [other], id);
  expect(await unanswered(live, strange), 'I14').toEqual([...live]);
}

/** I14: nothing of one portfolio is anything of the other. */
function expectApart({ sides: [one, other] }: Model): void {
  for (const kind of ['contacts', 'threads'] as const)
    expect(
      [...one.shown[kind]].filter((id) => other.shown[kind].has(id)),
      'I14',
    ).toEqual([]);
}

/** I2, I3: every item ended in one of the counts, every message is there once. */
async function expectCounted(side: Side, system: System, i: number): Promise<void> {
  const portfolioId: PortfolioId = system.portfolio(i);
  const [inbox] = await system.db.sql<Record<string, number>[]>`
    select coalesce(sum(items), 0)::int as items, coalesce(sum(parked), 0)::int as parked,
           (count(*) filter (where state <> 'done'))::int as waiting,
           coalesce(sum(items - applied - repeated - kept - parked), 0)::int as lost
    from inbox where portfolio_id = ${portfolioId}`;
  expect(inbox, 'I2').toEqual({ ...side.counts, waiting: 0, lost: 0 });
  const parked = await system.db.sql<{ reason: string }[]>`
    select reason from parked where portfolio_id = ${portfolioId} and state = 'parked'`;
  const reasons = side.parked.map(({ parks }) => (parks === 'always' ? 'no_identifier' : 'number_unknown'));
  expect(parked.map(({ reason }) => reason).sort(), 'parked').toEqual(reasons.sort());
  const messages = await system.db.sql<{ wamid: string; status: string }[]>`
    select wamid, status from messages where portfolio_id = ${portfolioId}`;
  expectSame(
    'I3: messages',
    messages.map(({ wamid, status }) => `${wamid} ${status}`),
    [...side.messages.keys()].map((key) => `${key} ${side.statusOf(key)}`),
  );
}

interface Thread {
  id: string;
  messages: string[];
  text: string;
}

/** Each thread as agents read it: whose it is, which number, and the messages in their order (I4). */
async function threadsIn(side: Side, system: System, i: number): Promise<Thread[]> {
  const portfolioId = system.portfolio(i);
  const { db } = system;
  const rows = await db.sql<{ id: string; wamid: string }[]>`
    select id, wamid from messages where portfolio_id = ${portfolioId}`;
  const wamids = new Map(rows.map(({ id, wamid }) => [id, wamid]));
  const stored = await storedIn(system, i);
  const { data } = await listConversations(db, within(inEnglish, portfolioId), { limit: 200 });
  return await Promise.all(
    data.map(async ({ id, businessNumber }) => {
      const found = await conversationById(db, within(inEnglish, portfolioId), id);
      if (!found) throw new Error('a listed thread is not to be found');
      const page = await timeline(db, found, { limit: 500, order: 'oldest' });
      const all = page.data.flatMap((item) => (item.kind === 'message' ? [wamids.get(item.id) ?? 'unknown'] : []));
      const messages = all.filter((key) => isSomebodys(side, key));
      const state = stored.all().find((one) => one.state.holders.some((holder) => holder.id === found.holderId))?.state;
      const who = state ? lineOf(state, found.holderId) : 'nobody';
      return { id, messages, text: `${who} | ${businessNumber.id} | ${messages.join(' ')}` };
    }),
  );
}

/** An answer to a number that, as was heard only later, nobody had at the time is nobody's: it stays where it was written. */
function isSomebodys(side: Side, key: string): boolean {
  const message = side.messages.get(key);
  return !message || side.ownerOf(message.party, message.position) !== undefined;
}

function threadsOf(side: Side): string[] {
  const owned = [...side.messages.values()].flatMap((message) => {
    const owner = side.ownerOf(message.party, message.position);
    return owner ? [{ message, who: owner.id, line: lineOf(owner.state, owner.id) }] : [];
  });
  const threads = Map.groupBy(owned, ({ message, who }) => `${who} ${message.number}`);
  return [...threads.values()]
    .map((items) => {
      const keys = items.map(({ message }) => message).sort(byPosition);
      return `${items[0]?.line} | ${items[0]?.message.number} | ${keys.map(({ key }) => key).join(' ')}`;
    })
    .sort();
}

function byPosition(a: Message, b: Message): number {
  return compare(a.position, b.position);
}

/** For comparing before and after a word that is taken back: whose everything is, and the ids they are shown under. */
export async function pictureOf(side: Side, system: System, i: number) {
  const stored = await storedIn(system, i);
  const { people: who, contacts: together, reviews: asked } = linesOf(stored);
  const threads = (await threadsIn(side, system, i)).map(({ id, text }) => `${id} ${text}`).sort();
  const shown = stored.all().flatMap(({ state }) => state.holders.map(({ id, contactId }) => `${id} as ${contactId}`));
  return { who, together, asked, threads, shown: shown.sort() };
}

/** One that does not depend on ids, for where a word moved people for a while. */
export function withoutIds(picture: Awaited<ReturnType<typeof pictureOf>>) {
  const { threads, shown: _shown, ...rest } = picture;
  return { ...rest, threads: threads.map((line) => line.slice(line.indexOf(' ') + 1)).sort() };
}

export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
