import type { WorkFact } from '@throughline/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { workByTime } from '../jobs/work-by-time.ts';
import type { Routing } from '../teams/routing.ts';
import { setAvailability } from '../teams/store.ts';
import { defaultNumber } from '../testing/names.ts';
import { threadsSeen } from '../testing/reading.ts';
import { call, echo, message, type Person } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';
import { conversationById, listConversations } from '../views/conversation-list.ts';
import { queueCounts } from '../views/queues.ts';
import { timeline } from '../views/timeline.ts';
import { inEnglish, within } from '../words/viewer.ts';
import { arrangeRouting, arrangeTeam } from './arrange-teams.ts';
import { changeWork, type WorkChange } from './change-work.ts';
import { sendReply } from './send-reply.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let maya: string;
let jonas: string;
let team: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
  maya = await person('Maya');
  jonas = await person('Jonas');
  team = world.tools.newId();
  await inTransaction(db, (tx) => arrangeTeam(tx, { id: team, name: team, members: [maya, jonas], isNew: true }));
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const minute = 60;
const hour = 3600;
const somebody = (n: number): Person => ({ phone: `+1555200${String(n).padStart(4, '0')}`, bsuid: `US.${n}` });
const ana = somebody(1);

async function person(name: string): Promise<string> {
  const [row] = await db.sql<{ id: string }[]>`
    insert into access_users (name, email, role) values (${name}, ${`${crypto.randomUUID()}@example.com`}, 'agent') returning id`;
  return row?.id ?? '';
}

const route = (chosen: Partial<Routing>) =>
  inTransaction(db, (tx) =>
    arrangeRouting(tx, { portfolioId: world.portfolioId, phoneNumberId: defaultNumber }, { teamId: team, ...chosen }),
  );
const says = (who: Person, at: number) => message(who, { at, id: `${world.portfolioId}${who.bsuid}${at}` });
const all = async () => (await listConversations(db, within(inEnglish, world.portfolioId), { limit: 200 })).data;
const first = async () => {
  const [one] = await all();
  if (!one) throw new Error('there is no conversation');
  return one;
};
const change = async (change: WorkChange, ids?: string[]) =>
  await inTransaction(db, async (tx) =>
    changeWork(
      tx,
      { ids: ids ?? [(await first()).id], portfolios: [world.portfolioId], change, by: { id: maya, name: 'Maya' } },
      world.tools,
    ),
  );
const replies = async (id = maya) =>
  await inTransaction(db, async (tx) =>
    sendReply(
      tx,
      {
        conversationId: (await first()).id,
        portfolios: 'all',
        content: { type: 'text', text: { body: 'hello' } },
        author: 'Maya',
        agent: { id, name: 'Maya' },
      },
      world.tools,
    ),
  );
const facts = async () => {
  const found = await conversationById(db, within(inEnglish, world.portfolioId), (await first()).id);
  const { data } = found ? await timeline(db, found, { limit: 200, order: 'oldest' }) : { data: [] };
  return data.flatMap((item): (WorkFact | string)[] =>
    item.kind === 'work' ? [item.fact] : item.kind === 'message' ? [item.direction] : [],
  );
};
const episodes = async () =>
  await db.sql<Record<string, unknown>[]>`
    select assignee_id as assignee, routed, replies, answered, waited_ms as waited, reopened, first_breached_at is not null as late,
           resolved_at is not null as resolved, first_replied_by as "by"
    from episodes where portfolio_id = ${world.portfolioId} order by began_at`;
const at = (seconds: number) => world.setTime(seconds);
const pass = () => workByTime({ db, tools: world.tools });

