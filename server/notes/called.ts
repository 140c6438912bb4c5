// The notes room, teams that a note calls: read here, written by whoever keeps teams.

import type { Reader } from '../db/connect.ts';

/** By id, with everybody in them. */
export async function teamsToCall(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { name: string; members: string[] }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<{ id: string; name: string; members: string[] }[]>`
    select t.id, t.name, array(select m.user_id from team_members m where m.team_id = t.id) as members
    from teams t where t.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...team }) => [id, team]));
}

export async function allTeams(db: Reader): Promise<{ id: string; name: string }[]> {
  return await db.sql<{ id: string; name: string }[]>`select id, name from teams order by lower(name), id limit 1000`;
}
