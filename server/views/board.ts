// The live board: how the work stands at this moment, by team and by person, and what was done today.

import type { Board } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { timestamp } from '../db/rows.ts';
import { fragment } from '../db/sql.ts';
import { type Portfolios, scopeOf } from './portfolios.ts';

export interface Moment {
  now: number;
  timeZone: string;
}

export async function board(db: Reader, portfolios: Portfolios, moment: Moment): Promise<Board> {
  const [standing, done, people, teams, [other]] = await Promise.all([
    standings(db, portfolios, moment),
    doneToday(db, portfolios, moment),
    db.sql<{ id: string; name: string; available: boolean }[]>`
      select u.id, u.name, coalesce(a.state, 'available') = 'available' as available
      from access_users u left join availability a on a.user_id = u.id
      where u.role in ('agent', 'supervisor', 'admin') order by lower(u.name), u.id`,
    db.sql<{ id: string; name: string }[]>`select id, name from teams order by lower(name)`,
    others(db, portfolios),
  ]);
  const total = standing.find(({ kind }) => kind === 'all') ?? nothing;
  const ofTeam = (id: string | null) => standing.find((one) => one.kind === 'team' && one.id === id);
  const ofAgent = (id: string) => standing.find((one) => one.kind === 'agent' && one.id === id);
  const teamless = ofTeam(null);
  return {
    at: new Date(moment.now).toISOString(),
    timeZone: moment.timeZone,
    total: { unassigned: total.unassigned, snoozed: other?.snoozed ?? 0, ...standingOf(total) },
    teams: [
      ...teams.map(({ id, name }) => {
        const one = ofTeam(id) ?? nothing;
        return { id, name, unassigned: one.unassigned, ...standingOf(one) };
      }),
      ...(teamless ? [{ id: null, name: null, unassigned: teamless.unassigned, ...standingOf(teamless) }] : []),
    ],
    agents: people.map(({ id, name, available }) => ({
      id,
      name,
      available,
      ...standingOf(ofAgent(id) ?? nothing),
      resolvedToday: done.resolved.get(id) ?? 0,
      repliesToday: done.replies.get(name) ?? 0,
    })),
    parked: other?.parked ?? 0,
    reviews: other?.reviews ?? 0,
    campaigns: other?.campaigns ?? 0,
  };
}

interface Standing {
  kind: 'all' | 'team' | 'agent';
  id: string | null;
  open: number;
  unassigned: number;
  waiting: number;
  waitingSince: Date | null;
  atRisk: number;
  breached: number;
}

const nothing: Standing = {
  kind: 'all',
  id: null,
  open: 0,
  unassigned: 0,
  waiting: 0,
  waitingSince: null,
  atRisk: 0,
  breached: 0,
};
const riskMs = 30 * 60_000;

function standingOf({ open, waiting, waitingSince, atRisk, breached }: Standing) {
  return { open, waiting, waitingSince: waitingSince?.toISOString() ?? null, atRisk, breached };
}

/** One pass over what is open: 50,000 of them in some 40 ms, whoever has them. */
async function standings(db: Reader, portfolios: Portfolios, { now }: Moment): Promise<Standing[]> {
  const late = fragment`(c.reply_breached or c.resolve_breached or c.due_at <= ${timestamp(now)}::timestamptz)`;
  return await db.sql<Standing[]>`
    select case grouping(c.team_id, c.assignee_id) when 3 then 'all' when 1 then 'team' else 'agent' end as kind,
           coalesce(c.team_id, c.assignee_id) as id, count(*)::int as open, count(*) filter (where c.assignee_id is null)::int as unassigned,
           count(c.waiting_since)::int as waiting, min(c.waiting_since) as "waitingSince",
           count(*) filter (where ${late})::int as breached,
           count(*) filter (where not coalesce(${late}, false) and c.due_at <= ${timestamp(now + riskMs)}::timestamptz)::int as "atRisk"
    from conversations c
    where c.portfolio_id in (${scopeOf(portfolios)}) and c.state = 'open' and c.episode_id is not null
    group by grouping sets ((), (c.team_id), (c.assignee_id))`;
}

/** Since midnight. Messages know their author by name; two people of one name share what both wrote. */
async function doneToday(db: Reader, portfolios: Portfolios, { now, timeZone }: Moment) {
  const midnight = fragment`(${timestamp(now)}::timestamptz at time zone ${timeZone}::text)::date::timestamp at time zone ${timeZone}::text`;
  const [resolved, replies] = await Promise.all([
    db.sql<{ id: string; count: number }[]>`
      select e.resolved_by as id, count(*)::int as count from episodes e
      where e.portfolio_id in (${scopeOf(portfolios)}) and e.resolved_at >= ${midnight} and e.resolved_by is not null group by 1`,
    db.sql<{ name: string; count: number }[]>`
      select m.author as name, count(*)::int as count from messages m
      where m.portfolio_id in (${scopeOf(portfolios)}) and m.at >= ${midnight} and m.direction = 'out' and m.author is not null group by 1`,
  ]);
  return {
    resolved: new Map(resolved.map(({ id, count }) => [id, count])),
    replies: new Map(replies.map(({ name, count }) => [name, count])),
  };
}

interface Others {
  snoozed: number;
  parked: number;
  reviews: number;
  campaigns: number;
}

async function others(db: Reader, portfolios: Portfolios): Promise<Others[]> {
  const scope = scopeOf(portfolios);
  // What came from an account nobody connected belongs to no portfolio: whoever sees all sees it.
  const mine = portfolios === 'all' ? fragment`true` : fragment`p.portfolio_id = any(${[...portfolios]}::text[])`;
  return await db.sql<Others[]>`
    select (select count(*)::int from conversations c where c.portfolio_id in (${scope}) and c.snoozed_until is not null) as snoozed,
           (select count(*)::int from parked p where ${mine} and p.state = 'parked') as parked,
           (select count(*)::int from reviews r where r.portfolio_id in (${scope}) and not r.settled) as reviews,
           (select count(*)::int from campaigns k where k.portfolio_id in (${scope}) and k.state = 'running') as campaigns`;
}