describe('a conversation that begins', () => {
  it('goes to the team, and by hand to nobody', async () => {
    await route({});
    await world.receive(says(ana, 10));
    expect(await first()).toMatchObject({ team: { id: team }, assignee: null, hasWork: true, state: 'open' });
  });

  it('is shared out within one batch by load, those away left out', async () => {
    await route({ mode: 'least_busy' });
    await world.receive(says(somebody(1), 10), says(somebody(2), 10), says(somebody(3), 10), says(somebody(4), 10));
    const load = Map.groupBy(await all(), (one) => one.assignee?.id);
    expect([load.get(maya)?.length, load.get(jonas)?.length]).toEqual([2, 2]);
    await inTransaction(db, (tx) => setAvailability(tx, { userId: jonas, state: 'away', at: 0 }));
    await world.receive(says(somebody(5), 20), says(somebody(6), 20));
    expect((await all()).filter((one) => one.assignee?.id === maya)).toHaveLength(4);
  });

  it('goes round', async () => {
    await route({ mode: 'round_robin' });
    for (const n of [1, 2, 3, 4]) await world.receive(says(somebody(n), n));
    const order = (await all()).map((one) => one.assignee?.id).reverse();
    expect(order[0]).toBe(order[2]);
    expect(order[1]).toBe(order[3]);
    expect(order[0]).not.toBe(order[1]);
  });

  it('waits beyond the cap, and finds somebody once there is room', async () => {
    await route({ mode: 'least_busy', cap: 1 });
    await world.receive(says(somebody(1), 10), says(somebody(2), 10), says(somebody(3), 11));
    const left = (await all()).find((one) => one.assignee === null);
    expect(left).toBeDefined();
    await pass();
    expect((await all()).filter((one) => one.assignee === null)).toHaveLength(1);
    const done = (await all()).find((one) => one.assignee?.id === jonas);
    await change({ state: 'resolved' }, [done?.id ?? '']);
    await pass();
    expect((await all()).find((one) => one.id === left?.id)?.assignee?.id).toBe(jonas);
  });

  it('begins with a call that nobody took, and with nothing that is told of us alone', async () => {
    await route({});
    await world.receive(call(ana, { at: 10, id: 'c1' }));
    expect(await first()).toMatchObject({ hasWork: true, team: { id: team } });
    await world.receive(echo(somebody(2), { at: 20, id: 'e1' }));
    expect((await all()).map((one) => one.hasWork).sort()).toEqual([false, true]);
  });

  it('a second word changes nothing', async () => {
    await route({ mode: 'least_busy' });
    await world.receive(says(ana, 10));
    const before = await episodes();
    await world.receive(says(ana, 20));
    expect(await episodes()).toEqual(before);
  });
});

describe('the threading window', () => {
  it.each([
    [72, 71, 'reopened', 1],
    [72, 73, 'begun', 2],
    [0, 1, 'begun', 2],
  ] as const)(
    'of %i hours: a word after %i takes it up again or begins anew',
    async (threadingHours, after, fact, count) => {
      await route({ threadingHours, mode: 'least_busy', lastAgentFirst: false });
      await world.receive(says(ana, 10));
      await change({ assignee: maya });
      at(20);
      await change({ state: 'resolved' });
      expect(await first()).toMatchObject({ state: 'resolved', waitingSince: null });
      at(20 + after * hour);
      await world.receive(says(ana, 20 + after * hour));
      expect((await facts()).filter((one) => typeof one === 'object').at(fact === 'begun' ? -2 : -1)).toMatchObject({
        type: fact,
      });
      expect(await episodes()).toHaveLength(count);
      const one = await first();
      expect(one).toMatchObject({ state: 'open' });
      expect(Date.parse(one.waitingSince ?? '')).toBe(world.tools.clock());
      if (fact === 'reopened') expect(one.assignee?.id).toBe(maya);
    },
  );

  it('brings a returning customer to who had them last, where that one is here', async () => {
    await route({ threadingHours: 0, mode: 'least_busy' });
    await world.receive(says(ana, 10));
    await change({ assignee: jonas });
    await change({ state: 'resolved' });
    await world.receive(says(ana, 2 * hour));
    expect((await first()).assignee?.id).toBe(jonas);
    await change({ state: 'resolved' });
    await inTransaction(db, (tx) => setAvailability(tx, { userId: jonas, state: 'away', at: 0 }));
    await world.receive(says(ana, 9 * hour));
    expect((await first()).assignee?.id).toBe(maya);
  });

  it('is not what somebody does who opens it again: then nothing was settled', async () => {
    await route({});
    await world.receive(says(ana, 10));
    const before = (await first()).waitingSince;
    await change({ state: 'resolved' });
    await change({ state: 'open' });
    expect(await first()).toMatchObject({ state: 'open', waitingSince: before });
    expect(await episodes()).toMatchObject([{ reopened: 1, resolved: false }]);
  });
});

