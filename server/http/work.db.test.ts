// Work on conversations as teams see it through the doors: what a supervisor arranges, what routing does with it, what time does.

import type {
  Agent,
  ConversationDetail,
  MessageItem,
  Page,
  Problem,
  QueueCounts,
  Responses,
  Routing,
  Schedule,
  SetRouting,
  Team,
  TimelineItem,
} from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { workByTime } from '../jobs/work-by-time.ts';
import { type App, openApp } from '../testing/app.ts';
import { type AtTheDesk, atTheDesk } from '../testing/at-the-desk.ts';
import { defaultNumber, epoch } from '../testing/names.ts';
import { message, type Person, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
let maya: AtTheDesk;
let jonas: AtTheDesk;
let [mayaId, jonasId, team] = ['', '', ''];
/** Seconds from `epoch` at which a test begins: each has days of its own, none yet to come, and customers of its own. */
let base = -100 * 24 * 3600;
let customers = 0;

const minute = 60;
const hour = 3600;
const day = 24 * hour;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 8 });
  world = await openWorld(db);
  app = await openApp(world);
  [maya, jonas] = [await atTheDesk(app, 'agent'), await atTheDesk(app, 'supervisor')];
  [mayaId, jonasId] = [await idOf(maya), await idOf(jonas)];
  team = (await jonas<Team>('POST', '/teams', { name: 'Returns', members: [mayaId, jonasId] })).body.id;
});
beforeEach(async () => {
  base += 4 * day;
  at(0);
  await route({
    ...{ mode: 'manual', cap: null, lastAgentFirst: false, threadingHours: 72, schedule: null, businessHours: true },
    ...{ firstReplyMinutes: null, nextReplyMinutes: null, resolveMinutes: null },
  });
  for (const who of [maya, jonas]) await who('PUT', '/me/availability', { availability: 'available' });
  const open = (await list('?state=open')).map(({ id }) => id);
  if (open.length > 0) await jonas('POST', '/conversations/work', { conversations: open, state: 'resolved' });
});
afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

const idOf = async (who: AtTheDesk) => (await who<{ id: string }>('GET', '/me')).body.id;
const at = (seconds: number) => world.setTime(base + seconds);
const moment = (seconds: number) => new Date(epoch + (base + seconds) * 1000).toISOString();
const pass = () => workByTime({ db, tools: world.tools });
const route = async (chosen: SetRouting) =>
  (await jonas<Routing>('PUT', `/routing/${defaultNumber}`, { team, ...chosen })).body;
const somebody = (): Person => {
  customers += 1;
  return { phone: `+1555300${String(customers).padStart(4, '0')}`, bsuid: `US.w${customers}` };
};
const list = async (query = '') =>
  (await jonas<Page<ConversationDetail>>('GET', `/conversations${query}${query ? '&' : '?'}limit=200`)).body.data;

/** They write at this time; answers their thread. */
async function writes(who: Person, seconds: number, body = 'hello'): Promise<string> {
  at(seconds);
  await world.receive(
    message(who, { at: base + seconds, id: `${who.bsuid ?? who.phone}-${base + seconds}` }, text(body)),
  );
  const [row] = await db.sql<{ id: string }[]>`
    select conversation_id as id from messages where wamid = ${`${who.bsuid ?? who.phone}-${base + seconds}`}`;
  if (!row) throw new Error('what was written is not there');
  return row?.id ?? '';
}
const thread = async (id: string) => (await maya<ConversationDetail>('GET', `/conversations/${id}`)).body;
const change = async (id: string, body: object, who = jonas) =>
  (await who<ConversationDetail>('PATCH', `/conversations/${id}`, body)).body;
const reply = async (who: AtTheDesk, id: string, delayMs = 0) =>
  (await who<MessageItem>('POST', `/conversations/${id}/messages`, { type: 'text', text: { body: 'Yes.' }, delayMs }))
    .body;
const undo = async (who: AtTheDesk, id: string, messageId: string) =>
  await who<MessageItem>('DELETE', `/conversations/${id}/messages/${messageId}`);
