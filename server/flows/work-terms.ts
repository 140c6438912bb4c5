// What the rules on work need to know: what is promised on each number, and who could take something now.

import type { PortfolioId } from '@throughline/identity';
import { assignableById } from '../access/assignable.ts';
import type { Terms } from '../conversations/rules-work.ts';
import { loadsOf } from '../conversations/work.ts';
import type { Reader } from '../db/connect.ts';
import { defaultRouting, type RoutingWithHours, routingOf, turnsOf } from '../teams/routing.ts';
import { hoursOf, roundTheClock } from '../teams/rules-hours.ts';
import type { Ground } from '../teams/rules-routing.ts';
import { awayOf, membersOf } from '../teams/store.ts';

export interface NumberTerms {
  routing: RoutingWithHours;
  terms: Terms;
}

/** By number; one without a choice of its own has the defaults. One statement. */
export async function termsOf(
  db: Reader,
  portfolioId: PortfolioId,
  numbers: readonly string[],
): Promise<(phoneNumberId: string) => NumberTerms> {
  const wanted = [...new Set(numbers)];
  const chosen = wanted.length === 0 ? new Map<string, RoutingWithHours>() : await routingOf(db, portfolioId, wanted);
  const known = new Map(wanted.map((number) => [number, withTerms(chosen.get(number) ?? none)]));
  return (number) => known.get(number) ?? withTerms(none);
}

const none: RoutingWithHours = { ...defaultRouting, schedule: null };
const minute = 60_000;

function withTerms(routing: RoutingWithHours): NumberTerms {
  const length = (minutes: number | null) => (minutes === null ? null : minutes * minute);
  const { schedule, businessHours } = routing;
  const office = schedule ? hoursOf(schedule) : roundTheClock;
  return {
    routing,
    terms: {
      threadingMs: routing.threadingHours * 60 * minute,
      firstReplyMs: length(routing.firstReplyMinutes),
      nextReplyMs: length(routing.nextReplyMinutes),
      resolveMs: length(routing.resolveMinutes),
      hours: businessHours ? office : roundTheClock,
      openBetween: office.between,
    },
  };
}

export interface Known {
  ground: Ground;
  names: ReadonlyMap<string, string>;
}

/**
 * Who is in these teams, or had one of these conversations: are they here, and how much have they. Five short statements for a batch in
 * which something begins. The caller holds the portfolio's lane; two portfolios that hand out at the same moment may each give the last
 * free place of somebody, and the cap is passed by one.
 */
export async function groundOf(
  db: Reader,
  portfolioId: PortfolioId,
  { teams, lastAgents }: { teams: readonly string[]; lastAgents: readonly string[] },
): Promise<Known> {
  const members = await membersOf(db, teams);
  const turns = await turnsOf(db, portfolioId, teams);
  const people = await assignableById(db, [...new Set([...members.map((one) => one.userId), ...lastAgents])]);
  const ids = [...people.keys()];
  const loads = await loadsOf(db, ids);
  const away = await awayOf(db, ids);
  const agents = ids.map((id) => ({ id, available: !away.has(id), load: loads.get(id) ?? 0 }));
  return {
    ground: { agents, members, turns },
    names: new Map([...people].map(([id, { name }]) => [id, name])),
  };
}
