// Who works here, in which teams, and how work is handed out.

import type { Agent, Routing, Schedule, Team } from '@throughline/contract';
import { assignable } from '../access/assignable.ts';
import { loadsOf } from '../conversations/work.ts';
import type { Reader } from '../db/connect.ts';
import { numbersOf, portfolioIds } from '../numbers/store.ts';
import { type Routing as Chosen, defaultRouting, routingOf } from '../teams/routing.ts';
import { allSchedules } from '../teams/schedules.ts';
import { allTeams, awayOf } from '../teams/store.ts';
import type { Portfolios } from './portfolios.ts';

export async function listAgents(db: Reader): Promise<Agent[]> {
  const people = await assignable(db);
  const ids = people.map((one) => one.id);
  const [teams, away, loads] = await Promise.all([allTeams(db), awayOf(db, ids), loadsOf(db, ids)]);
  return people.map(({ id, name }) => ({
    id,
    name,
    availability: away.has(id) ? 'away' : 'available',
    teams: teams.filter((team) => team.members.includes(id)).map((team) => team.id),
    open: loads.get(id) ?? 0,
  }));
}

export async function listTeams(db: Reader): Promise<Team[]> {
  const people = new Map((await assignable(db)).map((one) => [one.id, one]));
  return (await allTeams(db)).map(({ id, name, members }) => ({
    id,
    name,
    members: members.flatMap((member) => people.get(member) ?? []),
  }));
}

export async function listSchedules(db: Reader): Promise<Schedule[]> {
  return (await allSchedules(db)).map(({ week, holidays, ...schedule }) => ({
    ...schedule,
    week: week.map((day) => day.map(([from, until]) => [from, until] as [number, number])),
    holidays: [...holidays],
  }));
}

/** Of every number somebody may see; one for which nothing was chosen with what holds then. */
export async function listRouting(db: Reader, portfolios: Portfolios): Promise<Routing[]> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const lists = await Promise.all(
    ids.map(async (portfolioId) => {
      const numbers = await numbersOf(db, portfolioId);
      const chosen = await routingOf(
        db,
        portfolioId,
        numbers.map((one) => one.phoneNumberId),
      );
      return numbers.map(({ phoneNumberId, displayPhone, name }) =>
        routingShown({ id: phoneNumberId, display: displayPhone, name }, chosen.get(phoneNumberId) ?? defaultRouting),
      );
    }),
  );
  return lists.flat();
}

function routingShown(number: Routing['number'], { teamId, scheduleId, ...rest }: Chosen): Routing {
  // Last: what was chosen comes with the hours themselves, under the same name.
  return { ...rest, number, team: teamId, schedule: scheduleId };
}