const items = async (id: string) =>
  (await maya<Page<TimelineItem>>('GET', `/conversations/${id}/messages?order=oldest`)).body.data;
const facts = async (id: string) => (await items(id)).flatMap((item) => (item.kind === 'work' ? [item.fact] : []));
/** Every day from 13:00 to 14:00; a test begins at noon. */
const openAtOne = async () => {
  const open = { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [[13 * 60, 14 * 60]]), holidays: [] };
  return (await jonas<Schedule>('POST', '/schedules', { name: `Hours ${base}`, ...open })).body.id;
};
const openOf = async () => {
  const agents = (await jonas<Page<Agent>>('GET', '/agents')).body.data;
  return [mayaId, jonasId].map((id) => agents.find((one) => one.id === id)?.open);
};

describe('work that is handed out', () => {
  it('goes round, each in turn', async () => {
    await route({ mode: 'round_robin' });
    const threads: string[] = [];
    for (const n of [1, 2, 3, 4]) threads.push(await writes(somebody(), n));
    const given = await Promise.all(threads.map(async (id) => (await thread(id)).assignee?.id));
    expect(new Set(given.slice(0, 2))).toEqual(new Set([mayaId, jonasId]));
    expect(given.slice(2)).toEqual(given.slice(0, 2));
    expect(await facts(threads[0] ?? '')).toMatchObject([{ type: 'assigned', how: 'round_robin', by: null }]);
  });

  it('goes to who has least, and to nobody who is away', async () => {
    for (const n of [1, 2]) await change(await writes(somebody(), n), { assignee: mayaId });
    await route({ mode: 'least_busy' });
    for (const n of [3, 4]) expect((await thread(await writes(somebody(), n))).assignee?.id).toBe(jonasId);
    expect(await openOf()).toEqual([2, 2]);
    await jonas('PUT', '/me/availability', { availability: 'away' });
    for (const n of [5, 6]) expect((await thread(await writes(somebody(), n))).assignee?.id).toBe(mayaId);
  });

  it('waits where everybody has as many as they may, and finds whoever has room first', async () => {
    await route({ mode: 'least_busy', cap: 1 });
    const first = await writes(somebody(), 1);
    await writes(somebody(), 2);
    const third = await writes(somebody(), 3);
    expect(await thread(third)).toMatchObject({ assignee: null, team: { id: team } });
    await pass();
    expect((await thread(third)).assignee).toBeNull();
    const had = (await thread(first)).assignee?.id;
    await change(first, { state: 'resolved' });
    await pass();
    expect((await thread(third)).assignee?.id).toBe(had);
  });

  it('goes back to who had the customer last, where that person is here', async () => {
    await route({ mode: 'least_busy', lastAgentFirst: true, threadingHours: 0 });
    const ana = somebody();
    const id = await writes(ana, 1);
    await change(id, { assignee: jonasId });
    await change(await writes(somebody(), 2), { assignee: jonasId });
    await change(id, { state: 'resolved' });
    await writes(ana, 2 * hour);
    expect((await thread(id)).assignee?.id).toBe(jonasId);
    expect((await facts(id)).at(-1)).toMatchObject({ type: 'assigned', how: 'last_agent' });
    await change(id, { state: 'resolved' });
    await jonas('PUT', '/me/availability', { availability: 'away' });
    await writes(ana, 4 * hour);
    expect((await thread(id)).assignee?.id).toBe(mayaId);
  });
});

