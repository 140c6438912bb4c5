// The teams room: who works with whom, who is here, when it is open, and how work is handed out on each number.
// Owns teams, team_members, availability; schedules in schedules.ts; routing and turns in routing.ts.
// Promises: a name is one team's, however it is written; who was never told to be away is available.

import type { Reader, Transaction } from '../db/connect.ts';

export interface Team {
  id: string;
  name: string;
  members: string[];
}

export async function allTeams(db: Reader): Promise<Team[]> {
  return await db.sql<Team[]>`
    select t.id, t.name, array(select m.user_id from team_members m where m.team_id = t.id order by m.user_id) as members
    from teams t order by lower(t.name)`;
}

export async function teamNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<{ id: string; name: string }[]>`
    select id, name from teams where id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type Saved = 'saved' | 'name_taken' | 'unknown';

/** Makes a team, or brings a known one to this name and these members. */
export async function saveTeam(
  tx: Transaction,
  { id, name, members, isNew }: Team & { isNew: boolean },
): Promise<Saved> {
  const [other] = await tx.sql`select 1 from teams where lower(name) = lower(${name}) and id <> ${id}`;
  if (other) return 'name_taken';
  const rows = isNew
    ? await tx.sql`insert into teams (id, name) values (${id}, ${name}) on conflict do nothing`
    : await tx.sql`update teams set name = ${name} where id = ${id}`;
  if (rows.count === 0) return isNew ? 'name_taken' : 'unknown';
  await tx.sql`delete from team_members where team_id = ${id} and user_id <> all(${[...members]}::uuid[])`;
  await tx.sql`
    insert into team_members (team_id, user_id) select ${id}, m from unnest(${[...members]}::uuid[]) as m on conflict do nothing`;
  return 'saved';
}

/** @returns whether there was such a team. */
export async function removeTeam(tx: Transaction, id: string): Promise<boolean> {
  await tx.sql`update routing set team_id = null where team_id = ${id}`;
  await tx.sql`delete from turns where team_id = ${id}`;
  const rows = await tx.sql`delete from teams where id = ${id}`;
  return rows.count > 0;
}

export type Presence = 'available' | 'away';

export async function setAvailability(
  tx: Transaction,
  { userId, state, at }: { userId: string; state: Presence; at: number },
): Promise<void> {
  await tx.sql`
    insert into availability (user_id, state, since) values (${userId}, ${state}, ${new Date(at)})
    on conflict (user_id) do update set state = excluded.state, since = excluded.since where availability.state <> excluded.state`;
}

/** Of these people, those who said they are away. */
export async function awayOf(db: Reader, users: readonly string[]): Promise<Set<string>> {
  const rows = await db.sql<{ id: string }[]>`
    select user_id as id from availability where user_id = any(${[...users]}::uuid[]) and state = 'away'`;
  return new Set(rows.map((row) => row.id));
}

export async function membersOf(db: Reader, teams: readonly string[]): Promise<{ teamId: string; userId: string }[]> {
  if (teams.length === 0) return [];
  return await db.sql<{ teamId: string; userId: string }[]>`
    select team_id as "teamId", user_id as "userId" from team_members where team_id = any(${[...teams]}::uuid[]) order by 1, 2`;
}