describe('what is promised', () => {
  it('runs until we answer, and is noted once where we do not', async () => {
    await route({ firstReplyMinutes: 30, nextReplyMinutes: 10, resolveMinutes: 60 });
    await world.receive(says(ana, 0));
    expect((await first()).due).toMatchObject({ target: 'first_reply', breached: false });
    at(31 * minute);
    await pass();
    await pass();
    expect((await first()).due).toMatchObject({ target: 'first_reply', breached: true });
    expect(await facts()).toEqual(['in', { type: 'breached', target: 'first_reply' }]);
    await replies();
    // Waiting for the customer, nothing runs: 29 minutes of the hour are left.
    expect((await first()).due).toBeNull();
    expect(await episodes()).toMatchObject([
      { replies: 1, answered: 1, waited: 31 * minute * 1000, late: true, by: maya },
    ]);
    await world.receive(says(ana, 5 * hour));
    expect((await first()).due).toMatchObject({ target: 'next_reply' });
    at(5 * hour + minute);
    await replies();
    await world.receive(says(ana, 6 * hour));
    at(6 * hour + 9 * minute);
    await change({ state: 'snoozed', snoozedUntil: world.tools.clock() + 3_600_000 });
    expect((await first()).due).toBeNull();
    at(7 * hour + 10 * minute);
    await pass();
    const [thread] = await threadsSeen(db, world.portfolioId);
    // One minute of the ten was left when it was snoozed.
    expect(Date.parse(thread?.conversation.due?.at ?? '') - world.tools.clock()).toBe(minute * 1000);
  });

  it('a snoozed one wakes with the customer’s word', async () => {
    await route({});
    await world.receive(says(ana, 0));
    at(10);
    await change({ state: 'snoozed', snoozedUntil: world.tools.clock() + 86_400_000 });
    expect(await first()).toMatchObject({ state: 'snoozed' });
    await world.receive(says(ana, 60));
    expect(await first()).toMatchObject({ state: 'open', snoozedUntil: null });
    expect((await facts()).at(-2)).toEqual({ type: 'woken', how: 'customer', by: null });
  });

  it('refuses to snooze into the past, and people and teams that are not there', async () => {
    await world.receive(says(ana, 0));
    expect(await change({ state: 'snoozed', snoozedUntil: world.tools.clock() - 1 })).toEqual({
      kind: 'snooze_out_of_range',
    });
    expect(await change({ assignee: crypto.randomUUID() })).toEqual({ kind: 'no_such_assignee' });
    expect(await change({ team: crypto.randomUUID() })).toEqual({ kind: 'no_such_team' });
  });
});

describe('what somebody does', () => {
  it('stands in the timeline, once', async () => {
    await world.receive(says(ana, 0));
    at(10);
    await change({ assignee: jonas, team, priority: 'urgent' });
    await change({ assignee: jonas, team, priority: 'urgent' });
    at(20);
    await change({ state: 'resolved' });
    const by = { id: maya, name: 'Maya' };
    expect((await facts()).slice(1)).toEqual([
      { type: 'team', to: { id: team, name: team }, by },
      { type: 'assigned', to: { id: jonas, name: 'Jonas' }, how: 'hand', by },
      { type: 'priority', to: 'urgent', by },
      { type: 'resolved', by },
    ]);
  });

  it('counts in the queues', async () => {
    await world.receive(says(somebody(1), 0), says(somebody(2), 0), says(somebody(3), 0));
    const [one, two] = await all();
    await change({ assignee: maya }, [one?.id ?? '']);
    await change({ state: 'snoozed', snoozedUntil: world.tools.clock() + 1e6 }, [two?.id ?? '']);
    const counts = await queueCounts(db, { portfolios: [world.portfolioId], me: maya, reviews: true });
    expect(counts).toMatchObject({ mine: 1, unassigned: 1, everyone: 2, waiting: 2, snoozed: 1, reviews: 0 });
    const mine = await listConversations(db, within(inEnglish, world.portfolioId), {
      limit: 9,
      assignee: 'me',
      userId: maya,
      sort: 'waiting',
    });
    expect(mine.data.map((row) => row.id)).toEqual([one?.id]);
  });

  it('by a reply takes what nobody has', async () => {
    await world.receive(says(ana, 0));
    at(10);
    await replies(jonas);
    expect((await first()).assignee?.id).toBe(jonas);
    await replies(maya);
    expect((await first()).assignee?.id).toBe(jonas);
  });
});

describe('lists', () => {
  it.each(['newest', 'waiting', 'priority', 'due'] as const)(
    'by %s give every conversation once, page by page',
    async (sort) => {
      await route({ firstReplyMinutes: 30 });
      await world.receive(
        ...[1, 2, 3, 4, 5].map((n) => says(somebody(n), n * 10)),
        echo(somebody(6), { at: 5, id: `e${sort}` }),
      );
      await change({ priority: 'high' });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listConversations(db, within(inEnglish, world.portfolioId), { limit: 2, sort, cursor });
        seen.push(...page.data.map((one) => one.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(6);
      expect(new Set(seen).size).toBe(6);
    },
  );
});

describe('threads that are joined', () => {
  it('keep the hands that had the older one, and what was promised there', async () => {
    await route({ firstReplyMinutes: 30 });
    const byPhone: Person = { phone: '+15552000077' };
    const byAccount: Person = { bsuid: 'US.77' };
    await world.receive(says({ ...byPhone, bsuid: undefined } as unknown as Person, 10));
    await change({ assignee: jonas, priority: 'high' });
    await world.receive(says(byAccount, 20));
    expect(await all()).toHaveLength(2);
    await world.receive(says({ ...byPhone, ...byAccount }, 30));
    const list = await all();
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      state: 'open',
      assignee: { id: jonas },
      priority: 'high',
      due: { target: 'first_reply' },
    });
    expect((await episodes()).filter((one) => !one.resolved)).toHaveLength(1);
  });
});