describe('the threading window', () => {
  it.each([
    [72, 71, 'reopened'],
    [72, 73, 'begun'],
    [0, 1, 'begun'],
  ] as const)('of %i hours: a word %i hours after the end is %s', async (threadingHours, after, fact) => {
    await route({ threadingHours });
    const ana = somebody();
    const id = await writes(ana, 1);
    await change(id, { assignee: mayaId, priority: 'high' });
    at(2);
    expect(await change(id, { state: 'resolved' })).toMatchObject({ state: 'resolved', waitingSince: null });
    await writes(ana, 2 + after * hour);
    const again = await thread(id);
    expect(again).toMatchObject({ state: 'open', waitingSince: moment(2 + after * hour) });
    expect((await facts(id)).map(({ type }) => type).at(-1)).toBe(fact);
    // The same work is still whose it was; new work begins with the team.
    if (fact === 'reopened') expect(again).toMatchObject({ assignee: { id: mayaId }, priority: 'high' });
    else expect(again).toMatchObject({ assignee: null, team: { id: team }, priority: 'normal' });
  });
});

describe('a conversation that is snoozed', () => {
  it('is out of the way until its time, and back then', async () => {
    const id = await writes(somebody(), 1);
    await change(id, { state: 'snoozed', snoozedUntil: moment(hour) });
    const counts = async () => (await jonas<QueueCounts>('GET', '/queues')).body;
    expect(await counts()).toMatchObject({ snoozed: 1, everyone: 0 });
    expect((await list('?state=snoozed')).map((one) => one.id)).toEqual([id]);
    at(hour - 1);
    await pass();
    expect(await thread(id)).toMatchObject({ state: 'snoozed', snoozedUntil: moment(hour) });
    at(hour);
    await pass();
    expect(await thread(id)).toMatchObject({ state: 'open', snoozedUntil: null });
    expect(await counts()).toMatchObject({ snoozed: 0, everyone: 1 });
    expect((await facts(id)).slice(-1)).toEqual([{ type: 'woken', how: 'time', by: null }]);
  });

  it('wakes when the customer writes', async () => {
    const ana = somebody();
    const id = await writes(ana, 1);
    await change(id, { state: 'snoozed', snoozedUntil: moment(day) });
    await writes(ana, 30);
    expect(await thread(id)).toMatchObject({ state: 'open', snoozedUntil: null });
    expect((await facts(id)).slice(-1)).toEqual([{ type: 'woken', how: 'customer', by: null }]);
  });

  it('cannot be put off into the past', async () => {
    const id = await writes(somebody(), 10);
    const refused = await jonas('PATCH', `/conversations/${id}`, { state: 'snoozed', snoozedUntil: moment(5) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'snooze_out_of_range' } });
    // What a browser opens by itself says its language in the address.
    const past = { state: 'snoozed', snoozedUntil: moment(5) };
    const spanish = { 'accept-language': 'es' };
    const [said, german] = await Promise.all([
      jonas<Problem>('PATCH', `/conversations/${id}`, past, spanish),
      jonas<Problem>('PATCH', `/conversations/${id}?language=de-DE`, past, spanish),
    ]);
    expect(said.body.detail).toBe('Elija un momento que aún no haya llegado, dentro de un año.');
    expect(german.body.detail).toBe('Wählen Sie einen Zeitpunkt, der noch kommt, innerhalb eines Jahres.');
  });
});

