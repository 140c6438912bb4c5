// Teams, hours and routing are arranged. Whoever is named must be there.

import type { PortfolioId } from '@throughline/identity';
import { assignableById } from '../access/assignable.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { defaultRouting, type Routing, routingOf, setRouting } from '../teams/routing.ts';
import { isTimeZone } from '../teams/rules-hours.ts';
import { allSchedules, type NamedSchedule, saveSchedule } from '../teams/schedules.ts';
import { allTeams, type Saved, saveTeam, type Team } from '../teams/store.ts';

export type Arranged = Saved | 'no_such_member' | 'no_such_zone' | 'no_such_team' | 'no_such_schedule' | 'too_many';

export async function arrangeTeam(tx: Transaction, team: Team & { isNew: boolean }): Promise<Arranged> {
  if (team.isNew && (await allTeams(tx)).length >= limits.teams) return 'too_many';
  const known = await assignableById(tx, team.members);
  if (!team.members.every((id) => known.has(id))) return 'no_such_member';
  return await saveTeam(tx, team);
}

export async function arrangeSchedule(tx: Transaction, one: NamedSchedule & { isNew: boolean }): Promise<Arranged> {
  if (!isTimeZone(one.timeZone)) return 'no_such_zone';
  if (one.isNew && (await allSchedules(tx)).length >= limits.schedules) return 'too_many';
  return await saveSchedule(tx, one);
}

/** What is left out stays as it was. It holds for what comes from now on. */
export async function arrangeRouting(
  tx: Transaction,
  { portfolioId, phoneNumberId }: { portfolioId: PortfolioId; phoneNumberId: string },
  chosen: Partial<Routing>,
): Promise<Arranged> {
  const now = (await routingOf(tx, portfolioId, [phoneNumberId])).get(phoneNumberId) ?? defaultRouting;
  const routing = { ...now, ...chosen };
  const { teamId, scheduleId } = routing;
  if (teamId !== null && !(await allTeams(tx)).some((team) => team.id === teamId)) return 'no_such_team';
  if (scheduleId !== null && !(await allSchedules(tx)).some((one) => one.id === scheduleId)) return 'no_such_schedule';
  await setRouting(tx, portfolioId, { ...routing, phoneNumberId });
  return 'saved';
}
