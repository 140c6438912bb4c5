import { randomUUID } from 'node:crypto';
import type { Board, Coverage, Responses } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { createUser } from '../access/people.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { countDays } from '../jobs/count-coverage.ts';
import { type App, openApp } from '../testing/app.ts';
import { defaultNumber, otherNumber } from '../testing/names.ts';
import { message } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;
let app: App;
const day = 24 * 60 * 60;
const range = 'from=2026-09-20&to=2026-09-30';
const timeZone = 'UTC';

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
  world = await openWorld(db);
  app = await openApp(world);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

async function get<T>(path: string, role: 'supervisor' | 'agent' = 'supervisor'): Promise<T> {
  const key = await app.key(role, [world.portfolioId]);
  const answer = await fetch(`${app.url}/api/v1/reports/${path}`, { headers: { authorization: `Bearer ${key}` } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (answer.headers.get('content-type')?.includes('csv') ? await answer.text() : await answer.json()) as T;
}

const countAll = async () => {
  for (let counted = 1; counted > 0; ) counted = await countDays({ db, tools: world.tools, timeZone });
};
const pointOf = ({ points }: Coverage, startsOn: string) => points.find((one) => one.startsOn === startsOn);

describe('coverage', () => {
  const ana = { phone: '+15552000001', bsuid: 'US.1', name: 'Ana', username: null };
  const anaHidden = { bsuid: 'US.1', name: 'Ana', username: 'ana.prueba' };
  const bo = { bsuid: 'US.2', name: 'Bo', username: 'bo.prueba' };

  it('tells of each day who showed a number, who hid a known one and whose was never known', async () => {
    await world.receive(
      message(ana, { at: 0, id: 'a1' }),
      message(bo, { at: 60, id: 'b1' }),
      message(bo, { at: 90, id: 'b2' }),
    );
    await world.receive(message(anaHidden, { at: day, id: 'a2' }));
    await world.receive(message(anaHidden, { at: day + 60, id: 'a3', number: otherNumber }));
    world.setTime(3 * day);
    await countAll();
    const coverage = await get<Coverage>(`coverage?${range}`);
    expect(pointOf(coverage, '2026-09-22')).toEqual({
      startsOn: '2026-09-22',
      people: 2,
      visible: 1,
      hidden: 0,
      unknown: 1,
      usernames: 1,
    });
    // Ana wrote to two numbers, and is one person.
    expect(pointOf(coverage, '2026-09-23')).toMatchObject({
      people: 1,
      visible: 0,
      hidden: 1,
      unknown: 0,
      usernames: 1,
    });
    expect(pointOf(coverage, '2026-09-24')).toMatchObject({ people: 0 });
  });

  it('counts each person of a week once, and those of one business number alone', async () => {
    const weeks = await get<Coverage>(`coverage?${range}&grain=week`);
    expect(pointOf(weeks, '2026-09-21')).toMatchObject({ people: 2, visible: 1, hidden: 0, unknown: 1, usernames: 2 });
    const other = await get<Coverage>(`coverage?${range}&number=${otherNumber}`);
    expect(other.points.filter(({ people }) => people > 0)).toHaveLength(1);
  });

  it('counts a day that is not over again, and leaves those alone that are', async () => {
    const before = await db.sql<{ day: string; at: Date }[]>`
      select starts_on::text as day, counted_at as at from coverage where grain = 'day' and phone_number_id = ''`;
    world.setTime(3 * day + 3600);
    await world.receive(message(bo, { at: 3 * day + 1800, id: 'b3' }));
    await countAll();
    const coverage = await get<Coverage>(`coverage?${range}`);
    expect(pointOf(coverage, '2026-09-25')).toMatchObject({ people: 1, unknown: 1 });
    const [old] = await db.sql<{ at: Date }[]>`
      select counted_at as at from coverage where grain = 'day' and phone_number_id = '' and starts_on = '2026-09-22'`;
    expect(old?.at).toEqual(before.find((one) => one.day === '2026-09-22')?.at);
  });

  it('comes as a table for spreadsheets', async () => {
    const csv = await get<string>(`coverage.csv?${range}`);
    expect(csv).toContain('starts_on,people,number_visible,number_hidden,number_unknown,usernames\r\n');
    expect(csv).toContain('2026-09-22,2,1,0,1,1\r\n');
  });

  it('is for those who answer for the whole, and not for agents', async () => {
    await expect(get(`coverage?${range}`, 'agent')).rejects.toThrow('403');
  });
});

describe('the board and response times', () => {
  const agent = { email: 'ada@example.com', name: 'Ada', role: 'agent' as const, password: 'a long sentence of Ada' };
  const team = randomUUID();
  let ada = '';

  const at = (seconds: number) => new Date(Date.UTC(2026, 8, 25, 8, 0, seconds)).toISOString();
  const episode = async (facts: Record<string, unknown>) => {
    const id = randomUUID();
    const row = {
      portfolio_id: world.portfolioId,
      id,
      conversation_id: randomUUID(),
      phone_number_id: defaultNumber,
      began_at: at(0),
      began_by: 'customer',
      ...facts,
    };
    const names = Object.keys(row);
    await db.sql.unsafe(
      `insert into episodes (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_record(null::episodes, $1::text::jsonb || '{"routed":"none","replies":0,"answered":0,"waited_ms":0,"reopened":0,"next_breaches":0}'::jsonb || $1::text::jsonb)`,
      [JSON.stringify(row)],
    );
    return id;
  };

  beforeAll(async () => {
    world.setTime(3 * day);
    const saved = await inTransaction(db, (tx) => createUser(tx, agent));
    ada = saved.kind === 'saved' ? saved.id : '';
    await db.sql`insert into teams (id, name) values (${team}, 'Repairs')`;
    for (const [first, answered, waited] of [
      [60, 1, 60_000],
      [120, 2, 240_000],
      [600, 1, 600_000],
    ] as const)
      await episode({
        first_replied_at: at(first),
        answered,
        waited_ms: waited,
        team_id: team,
        assignee_id: ada,
        first_due_at: at(300),
        ...(first > 300 && { first_breached_at: at(300) }),
      });
    await episode({ resolved_at: at(7200), resolved_by: ada, began_by: 'business' });
  });

  it('give the median and what nine of ten came within, by day and by who had it', async () => {
    const days = await get<Responses>(`responses?${range}`);
    const [row] = days.rows.filter(({ key }) => key === '2026-09-25');
    expect(row).toMatchObject({ began: 4, promised: 3, late: 1 });
    expect(row?.firstReply).toEqual({ median: 120, p90: 504, counted: 3 });
    expect(row?.reply).toMatchObject({ median: 120, counted: 3 });
    expect(row?.resolution).toMatchObject({ median: 7200, counted: 1 });
    const agents = await get<Responses>(`responses?${range}&by=agent`);
    expect(agents.rows.find(({ key }) => key === ada)).toMatchObject({ name: 'Ada', began: 3 });
    const teams = await get<Responses>(`responses?${range}&by=team`);
    expect(teams.rows.find(({ key }) => key === team)).toMatchObject({ name: 'Repairs', began: 3 });
    expect(await get<string>(`responses.csv?${range}&by=team`)).toContain(',Repairs,3,120,504,');
  });

  it('show how the work stands now: who waits, what is late, and who is there', async () => {
    const [open = '', late = ''] = await Promise.all([episode({ began_at: at(1) }), episode({ began_at: at(2) })]);
    const [first, second] = await db.sql<{ id: string }[]>`
      select id from conversations where portfolio_id = ${world.portfolioId} order by created_at, id`;
    await db.sql`update conversations set state = 'open', episode_id = ${open}, assignee_id = ${ada}, team_id = ${team},
                   waiting_since = ${at(0)}::timestamptz, reply_due_at = ${at(0)}::timestamptz + interval '4 hours 20 minutes' where id = ${first?.id ?? ''}`;
    await db.sql`update conversations set state = 'open', episode_id = ${late}, waiting_since = ${at(60)}::timestamptz,
                   reply_breached = true where id = ${second?.id ?? ''}`;
    await db.sql`update conversations set state = 'resolved' where portfolio_id = ${world.portfolioId} and id not in (${first?.id ?? ''}, ${second?.id ?? ''})`;
    await db.sql`insert into availability (user_id, state, since) values (${ada}, 'away', now())`;
    const board = await get<Board>('board');
    expect(board.total).toEqual({
      open: 2,
      unassigned: 1,
      snoozed: 0,
      waiting: 2,
      waitingSince: at(0),
      atRisk: 1,
      breached: 1,
    });
    expect(board.teams).toEqual([
      expect.objectContaining({ name: 'Repairs', open: 1, unassigned: 0, atRisk: 1, breached: 0 }),
      expect.objectContaining({ id: null, open: 1, unassigned: 1, breached: 1 }),
    ]);
    expect(board.agents.find(({ id }) => id === ada)).toMatchObject({
      available: false,
      open: 1,
      waiting: 1,
      resolvedToday: 1,
      repliesToday: 0,
    });
  });
});