describe('a promise', () => {
  it('is shown until it is kept, and stands broken once its time is over', async () => {
    await route({ firstReplyMinutes: 30, nextReplyMinutes: 10 });
    const ana = somebody();
    const id = await writes(ana, 0);
    expect((await thread(id)).due).toEqual({ target: 'first_reply', at: moment(30 * minute), breached: false });
    at(31 * minute);
    await pass();
    await pass();
    expect((await thread(id)).due).toMatchObject({ target: 'first_reply', breached: true });
    expect(await facts(id)).toEqual([{ type: 'breached', target: 'first_reply' }]);
    await reply(maya, id);
    expect(await thread(id)).toMatchObject({ due: null, waitingSince: null, assignee: { id: mayaId } });
    await writes(ana, hour);
    expect((await thread(id)).due).toEqual({
      target: 'next_reply',
      at: moment(hour + 10 * minute),
      breached: false,
    });
  });

  it('is counted in the hours of business, and around the clock where that is wanted', async () => {
    // The office has half of its hour left at 13:30.
    await route({ schedule: await openAtOne(), firstReplyMinutes: 45 });
    const one = await writes(somebody(), 0);
    expect((await thread(one)).due?.at).toBe(moment(hour + 45 * minute));
    const late = await writes(somebody(), hour + 30 * minute);
    // Fifteen of the 45 minutes are left for the next day.
    expect((await thread(late)).due?.at).toBe(moment(day + hour + 15 * minute));
    await route({ businessHours: false });
    const other = await writes(somebody(), hour + 31 * minute);
    expect((await thread(other)).due?.at).toBe(moment(hour + 76 * minute));
  });

  it('and what became of it are reported both ways', async () => {
    await route({ schedule: await openAtOne() });
    const [quick, slow] = [await writes(somebody(), 0), await writes(somebody(), hour + 30 * minute)];
    at(hour + 50 * minute);
    await reply(maya, quick);
    await change(quick, { state: 'resolved' });
    at(day + hour + 20 * minute);
    await reply(maya, slow);
    const today = moment(0).slice(0, 10);
    const report = async (hours: string) =>
      (await jonas<Responses>('GET', `/reports/responses?by=day&from=${today}&to=${today}&hours=${hours}`)).body.rows;
    const [all, open] = [await report('all'), await report('business')];
    expect(all).toMatchObject([{ firstReply: { median: (110 + 1430) * 30 }, resolution: { median: 110 * minute } }]);
    // Both waited for fifty minutes of open office: one of them over a night.
    const fifty = { median: 50 * minute, p90: 50 * minute, counted: 2 };
    expect(open).toMatchObject([{ firstReply: fifty, reply: fifty, resolution: { median: 50 * minute } }]);
    await change(quick, { state: 'open' });
    expect(await report('business')).toMatchObject([{ firstReply: fifty, resolution: null }]);
  });

  it('stands still while the conversation is snoozed', async () => {
    await route({ firstReplyMinutes: 30 });
    const id = await writes(somebody(), 0);
    at(20 * minute);
    expect((await change(id, { state: 'snoozed', snoozedUntil: moment(5 * hour) })).due).toBeNull();
    at(5 * hour);
    await pass();
    expect((await thread(id)).due?.at).toBe(moment(5 * hour + 10 * minute));
  });
});

describe('work on a thread that turns out to be two', () => {
  it('goes on with the same hands in both, each with what is promised there', async () => {
    await route({ firstReplyMinutes: 30 });
    const phone = '+15553009001';
    const first = await writes({ phone, bsuid: 'US.s1' }, 10, 'one');
    await writes({ phone }, 30, 'whose');
    at(40);
    await change(first, { assignee: mayaId, priority: 'urgent' });
    // Late news: between the two, the number was somebody else's already.
    await writes({ phone, bsuid: 'US.s2' }, 20, 'two');
    const halves = (await list('?state=open')).filter((one) => one.assignee?.id === mayaId);
    expect(halves).toHaveLength(2);
    for (const half of halves)
      expect(half).toMatchObject({ priority: 'urgent', state: 'open', due: { target: 'first_reply' } });
    const waits = halves.map((one) => one.waitingSince).sort();
    expect(waits).toEqual([moment(10), moment(20)]);
    // Each is worked on by itself from now on.
    const [one, other] = halves;
    await change(one?.id ?? '', { state: 'resolved' });
    expect(await thread(other?.id ?? '')).toMatchObject({ state: 'open', assignee: { id: mayaId } });
  });
});

