// Every kind of event with every set of identifiers, each for a person of its own, through the door. An event that shares an
// identifier with what is known lands in the thread that is known; one that shares none is somebody else's, never guessed
// to be theirs; one that names nobody is parked. A status goes to its message whatever it carries, and makes nobody.

import type { Contact, Conversation, Parked, TimelineItem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../server/testing/graph.ts';
import type { Api } from '../support/api.ts';
import {
  type Absence,
  events,
  type IdentifierKind,
  type MatrixEvent,
  type Person,
  personOf,
  type Shape,
  shapes,
  type Telling,
  writes,
} from '../support/matrix.ts';
import { bodiesIn } from '../support/raw.ts';
import { apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { waitFor } from '../support/waiting.ts';
import { postWebhook } from '../support/webhooks.ts';

interface Cell {
  title: string;
  person: Person;
  known: Shape;
  event: MatrixEvent;
  shape: Shape;
  absence: Absence;
  /** Whether what is known of the person and what the event says share an identifier. */
  linked: boolean;
}

const everything = shapes.find(({ name }) => name === 'all') as Shape;
const some = shapes.filter(({ has }) => has.length > 0);

let made = 0;
function cellOf(known: Shape, event: MatrixEvent, shape: Shape, absence: Absence): Cell {
  made += 1;
  const says = event.says?.(shape.has) ?? shape.has;
  const linked = says.some((kind: IdentifierKind) => known.has.includes(kind));
  const title = `${event.name}, ${shape.name}${absence === '' ? ', the rest ""' : ''}`;
  return { title, person: personOf(made), known, event, shape, absence, linked };
}

/** The person is known by everything: whatever the event carries must be enough. */
const wellKnown = events.flatMap((event) =>
  shapes.flatMap((shape) => [
    cellOf(everything, event, shape, undefined),
    ...(shape === everything ? [] : [cellOf(everything, event, shape, '')]),
  ]),
);

/** The person is known by less, which may or may not be what the event carries. */
const lessKnown = some
  .filter((known) => known !== everything)
  .map((known) => ({
    known,
    cells: events
      .filter(({ ends }) => ends === 'thread' || (ends === 'tick' && canBeAnswered(known)))
      .flatMap((event) => some.map((shape) => cellOf(known, event, shape, undefined))),
  }));

/** A parent id alone is no address, so there is no message of ours to have a status. */
function canBeAnswered(known: Shape): boolean {
  return known.has.includes('phone') || known.has.includes('bsuid');
}

const cells = [...wellKnown, ...lessKnown.flatMap((one) => one.cells)];

const now = Math.floor(Date.now() / 1000);
const ago = { first: 3_600, event: 600, history: 30 * 86_400 };
const firstId = ({ person }: Cell) => `wamid.FIRST${person.phone}`;
const eventId = ({ person }: Cell) => `wamid.EVENT${person.phone}`;

let graph: Graph;
let service: TestService;
let api: Api;
let seen: Seen;

beforeAll(async () => {
  graph = await openGraph();
  service = await startTestService({ graphUrl: graph.url });
  api = await apiOf(service, 'supervisor');
  await post(cells.map((cell) => writes({ ...tellingOf(cell, ''), ...first(cell) }, 'first')));
  const threads = await threadsOf();
  const ours = await answer(threads);
  await post(cells.map((cell) => cell.event.build(tellingOf(cell, ours.get(threads.get(firstId(cell)) ?? '') ?? ''))));
  seen = await look(threads);
});
afterAll(async () => {
  await service?.end();
  await graph?.close();
});

function tellingOf(cell: Cell, ours: string): Telling {
  const { person, shape, absence, event } = cell;
  const long = event.name.startsWith('history') ? ago.history : ago.event;
  // A status tells of a message that was sent a moment ago.
  const at = event.ends === 'tick' ? Math.floor(Date.now() / 1000) : now - long;
  return { person, shape, absence, at, id: eventId(cell), before: firstId(cell), ours };
}

function first(cell: Cell): Partial<Telling> {
  return { shape: cell.known, absence: undefined, at: now - ago.first, id: firstId(cell) };
}

async function post(webhooks: readonly unknown[]): Promise<void> {
  const waiting = [...webhooks];
  const worker = async () => {
    for (let webhook = waiting.shift(); webhook !== undefined; webhook = waiting.shift())
      expect(await postWebhook(service.webhookUrl, JSON.stringify(webhook))).toBe(200);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await inboxEmpty(service.db, 40_000);
}

/** By the wamid or call id of what stands in them: our ids of threads. */
async function threadsOf(): Promise<Map<string, string>> {
  const rows = await service.db.sql<{ id: string; thread: string }[]>`
    select wamid as id, conversation_id as thread from messages union all select call_id, conversation_id from calls`;
  return new Map(rows.map(({ id, thread }) => [id, thread]));
}

/** One answer of ours in each thread that is to have a status. By thread, its wamid. */
async function answer(threads: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const asked = cells.filter(({ event }) => event.ends === 'tick').map((cell) => threads.get(firstId(cell)) ?? '');
  await Promise.all(asked.map((thread) => api.reply(thread, 'our answer')));
  return await waitFor(
    'our answers are sent',
    async () => {
      const rows = await service.db.sql<{ thread: string; wamid: string }[]>`
        select conversation_id as thread, wamid from messages where body = 'our answer' and wamid is not null`;
      return rows.length === asked.length && new Map(rows.map(({ thread, wamid }) => [thread, wamid]));
    },
    20_000,
  );
}

interface Seen {
  /** Threads by the wamid or call id of what stands in them. */
  threads: ReadonlyMap<string, string>;
  conversations: ReadonlyMap<string, Conversation>;
  timelines: ReadonlyMap<string, TimelineItem[]>;
  /** Contacts by an identifier of theirs. */
  contacts: ReadonlyMap<string, string[]>;
  everybody: readonly Contact[];
  /** Reasons by the id of the event that was set aside. */
  parked: ReadonlyMap<string, string>;
  parkedListed: readonly Parked[];
  kept: ReadonlySet<string>;
}

async function look(before: ReadonlyMap<string, string>): Promise<Seen> {
  const { sql } = service.db;
  const [threads, conversations, everybody, parkedListed, owners, parked, kept] = await Promise.all([
    threadsOf(),
    api.conversations(),
    api.contacts(),
    api.parked(),
    sql<{ id: string; contact: string }[]>`
      select n.value as id, h.contact_id as contact from names n join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id
      union select ltrim(l.phone, '+'), h.contact_id from leases l join holders h on h.portfolio_id = l.portfolio_id and h.id = l.holder_id`,
    sql<{ id: string; reason: string }[]>`select id, reason from parked`,
    sql<{ id: string }[]>`select event_key as id from kept`,
  ]);
  const bodies = new Map((await bodiesIn(service.db, 'parked')).map(({ id, body }) => [id, body]));
  const eventOf = (id: string) => /wamid\.EVENT[0-9]+/.exec(bodies.get(id) ?? '')?.[0] ?? '';
  const ids = [...new Set([...before.values(), ...threads.values()])];
  const timelines = await Promise.all(ids.map(async (id) => [id, await api.timeline(id)] as const));
  const contacts = Map.groupBy(owners, (owner) => owner.id);
  return {
    threads,
    conversations: new Map(conversations.map((one) => [one.id, one])),
    timelines: new Map(timelines),
    contacts: new Map([...contacts].map(([id, rows]) => [id, rows.map((row) => row.contact)])),
    everybody,
    parked: new Map(parked.map((row) => [eventOf(row.id), row.reason])),
    parkedListed,
    kept: new Set(kept.map((row) => row.id)),
  };
}

/** The people any of the person's identifiers lead to. */
function contactsOf({ phone, bsuid, parent }: Person): string[] {
  return [...new Set([phone, bsuid, parent].flatMap((id) => seen.contacts.get(id) ?? []))];
}

/** What an agent reads in the thread, identity notices aside. */
function linesOf(thread: string): string[] {
  return (seen.timelines.get(thread) ?? []).flatMap((item) => {
    if (item.kind === 'notice' || item.kind === 'note' || item.kind === 'work') return [];
    if (item.kind === 'call') return [`call ${item.direction} ${item.status}`];
    const tick = item.summary === 'our answer' ? ` ${item.status}` : '';
    return [`${item.direction} ${item.type} ${item.summary}${tick}`];
  });
}

const isNobody = ({ shape }: Cell) => shape.has.length === 0;

/** Where the event should have ended, and that nothing else changed. */
function expectCell(cell: Cell): void {
  const home = seen.threads.get(firstId(cell)) ?? '';
  const place = seen.threads.get(eventId(cell));
  const contact = seen.conversations.get(home)?.contactId;
  const { ends, shows = '' } = cell.event;
  const opening = ends === 'tick' ? [] : ['in text first'];

  if (ends === 'tick') {
    expect(linesOf(home)).toEqual(['in text first', shows]);
  } else if (ends === 'kept') {
    expect(seen.kept.has(eventId(cell))).toBe(true);
    expect(linesOf(home)).toEqual(opening);
  } else if (ends !== 'thread' || isNobody(cell)) {
    expect(seen.parked.get(eventId(cell))).toBe(ends === 'thread' ? 'no_identifier' : ends.parked);
    expect(linesOf(home)).toEqual(opening);
  } else if (cell.linked) {
    expect(place).toBe(home);
    const before = cell.event.becomes === undefined ? opening : [`in text ${cell.event.becomes}`];
    expect(linesOf(home).sort()).toEqual([...before, shows].sort());
    expectLed(cell, home);
  } else {
    expectStranger(cell, { home, place });
    return;
  }
  if (ends !== 'thread' || isNobody(cell)) expect(place).toBeUndefined();
  expect(contactsOf(cell.person)).toEqual([contact]);
}

/** A reaction, an edit, a deletion and an answer find the message they are about. */
function expectLed({ event }: Cell, home: string): void {
  if (!event.leadsTo) return;
  const messages = (seen.timelines.get(home) ?? []).filter((item) => item.kind === 'message');
  const [target, one] = messages;
  expect(one?.[event.leadsTo]).toBe(target?.id);
  expect(target?.summary).toBe(event.becomes ?? 'first');
}

function expectStranger({ person, event }: Cell, { home, place }: { home: string; place: string | undefined }): void {
  expect(linesOf(home)).toEqual(['in text first']);
  expect(place).not.toBe(home);
  expect(linesOf(place ?? '')).toEqual([event.shows]);
  expect(contactsOf(person).sort()).toEqual(
    [home, place ?? ''].map((thread) => seen.conversations.get(thread)?.contactId).sort(),
  );
}

describe('known by phone, BSUID and parent', () => {
  it.each(wellKnown)('$title', expectCell);
});

describe.each(lessKnown)('known by $known.name', (one) => {
  it.each(one.cells)('$title', expectCell);
});

describe('all cells together', () => {
  it('made nobody besides', () => {
    const strangers = cells.filter(
      ({ event, linked, shape }) => event.ends === 'thread' && !linked && shape.has.length > 0,
    );
    expect(strangers.length).toBeGreaterThan(100);
    expect(seen.everybody).toHaveLength(cells.length + strangers.length);
  });

  it('set aside what names nobody and what was said in a group, and nothing else', () => {
    const aside = cells.filter(
      (cell) => (cell.event.ends === 'thread' && isNobody(cell)) || typeof cell.event.ends === 'object',
    );
    expect(seen.parkedListed).toHaveLength(aside.length);
    for (const { detail } of seen.parkedListed) expect(detail).toMatch(/^\S.{20,}\.$/s);
  });

  it('are counted, each webhook one item', async () => {
    const [count] = await service.db.sql`
      select count(*)::int as webhooks, sum(items)::int as items, sum(applied + repeated + kept + parked + dropped)::int as ended from inbox`;
    const posted = cells.length * 2;
    expect(count).toEqual({ webhooks: posted, items: posted, ended: posted });
  });
});
