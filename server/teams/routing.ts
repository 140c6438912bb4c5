// The teams room, how work is handed out on each number of ours and what is promised there. Owns routing and turns.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { Schedule } from './rules-hours.ts';
import type { Rule } from './rules-routing.ts';

export interface Routing extends Rule {
  threadingHours: number;
  scheduleId: string | null;
  firstReplyMinutes: number | null;
  nextReplyMinutes: number | null;
  resolveMinutes: number | null;
  /** Targets are counted in the hours of the schedule; otherwise, or without one, around the clock. */
  businessHours: boolean;
}

/** Where nobody chose anything. */
export const defaultRouting: Routing = {
  ...{ teamId: null, mode: 'manual', cap: null, lastAgentFirst: true, threadingHours: 72, scheduleId: null },
  ...{ firstReplyMinutes: null, nextReplyMinutes: null, resolveMinutes: null, businessHours: true },
};

export interface RoutingWithHours extends Routing {
  schedule: Schedule | null;
}

/** What was chosen for these numbers; those for which nothing was are left out. */
export async function routingOf(
  db: Reader,
  portfolioId: PortfolioId,
  numbers: readonly string[],
): Promise<Map<string, RoutingWithHours>> {
  const rows = await db.sql<(RoutingWithHours & { number: string })[]>`
    select r.phone_number_id as number, r.team_id as "teamId", r.mode, r.cap, r.last_agent_first as "lastAgentFirst",
           r.threading_hours as "threadingHours", r.schedule_id as "scheduleId", r.first_reply_minutes as "firstReplyMinutes",
           r.next_reply_minutes as "nextReplyMinutes", r.resolve_minutes as "resolveMinutes", r.business_hours as "businessHours",
           case when s.id is not null then jsonb_build_object('timeZone', s.time_zone, 'week', s.week, 'holidays', s.holidays) end as schedule
    from routing r left join schedules s on s.id = r.schedule_id
    where r.portfolio_id = ${portfolioId} and r.phone_number_id = any(${[...numbers]}::text[])`;
  return new Map(rows.map(({ number, ...routing }) => [number, routing]));
}

export async function setRouting(
  tx: Transaction,
  portfolioId: PortfolioId,
  { phoneNumberId, ...one }: Routing & { phoneNumberId: string },
): Promise<void> {
  await tx.sql`
    insert into routing (portfolio_id, phone_number_id, team_id, mode, cap, last_agent_first, threading_hours, schedule_id,
                         first_reply_minutes, next_reply_minutes, resolve_minutes, business_hours)
    values (${portfolioId}, ${phoneNumberId}, ${one.teamId}, ${one.mode}, ${one.cap}, ${one.lastAgentFirst}, ${one.threadingHours},
            ${one.scheduleId}, ${one.firstReplyMinutes}, ${one.nextReplyMinutes}, ${one.resolveMinutes}, ${one.businessHours})
    on conflict (portfolio_id, phone_number_id) do update set
      team_id = excluded.team_id, mode = excluded.mode, cap = excluded.cap, last_agent_first = excluded.last_agent_first,
      threading_hours = excluded.threading_hours, schedule_id = excluded.schedule_id, first_reply_minutes = excluded.first_reply_minutes,
      next_reply_minutes = excluded.next_reply_minutes, resolve_minutes = excluded.resolve_minutes, business_hours = excluded.business_hours`;
}

export interface Turn {
  teamId: string;
  userId: string;
  turn: number;
}

/** The caller holds the portfolio's lane, so that nobody takes the same turn. */
export async function turnsOf(db: Reader, portfolioId: PortfolioId, teams: readonly string[]): Promise<Turn[]> {
  if (teams.length === 0) return [];
  return await db.sql<Turn[]>`
    select team_id as "teamId", user_id as "userId", turn from turns
    where portfolio_id = ${portfolioId} and team_id = any(${[...teams]}::uuid[])`;
}

export async function saveTurns(tx: Transaction, portfolioId: PortfolioId, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return;
  await tx.sql`
    insert into turns (portfolio_id, team_id, user_id, turn)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(turns)}::text::json) as r ("teamId" uuid, "userId" uuid, turn bigint)
    on conflict (portfolio_id, team_id, user_id) do update set turn = excluded.turn`;
}