describe('a held reply that is taken back', () => {
  /** All that is kept of the work on a thread. */
  const kept = async (id: string) => {
    const [row] = await db.sql<{ kept: object }[]>`
      select to_jsonb(c) #- '{last_item,at}' || jsonb_build_object('episode', to_jsonb(e), 'episodes',
               (select count(*) from episodes n where n.portfolio_id = c.portfolio_id and n.conversation_id = c.id)) as kept
      from conversations c left join episodes e on e.portfolio_id = c.portfolio_id and e.id = c.episode_id where c.id = ${id}`;
    return row?.kept;
  };
  const episode = async (id: string) => ((await kept(id)) as { episode: object }).episode;

  it('leaves the work as it was: who has it, since when it waits, what is promised, what is counted', async () => {
    await route({ mode: 'least_busy', cap: 1, firstReplyMinutes: 30, resolveMinutes: 600 });
    for (const n of [1, 2]) await writes(somebody(), n);
    const id = await writes(somebody(), 3);
    at(45 * minute);
    await pass();
    const [before, told, shown] = [await kept(id), await items(id), await thread(id)];
    expect(shown).toMatchObject({ assignee: null, due: { target: 'first_reply', breached: true } });
    at(50 * minute);
    const held = await reply(maya, id, 10_000);
    expect(await thread(id)).toMatchObject({ assignee: { id: mayaId }, due: null });
    expect(await episode(id)).toMatchObject({ replies: 1, answered: 1, first_replied_by: mayaId });
    at(50 * minute + 5);
    expect((await undo(maya, id, held.id)).status).toBe(200);
    expect(await kept(id)).toEqual(before);
    expect(await items(id)).toEqual(told);
    expect(await thread(id)).toEqual(shown);
    await pass();
    expect((await facts(id)).filter(({ type }) => type === 'breached')).toHaveLength(1);
  });

  it('takes along the work it began where nobody had asked for anything', async () => {
    const ana = somebody();
    const id = await writes(ana, 1);
    await db.sql`delete from episodes where conversation_id = ${id}`;
    await db.sql`update conversations set episode_id = null, team_id = null, waiting_since = null, settled_at = last_item_at where id = ${id}`;
    const before = await kept(id);
    const held = await reply(maya, id, 10_000);
    expect(await thread(id)).toMatchObject({ hasWork: true, assignee: { id: mayaId } });
    await undo(maya, id, held.id);
    expect(await kept(id)).toEqual(before);
  });

  it('keeps what others did meanwhile', async () => {
    await route({ firstReplyMinutes: 30 });
    const ana = somebody();
    const id = await writes(ana, 0);
    at(minute);
    const held = await reply(maya, id, 10_000);
    await change(id, { assignee: jonasId, priority: 'high' });
    await writes(ana, minute + 3, 'and another thing');
    await undo(maya, id, held.id);
    expect(await thread(id)).toMatchObject({
      ...{ assignee: { id: jonasId }, priority: 'high', waitingSince: moment(0), state: 'open' },
      due: { target: 'first_reply', at: moment(30 * minute), breached: false },
    });
    expect(await episode(id)).toMatchObject({ replies: 0, answered: 0, waited_ms: 0, first_replied_at: null });
  });

  it('stays resolved where it was resolved meanwhile, without an answer', async () => {
    const id = await writes(somebody(), 0);
    at(minute);
    const held = await reply(maya, id, 10_000);
    await change(id, { state: 'resolved' });
    await undo(maya, id, held.id);
    expect(await thread(id)).toMatchObject({ state: 'resolved', waitingSince: null, due: null });
    expect(await episode(id)).toMatchObject({ replies: 0, answered: 0, first_replied_at: null });
  });

  it('leaves the next answer the one that ended the wait', async () => {
    const id = await writes(somebody(), 0);
    at(minute);
    const held = await reply(maya, id, 10_000);
    at(minute + 4);
    await reply(maya, id);
    await undo(maya, id, held.id);
    expect(await thread(id)).toMatchObject({ waitingSince: null, assignee: { id: mayaId } });
    expect(await episode(id)).toMatchObject({ replies: 1, answered: 1, waited_ms: 64_000, waited_open_ms: 64_000 });
  });

  it('counts once it went', async () => {
    const id = await writes(somebody(), 0);
    at(minute);
    const held = await reply(maya, id, 10_000);
    await db.sql`update outbound set state = 'sending' where message_id = ${held.id}`;
    expect((await undo(maya, id, held.id)).status).toBe(409);
    expect(await episode(id)).toMatchObject({ replies: 1, answered: 1, waited_ms: 60_000 });
  });
});
